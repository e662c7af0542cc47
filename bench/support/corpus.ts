import type { IndexDocument } from '../../src/search/index.js';
import { readLines, toDocument, type RawRecord } from './data.js';

/** A generator of numbers in [0, 1) that gives the same ones in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function realDocuments(): IndexDocument[] {
  return ['achievements/chinaxiv-zh.jsonl.gz', 'achievements/csl-2k.jsonl.gz'].flatMap((path) =>
    readLines<RawRecord>(path).map(toDocument),
  );
}

/**
 * `count` documents: the real ones first, then copies of them under new ids. In a copy, each clause (up to the next
 * punctuation) is, one time in three, that of another record; of its Han characters one in 33 is another, drawn as often
 * as it is written; institution, year and field are those of three other records.
 */
export function* corpus(count: number): Generator<IndexDocument> {
  const real = realDocuments();
  const random = seededRandom(7);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const clauses = real.map(({ texts }) => (texts.text?.[0] ?? '').split(/(?<=[。；，,;.])/u));
  const characters = real.slice(0, 500).flatMap(({ texts }) => (texts.text?.[0] ?? '').match(/\p{Script=Han}/gu) ?? []);
  const change = (text: string): string =>
    text.replaceAll(/\p{Script=Han}/gu, (character) => (random() < 0.03 ? any(characters) : character));
  for (let at = 0; at < count; at++) {
    const base = real[at % real.length] as IndexDocument;
    if (at < real.length) {
      yield base;
      continue;
    }
    const text = (clauses[at % real.length] ?? []).map((clause) => (random() < 1 / 3 ? any(any(clauses)) : clause));
    yield {
      ...base,
      id: `${base.id}-${Math.floor(at / real.length)}`,
      texts: {
        ...base.texts,
        title: (base.texts.title ?? []).map(change),
        keywords: (base.texts.keywords ?? []).map((keyword) => (random() < 1 / 3 ? change(keyword) : keyword)),
        institution: any(real).texts.institution ?? [],
        text: [change(text.join('')), ...(base.texts.text ?? []).slice(1)],
      },
      facets: { ...base.facets, year: any(real).facets.year ?? [], field: any(real).facets.field ?? [] },
    };
  }
}
