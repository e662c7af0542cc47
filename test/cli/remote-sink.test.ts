import { describe, expect, it } from 'vitest';
import { remoteSink } from '../../src/cli/remote-sink.js';
import type { Achievement } from '../../src/domain/achievement.js';
import { fakeIo } from './support.js';

const TOKEN = 'yn_secret';

function records(count: number, text = 'x'): Achievement[] {
  return Array.from(
    { length: count },
    (_, index) => ({ id: `a${index}`, title: { en: text } }) as unknown as Achievement,
  );
}

const receipt = (init: ResponseInit = {}, facts: object = {}): Response =>
  Response.json({ created: 1, updated: 0, unchanged: 0, rejected: [], ...facts }, init);

/** A platform that gives its answers one after the other, and a clock that does not wait. */
function platform(answers: readonly ((body: { items: unknown[] }) => Response | Error)[], url = 'https://p.example') {
  const io = fakeIo();
  const requests: { url: string; init: RequestInit; items: unknown[] }[] = [];
  const waits: number[] = [];
  const sink = remoteSink('achievements', url, TOKEN, io, {
    fetch: async (input, init = {}) => {
      const body = JSON.parse(init.body as string) as { items: unknown[] };
      requests.push({ url: new Request(input).url, init, items: body.items });
      const answer = (answers[requests.length - 1] ?? answers.at(-1))?.(body);
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('no answer');
    },
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  return { sink, io, requests, waits };
}

it('posts a batch with the token and hands back what became of it', async () => {
  const { sink, requests } = platform(
    [() => receipt({}, { created: 2, updated: 1, unchanged: 4 })],
    'https://p.example/',
  );
  expect(await sink(records(7))).toMatchObject({ created: 2, updated: 1, unchanged: 4, rejected: [] });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ url: 'https://p.example/api/v1/achievements/import', items: records(7) });
  expect(requests[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual' });
  expect(new Headers(requests[0]?.init.headers).get('authorization')).toBe(`Bearer ${TOKEN}`);
});

it('names the records that the platform refused', async () => {
  const errors = [{ path: 'title', code: 'missing', message: 'Add it.' }];
  const { sink } = platform([() => receipt({}, { rejected: [{ index: 2, errors }] })]);
  expect((await sink(records(3))).rejected).toEqual([
    { index: 2, fault: { code: 'record-invalid', details: { path: 'title', message: 'Add it.' } } },
  ]);
});

describe('while the platform is busy or away', () => {
  it('waits as long as it is asked to, then sends the same again', async () => {
    const { sink, requests, waits, io } = platform([
      () => new Response('', { status: 429, headers: { 'Retry-After': '7' } }),
      () => new Response('', { status: 503, headers: { 'Retry-After': new Date(Date.now() + 9_500).toUTCString() } }),
      () => receipt(),
    ]);
    await sink(records(1));
    expect(requests.map(({ items }) => items)).toEqual([records(1), records(1), records(1)]);
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThan(7000);
    expect(waits[1]).toBeLessThan(10_000);
    expect(io.text().err).toContain('trying again in 7 s');
  });

  it('waits longer each time when it is not told, and never longer than five minutes', async () => {
    const away = (): Error =>
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    const { sink, waits } = platform([away, away, away, away, () => receipt()]);
    await sink(records(1));
    waits.forEach((wait, attempt) => {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** attempt);
      expect(wait).toBeLessThanOrEqual(500 * 2 ** attempt);
    });
    const patient = platform([
      () => new Response('', { status: 503, headers: { 'Retry-After': '99999' } }),
      () => receipt(),
    ]);
    await patient.sink(records(1));
    expect(patient.waits).toEqual([300_000]);
  });

  it('gives up after eight attempts and says that what was written stays', async () => {
    const away = (): Error =>
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });
    const { sink, requests } = platform([away]);
    await expect(sink(records(1))).rejects.toThrow(
      'https://p.example cannot be reached (ENOTFOUND). What was written stays',
    );
    expect(requests).toHaveLength(8);
    const busy = platform([() => new Response('', { status: 429 })]);
    await expect(busy.sink(records(1))).rejects.toThrow('stays busy (HTTP 429)');
  });
});

describe('an answer that waiting does not mend', () => {
  it.each<[string, () => Response, string]>([
    ['401', () => new Response('', { status: 401 }), 'does not know this token'],
    ['403', () => new Response('', { status: 403 }), '--scope import'],
    ['404', () => new Response('', { status: 404 }), 'not a Yuniao platform'],
    [
      'a redirect',
      () => new Response('', { status: 301, headers: { Location: 'https://new.example/' } }),
      'https://new.example/',
    ],
    [
      'a problem',
      () => Response.json({ type: 'x', title: 'Bad', status: 400, detail: 'Send less.' }, { status: 400 }),
      'HTTP 400: Send less.',
    ],
    ['a page of a proxy', () => new Response('<h1>Oops</h1>', { status: 500 }), 'HTTP 500: <h1>Oops</h1>'],
    ['a page that claims success', () => new Response('<h1>Hello</h1>'), 'did not answer as a platform does'],
    ['another kind of JSON', () => Response.json({ ok: true }), 'did not answer as a platform does'],
    ['413 for a single record', () => new Response('', { status: 413 }), 'HTTP 413'],
  ])('%s ends the import with its reason, without the token', async (_, answer, message) => {
    const { sink, requests, io } = platform([answer]);
    const error: unknown = await sink(records(1)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'CliError', message: expect.stringContaining(message) });
    expect(requests).toHaveLength(1);
    expect(`${String(error)}${io.text().err}`).not.toContain(TOKEN);
  });
});

describe('batches that are too large for one request', () => {
  it('are cut before they are sent, and places of refused records are kept', async () => {
    const long = '长'.repeat(900_000);
    const { sink, requests } = platform([
      ({ items }) => receipt({}, { created: items.length - 1, rejected: [{ index: 0, errors: [] }] }),
    ]);
    const result = await sink(records(4, long));
    expect(requests.map(({ items }) => items.length)).toEqual([2, 2]);
    expect(result).toMatchObject({ created: 2, rejected: [{ index: 0 }, { index: 2 }] });
  });

  it('are cut when a proxy in between says 413', async () => {
    const { sink, requests } = platform([
      ({ items }) => (items.length > 1 ? new Response('', { status: 413 }) : receipt()),
    ]);
    expect(await sink(records(3))).toMatchObject({ created: 3 });
    expect(requests.map(({ items }) => items.length)).toEqual([3, 2, 1, 1, 1]);
  });
});

it('warns when a token travels unencrypted, but not on this machine', () => {
  expect(platform([], 'http://p.example').io.text().err).toContain('Use https');
  expect(platform([], 'http://127.0.0.1:8787').io.text().err).toBe('');
  expect(platform([], 'https://p.example').io.text().err).toBe('');
});
