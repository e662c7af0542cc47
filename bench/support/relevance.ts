import type { IndexDocument } from '../../src/search/index.js';
import { readData, readLines } from './data.js';

/** A query with the records that answer it. */
export interface JudgedQuery {
  readonly text: string;
  /** Kind of query, for example `kw-docs`. */
  readonly type: string;
  /** A record that is not to be counted: the one that the query was taken from. */
  readonly exclude?: string;
  /** Grade by record, 1 and more. */
  readonly grades: ReadonlyMap<string, number>;
}

/** Gives the ids of the best records, best first. */
export type Search = (q: string, limit: number) => Promise<readonly string[]>;

/** The queries of `relevance/` that were judged. */
export function judgedQueries(): JudgedQuery[] {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readData('relevance/qrels.tsv.gz').trim().split('\n').slice(1)) {
    const [query = '', document = '', grade = '0'] = line.trim().split('\t');
    const grades = judgements.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    judgements.set(query, grades);
  }
  return readLines<Omit<JudgedQuery, 'grades'> & { _id: string }>('relevance/queries.jsonl.gz').flatMap((query) => {
    const grades = judgements.get(query._id);
    return grades ? [{ ...query, grades }] : [];
  });
}

function ndcg(ids: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const ideal = gain([...grades.values()].toSorted((a, b) => b - a));
  return ideal === 0 ? 0 : gain(ids.map((id) => grades.get(id) ?? 0)) / ideal;
}

/** Mean nDCG@10 by kind of query. */
export async function meanGains(queries: readonly JudgedQuery[], search: Search): Promise<Map<string, number>> {
  const sums = new Map<string, { queries: number; gain: number }>();
  for (const { text, type, exclude, grades } of queries) {
    const ids = (await search(text, 11)).filter((id) => id !== exclude);
    const sum = sums.get(type) ?? { queries: 0, gain: 0 };
    sums.set(type, { queries: sum.queries + 1, gain: sum.gain + ndcg(ids, grades) });
  }
  return new Map(Array.from(sums, ([type, sum]) => [type, sum.gain / sum.queries]));
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

/** Plain BM25 over NFKC-folded Han bigrams and words, the title counted twice. */
export function plainBm25(documents: readonly IndexDocument[]): Search {
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
