import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageEnvelope } from '../../../src/domain/page.js';
import { Problem } from '../../../src/domain/problem.js';
import type { ImportReceipt } from '../../../src/server/http/import-route.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, postImport, startQuietly } from './support.js';

const NASTY = '../shared/data/nasty';

function jsonLines(file: string, field: string): string[] {
  const lines = gunzipSync(readFileSync(join(NASTY, file)))
    .toString()
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as Record<string, string>)[field] ?? '');
}

/** Strings that broke other programs, and rare and broken Chinese text. */
const naughty = (): string[] => [
  ...(JSON.parse(readFileSync(join(NASTY, 'blns/blns.json'), 'utf8')) as string[]),
  ...jsonLines('cjk-edge.jsonl.gz', 'text'),
];
const injections = (): string[] => jsonLines('injection-payloads.jsonl.gz', 'payload');

/** Runs `work` on every item, eight at a time. */
async function onEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

/** What an address says of `text`; half a surrogate pair becomes U+FFFD, as in a browser. */
const encode = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

let platform: Platform;
let token: string;
beforeAll(async () => {
  const store = await openTestStore();
  await store.putRecords(Array.from({ length: 50 }, (_, i) => achievement(`r${i}`)));
  token = (await store.createToken({ label: 'importer', scopes: ['import'] })).secret;
  platform = await startQuietly({ store });
});
afterAll(() => platform.close());

/** Asks, and holds that the answer is a sound one: the envelope, or problem details below 500. */
async function ask(path: string): Promise<number> {
  const response = await fetch(`${platform.url}/api/v1/achievements${path}`);
  const body: unknown = await response.json();
  if (response.status === 200) PageEnvelope.parse(body);
  else expect(Problem.parse(body).status).toBe(response.status);
  expect(response.status, path).toBeLessThan(500);
  return response.status;
}

