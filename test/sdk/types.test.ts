// The compiler is the test here: each misuse must be an error (`npm run types` fails when one is accepted).
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AchievementHit,
  type Client,
  type ClientOptions,
  createClient,
  HttpError,
  type ListQuery,
  type Page,
  type SearchState,
  YuniaoError,
} from '../../src/sdk/index.js';

/** Never called: only its types are looked at. */
async function misuses(client: Client, page: Page<AchievementHit>, error: unknown): Promise<void> {
  // @ts-expect-error a client needs the address of a platform
  createClient({});
  // @ts-expect-error there is no default server
  createClient();
  // @ts-expect-error the option is called baseUrl
  createClient({ url: 'https://platform.example.org' });
  // @ts-expect-error units are in the name: timeoutMs
  createClient({ baseUrl: '', timeout: 1000 });
  // @ts-expect-error an error class cannot be made without saying what happened
  new YuniaoError('x');

  // @ts-expect-error values of a facet are a list
  await client.achievements.list({ filters: { field: '新能源' } });
  // @ts-expect-error a page size is a number
  await client.achievements.list({ limit: '20' });
  // @ts-expect-error there is no offset: pages go by cursor
  await client.achievements.list({ offset: 20 });
  // @ts-expect-error the signal belongs into the second argument
  await client.achievements.list({ signal: AbortSignal.abort() });
  // @ts-expect-error ids are text
  await client.achievements.get(42);
  // @ts-expect-error only a walk has a maximum
  await client.achievements.list({}, { maxItems: 3 });
  // @ts-expect-error a walk is an iterable, not a promise of a list
  client.achievements.iterate().length;

  // @ts-expect-error pages are read-only
  page.items.push(page.items[0]!);
  // @ts-expect-error the next cursor may be absent
  page.nextCursor.length;
  // @ts-expect-error a title is text by language
  page.items[0]!.title.toUpperCase();
  // @ts-expect-error highlights may be absent
  page.items[0]!.highlights['title.zh-CN'];
  // @ts-expect-error the price may be unknown
  page.items[0]!.price.amount;

  // @ts-expect-error an unknown error has no status until it is recognised
  error.status;
  if (HttpError.isInstance(error)) {
    expectTypeOf(error.status).toEqualTypeOf<number>();
    // @ts-expect-error the platform may have sent no problem
    error.problem.title;
    // @ts-expect-error codes are a closed list for comparing
    error.code === 'not_found';
  }
}

describe('types', () => {
  it('refuse the misuses above', () => {
    expect(misuses).toBeTypeOf('function');
  });

  it('infer what calls give', () => {
    expectTypeOf<ReturnType<Client['achievements']['list']>>().toEqualTypeOf<Promise<Page<AchievementHit>>>();
    expectTypeOf<AchievementHit['title']>().toEqualTypeOf<Record<string, string>>();
    expectTypeOf<'published'>().toExtend<AchievementHit['status']>();
    expectTypeOf<'a status of tomorrow'>().toExtend<AchievementHit['status']>();
    expectTypeOf<{ baseUrl: URL }>().toExtend<ClientOptions>();
    expectTypeOf<SearchState['filters']>().toExtend<NonNullable<ListQuery['filters']>>();
    expectTypeOf(createClient).returns.toEqualTypeOf<Client>();
  });
});
