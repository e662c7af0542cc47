import { beforeAll, describe, expect, it } from 'vitest';
import { achievementIndex, createMemoryIndex, type IndexDocument, type SearchIndex } from '../../src/search/index.js';
import { scan, scanFold } from './support/brute-force.js';
import { hasData, readLines, toAchievement, type RawRecord } from './support/real-data.js';

/** Every `step`th pair of neighbouring Han in the folded texts: common words, rare ones, and pairs across words. */
function drawnPairs(texts: readonly string[], count: number): string[] {
  const pairs = new Set<string>();
  let state = 1;
  while (pairs.size < count) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const text = texts[state % texts.length]!;
    const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
    const run = Array.from(runs[(state >>> 8) % Math.max(runs.length, 1)] ?? '');
    const at = (state >>> 16) % Math.max(run.length - 1, 1);
    if (run.length >= 2) pairs.add(run[at]! + run[at + 1]!);
  }
  return [...pairs];
}

describe.skipIf(!hasData)('6,187 real Chinese records (skipped without ../shared/data)', () => {
  let documents: IndexDocument[];
  let index: SearchIndex;
  let folded: { id: string; texts: string[] }[];

  beforeAll(async () => {
    documents = readLines<RawRecord>('achievements/chinaxiv-zh.jsonl.gz').map((raw) =>
      achievementIndex.toDocument(toAchievement(raw)),
    );
    folded = documents.map(({ id, texts }) => ({ id, texts: Object.values(texts).flat().map(scanFold) }));
    index = createMemoryIndex(achievementIndex);
    await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
  });

  async function allIds(q: string): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await index.search({ q, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...page.hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id));
      cursor = page.hits.at(-1)?.relaxed ? undefined : page.nextCursor;
    } while (cursor !== undefined);
    return ids.toSorted();
  }

  const holding = (run: string): string[] =>
    folded
      .filter(({ texts }) => texts.some((text) => text.includes(run)))
      .map(({ id }) => id)
      .toSorted();

  it('are found by each of 400 two-character words exactly where the word stands', async () => {
    const words = drawnPairs(
      folded.flatMap(({ texts }) => texts),
      400,
    );
    for (const word of words) {
      const expected = holding(word);
      const { total } = await index.search({ q: word, limit: 0 });
      expect(total, word).toBe(expected.length);
      if (expected.length <= 1000) expect(await allIds(word), word).toEqual(expected);
    }
  });

  it('are found by longer runs exactly where the run stands', async () => {
    let checked = 0;
    for (const { texts } of folded.filter((_, at) => at % 50 === 0)) {
      const run = Array.from(/\p{Script=Han}{6,}/u.exec(texts.at(-1) ?? '')?.[0] ?? '');
      for (const length of [3, 4, 6]) {
        const word = run.slice(0, length).join('');
        if (run.length < length) continue;
        expect(await allIds(word), word).toEqual(holding(word));
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  it('are counted by facet, with a filter chosen, as a plain count does', async () => {
    const facets = ['year', 'institution', 'source', 'lang'];
    const filters = { year: ['2018', '2020'] };
    for (const word of ['研究', '植物', '图书馆', '星系']) {
      const expected = scan(documents, [{ text: word }], { filters }, facets);
      const page = await index.search({ q: word, filters, facets, limit: 1 });
      expect(page.total).toBe(expected.matching.length);
      for (const facet of facets) {
        for (const { value, count } of page.facets[facet] ?? []) {
          expect(count, `${word} ${facet} ${value}`).toBe(expected.facets[facet]?.[value]);
        }
        const most = Math.max(0, ...Object.values(expected.facets[facet] ?? {}));
        expect(page.facets[facet]?.[0]?.count ?? 0).toBe(most);
      }
    }
  });
});
