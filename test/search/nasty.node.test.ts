import { describe, expect, it } from 'vitest';
import {
  achievementIndex,
  createMemoryIndex,
  highlight,
  InvalidCursorError,
  parseQuery,
  type IndexDocument,
} from '../../src/search/index.js';
import { pinyinPhonetics } from '../../src/search/pinyin.js';
import { hasData, readData, readLines } from './support/real-data.js';
import { noteIndex } from './support/notes.js';

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function nastyStrings(): string[] {
  return [
    ...new Set([
      ...strings(JSON.parse(readData('nasty/blns/blns.json'))),
      ...readLines('nasty/cjk-edge.jsonl.gz').flatMap(strings),
      ...readLines('nasty/injection-payloads.jsonl.gz').flatMap(strings),
      ...strings(JSON.parse(readData('nasty/opencc/testcases.json.gz'))),
    ]),
  ];
}

describe.skipIf(!hasData)('every nasty string (skipped without ../shared/data)', () => {
  it('is indexed, found again, highlighted and suggested without harm', async () => {
    const all = nastyStrings();
    expect(all.length).toBeGreaterThan(1000);
    const index = createMemoryIndex(noteIndex);
    const documents = all.map((text, at): IndexDocument => ({
      id: `n${at}`,
      texts: { title: [text] },
      facets: { colour: [text.slice(0, 2)], shape: [] },
      sorts: {},
      ranges: {},
    }));
    await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
    for (const [at, text] of all.entries()) {
      const parsed = parseQuery(text, ['title']);
      const ranges = highlight(text, parsed);
      for (const [start, end] of ranges) expect(text.slice(start, end)).not.toBe('');
      const page = await index.search({ q: text, facets: ['colour'], limit: 3 });
      expect(page.total).toBeLessThanOrEqual(all.length);
      if (at % 10 === 0) {
        await index.suggest({ q: text, limit: 3 });
        await expect(index.search({ q: text, limit: 1, cursor: text || ' ' })).rejects.toThrow(InvalidCursorError);
      }
    }
    const copy = createMemoryIndex(noteIndex, { snapshot: await index.snapshot() });
    expect(await copy.search({ q: '电池', limit: 5 })).toEqual(await index.search({ q: '电池', limit: 5 }));
  });
});

describe('huge input', () => {
  it('costs no more than its limits allow', async () => {
    const index = createMemoryIndex(achievementIndex, { phonetics: pinyinPhonetics() });
    const texts = { title: ['电池'.repeat(20_000), 'x'.repeat(60_000), `a${'\u0301'.repeat(60_000)}`] };
    await index.apply([{ seq: 1, op: 'put', document: { id: 'huge', texts, facets: {}, sorts: {}, ranges: {} } }]);
    const huge = [
      '电'.repeat(1_000_000),
      'x'.repeat(1_000_000),
      'xi an '.repeat(170_000),
      'xian'.repeat(30),
      '"'.repeat(1_000_000),
      '-'.repeat(1_000_000),
      'a:'.repeat(500_000),
      `a${'\u0301'.repeat(1_000_000)}`,
      Array.from({ length: 10_000 }, (_, at) => `词${at}`).join(' '),
      Array.from({ length: 10_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' -'),
    ];
    for (const q of huge) {
      const page = await index.search({ q, limit: 100, facets: achievementIndex.facets });
      expect(page.hits.length).toBeLessThanOrEqual(1);
    }
  });
});