describe.skipIf(!existsSync(NASTY))('nasty input (needs ../shared/data)', () => {
  it('gets a sound answer as query and filter', async () => {
    await onEach([...naughty(), ...injections()], async (text) => {
      expect([200, 400, 414]).toContain(await ask(`?q=${encode(text)}&f.field=${encode(text)}`));
    });
  }, 120_000);

  it.each<[string, (text: string) => string, readonly number[]]>([
    ['cursor', (text) => `?cursor=${encode(text)}`, [400, 414]],
    ['name of a parameter', (text) => `?${encode(text)}=1`, [200, 400, 414]],
    ['name of a facet', (text) => `?f.${encode(text)}=1&facets=${encode(text)}`, [400, 414]],
    ['number', (text) => `?limit=${encode(text)}`, [200, 400, 414]],
    ['range', (text) => `?r.price=${encode(text)}&r.published=${encode(text)}`, [400, 414]],
    ['way of matching', (text) => `?match.field=${encode(text)}&ranges=${encode(text)}`, [400, 414]],
  ])('gets a sound answer as the %s', async (_place, path, expected) => {
    await onEach(naughty(), async (text) => expect(expected).toContain(await ask(path(text))));
  });

  it.each([
    ['suggestions', '/api/v1/achievements/suggest?q='],
    ['values of a facet', '/api/v1/achievements/facets/institution?contains='],
    ['values of a facet with labels', '/api/v1/demands/facets/field?contains='],
    ['a list page', '/achievements?q='],
    ['a feed', '/api/v1/achievements.atom?q='],
  ])('gets a sound answer where %s are asked for', async (_what, address) => {
    await onEach(naughty(), async (text) => {
      const response = await fetch(platform.url + address + encode(text));
      await response.arrayBuffer();
      expect([200, 400, 414], text).toContain(response.status);
    });
  });

  it.each(['/api/v1/achievements/', '/', '/embed/', '/achievements/', '/en/achievements/'])(
    'gets a sound answer as an address below %s',
    async (base) => {
      await onEach(naughty(), async (text) => {
        const response = await fetch(platform.url + base + encode(text));
        await response.arrayBuffer();
        expect(response.status, text).toBeLessThan(500);
      });
    },
  );

  it('is stored and found again as text, or refused with the place', async () => {
    const texts = [...naughty(), ...injections()].filter((text) => text !== '');
    const items = texts.map((text, index) =>
      achievement(`n${index}`, { title: { 'zh-CN': text }, summary: { en: text } }),
    );
    for (let from = 0; from < items.length; from += 500) {
      const batch = items.slice(from, from + 500);
      const response = await postImport(platform, token, { items: batch });
      expect(response.status).toBe(200);
      const receipt = (await response.json()) as ImportReceipt;
      const refused = new Set(receipt.rejected.map(({ index }) => index));
      for (const { index, errors } of receipt.rejected) {
        expect(errors[0]).toMatchObject({ path: 'title.zh-CN', code: 'invalid_text' });
        expect(batch[index]?.title['zh-CN']).toMatch(/\0|\p{Surrogate}/u);
      }
      for (const [index, item] of batch.entries()) {
        if (refused.has(index) || index % 20 !== 0) continue;
        const read = await fetch(`${platform.url}/api/v1/achievements/${item.id}`);
        expect(await read.json()).toEqual(item);
      }
    }
  });

  it('as a broken JSON body gets 400, as another body 422, and never stores anything', async () => {
    const before = await platform.store.countRecords('achievement');
    const folder = join(NASTY, 'JSONTestSuite/test_parsing');
    await onEach(readdirSync(folder), async (file) => {
      const response = await fetch(`${platform.url}/api/v1/achievements/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: readFileSync(join(folder, file)),
      });
      Problem.parse(await response.json());
      const allowed = file.startsWith('y_') ? [422] : file.startsWith('n_') ? [400] : [400, 422];
      expect(allowed, file).toContain(response.status);
    });
    expect(await platform.store.countRecords('achievement')).toBe(before);
  });
});

describe('generated input', () => {
  it('gets a sound answer whatever the query string', async () => {
    const name = fc.oneof(
      fc.constantFrom('q', 'limit', 'sort', 'cursor', 'facets', 'f.field', 'f.year', 'lang'),
      fc.string(),
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '0', '20', 'newest', 'field,year', 'en', '"', '-', 'title:', '%', '%zz'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), fc.boolean(), async (pairs, raw) => {
        const query = raw
          ? pairs.map(([key, text]) => `${key}=${text}`).join('&')
          : pairs.map(([key, text]) => `${encode(key)}=${encode(text)}`).join('&');
        await ask(`?${Buffer.from(query).toString()}`);
      }),
      { numRuns: 150 },
    );
  });

  it('gets a sound answer whatever the record', async () => {
    const fields = fc.record(
      {
        id: fc.oneof(fc.constantFrom('a', 'b'), fc.string()),
        kind: fc.constantFrom('achievement', 'demand'),
        status: fc.constantFrom('published', 'tombstone', 'odd'),
        title: fc.dictionary(fc.constantFrom('zh-CN', 'en', '!'), fc.string({ unit: 'binary' })),
        lang: fc.string(),
        source: fc.record({ name: fc.string({ unit: 'binary' }), id: fc.string({ unit: 'binary' }) }),
        createdAt: fc.oneof(fc.constant('2026-01-01T00:00:00Z'), fc.string(), fc.constant('0000-02-30T23:59:59Z')),
        updatedAt: fc.oneof(fc.constant('9999-12-31T23:59:59-23:59'), fc.constant('2026-01-01T00:00:00+08:00')),
        price: fc.object(),
        keywords: fc.jsonValue(),
        readiness: fc.array(fc.jsonValue()),
      },
      { requiredKeys: ['id', 'kind', 'status', 'title', 'lang', 'source', 'createdAt', 'updatedAt'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fields, fc.jsonValue()), { maxLength: 5 }), async (items) => {
        const response = await postImport(platform, token, { items });
        const receipt = (await response.json()) as ImportReceipt;
        expect(response.status).toBe(200);
        const stored = receipt.created + receipt.updated + receipt.unchanged;
        expect(stored + receipt.rejected.length).toBe(items.length);
      }),
      { numRuns: 150 },
    );
  });
});
