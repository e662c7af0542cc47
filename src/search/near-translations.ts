import { characterClass, GRAM } from './characters.js';
import type { LiveSegment } from './live-segment.js';
import { documentFrequency, documentsOf, inverseFrequency, type WeightedTerm } from './ranking.js';
import { pairKey } from './segment/dictionary.js';
import { TextReader } from './segment/document-texts.js';
import { decodeList, MAX_SEGMENT_DOCUMENTS } from './segment/postings.js';

/** Records that a word's translation is learned from: those that it matters most in. */
const MAX_WITNESSES = 256;
/** One record with a word and a pair of characters shows nothing yet. */
const MIN_WITNESSES = 2;
/** Share of the records with a word that have its translation. */
const MIN_SHARE = 0.05;
/** From this share on a translation is sure enough to be highlighted. */
const SURE_SHARE = 0.5;
const MAX_TRANSLATIONS = 4;

/** A pair of characters that says in Chinese what a word says. `weight` is what it counts beside the word, up to 1. */
export interface Translation extends WeightedTerm {
  readonly sure: boolean;
}

/**
 * What a word is in Chinese, as the records themselves teach it: many have a title or keywords in Chinese and the word in
 * another text, so that the pairs of characters that come with the word often and else seldom are its translation. A pair
 * is chosen by the share of those records that have it and by its rarity, and counts the root of that share. `fields` are
 * those to read: what a record is about.
 */
export function translationsOf(
  segments: readonly LiveSegment[],
  word: string,
  fields: readonly boolean[],
): readonly Translation[] {
  const witnesses = witnessesOf(segments, word);
  const counts = new Map<number, number>();
  let records = 0;
  for (const [live, documents] of witnesses) {
    const reader = new TextReader(live.segment.texts);
    for (const document of documents) {
      records++;
      for (const key of pairsIn(reader, document, fields)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const documents = documentsOf(segments);
  const found: (Translation & { readonly rank: number })[] = [];
  for (const [key, count] of counts) {
    const share = count / records;
    if (count < MIN_WITNESSES || share < MIN_SHARE) continue;
    const term = String.fromCharCode(key >>> 16, key & 0xffff);
    const rank = share * inverseFrequency(documents, documentFrequency(segments, term));
    found.push({ term, weight: Math.sqrt(share), sure: share >= SURE_SHARE, rank });
  }
  return found.toSorted((a, b) => b.rank - a.rank || (a.term < b.term ? -1 : 1)).slice(0, MAX_TRANSLATIONS);
}

/** The records in which the word has the highest impact, by segment. */
function witnessesOf(segments: readonly LiveSegment[], word: string): ReadonlyMap<LiveSegment, readonly number[]> {
  const lists = segments.flatMap((live) => {
    const ordinal = live.segment.dictionary.find(word);
    return ordinal < 0 ? [] : [{ live, list: live.segment.postings.list(ordinal) }];
  });
  const histogram = new Uint32Array(256);
  for (const { list } of lists) {
    for (const impact of list.impacts) histogram[impact] = (histogram[impact] as number) + 1;
  }
  let lowest = 255;
  for (let sum = histogram[lowest] as number; lowest > 0; lowest--) {
    sum += histogram[lowest - 1] as number;
    if (sum > MAX_WITNESSES) break;
  }
  const witnesses = new Map<LiveSegment, number[]>();
  const out = new Uint16Array(MAX_SEGMENT_DOCUMENTS);
  let left = MAX_WITNESSES;
  for (const { live, list } of lists) {
    const documents: number[] = [];
    decodeList(list, out);
    for (let i = 0; i < list.size && left > 0; i++) {
      if ((list.impacts[i] as number) < lowest || live.deleted[out[i] as number] === 1) continue;
      documents.push(out[i] as number);
      left--;
    }
    witnesses.set(live, documents);
  }
  return witnesses;
}

/** Keys of the pairs of neighbouring characters in the fields wanted. */
function pairsIn(reader: TextReader, document: number, fields: readonly boolean[]): ReadonlySet<number> {
  const keys = new Set<number>();
  reader.open(document);
  for (let field = 0; field <= fields.lastIndexOf(true) && reader.nextField(); field++) {
    if (!fields[field]) continue;
    let previous = 0;
    for (let i = 0; i < reader.length; i++) {
      const unit = reader.units[i] as number;
      const isGram = characterClass(unit) === GRAM;
      if (isGram && previous !== 0) keys.add(pairKey(previous, unit));
      previous = isGram ? unit : 0;
    }
  }
  return keys;
}
