// nDCG@10 by kind of query over real records, beside plain BM25 over NFKC-folded Han bigrams with the title counted twice.
import { achievementIndex, createMemoryIndex, type IndexDocument } from '../src/search/index.js';
import { pinyinPhonetics } from '../src/search/pinyin.js';
import { readData, readLines, toDocument, type RawRecord } from './support/data.js';
import { printTable } from './support/table.js';

interface Query {
  readonly _id: string;
  readonly text: string;
  readonly type: string;
  readonly exclude?: string;
}

type Ranking = (q: string, limit: number) => Promise<readonly string[]>;

function readJudgements(): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readData('relevance/qrels.tsv.gz').trim().split('\n').slice(1)) {
    const [query = '', document = '', grade = '0'] = line.trim().split('\t');
    const grades = judgements.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    judgements.set(query, grades);
  }
  return judgements;
}

function ndcg(ids: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const ideal = gain([...grades.values()].toSorted((a, b) => b - a));
  return ideal === 0 ? 0 : gain(ids.map((id) => grades.get(id) ?? 0)) / ideal;
}

function baselineTerms(text: string): string[] {
  const pieces =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  return pieces.flatMap((piece) => {
    const characters = Array.from(piece);
    if (!/\p{Script=Han}/u.test(piece) || characters.length === 1) return [piece];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}

function baseline(documents: readonly IndexDocument[]): Ranking {
  const postings = new Map<string, Map<string, number>>();
  const lengths = new Map<string, number>();
  for (const { id, texts } of documents) {
    const all = [...(texts.title ?? []), ...(texts.title ?? []), ...(texts.keywords ?? []), ...(texts.text ?? [])];
    const terms = all.flatMap(baselineTerms);
    lengths.set(id, terms.length);
    for (const term of terms) {
      const list = postings.get(term) ?? new Map<string, number>();
      list.set(id, (list.get(id) ?? 0) + 1);
      postings.set(term, list);
    }
  }
  const average = [...lengths.values()].reduce((a, b) => a + b, 0) / lengths.size;
  return async (q, limit) => {
    const scores = new Map<string, number>();
    for (const term of new Set(baselineTerms(q))) {
      const list = postings.get(term);
      if (!list) continue;
      const idf = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
      for (const [id, count] of list) {
        const norm = 1.2 * (0.25 + (0.75 * (lengths.get(id) ?? 0)) / average);
        scores.set(id, (scores.get(id) ?? 0) + (idf * count * 2.2) / (count + norm));
      }
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([id]) => id);
  };
}

const documents = ['achievements/chinaxiv-zh.jsonl.gz', 'achievements/csl-2k.jsonl.gz'].flatMap((path) =>
  readLines<RawRecord>(path).map(toDocument),
);
const index = createMemoryIndex(achievementIndex, { phonetics: pinyinPhonetics() });
await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
const ours: Ranking = async (q, limit) => (await index.search({ q, limit })).hits.map(({ id }) => id);
const plain = baseline(documents);

const judgements = readJudgements();
const sums = new Map<string, { queries: number; plain: number; ours: number }>();
for (const { _id, text, type, exclude } of readLines<Query>('relevance/queries.jsonl.gz')) {
  const grades = judgements.get(_id);
  if (!grades) continue;
  const sum = sums.get(type) ?? { queries: 0, plain: 0, ours: 0 };
  const kept = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== exclude);
  sum.queries++;
  sum.plain += ndcg(kept(await plain(text, 11)), grades);
  sum.ours += ndcg(kept(await ours(text, 11)), grades);
  sums.set(type, sum);
}
printTable(
  ['kind of query', 'queries', 'plain BM25', 'index', 'ratio'],
  Array.from(sums, ([type, { queries, plain: before, ours: now }]) => [
    type,
    String(queries),
    (before / queries).toFixed(3),
    (now / queries).toFixed(3),
    (now / Math.max(before, 1e-9)).toFixed(2),
  ]),
);
