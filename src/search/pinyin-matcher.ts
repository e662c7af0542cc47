import type { LiveSegment } from './live-segment.js';
import type { SyllableTable, Syllables } from './phonetics.js';
import { pairKey, type Dictionary } from './segment/dictionary.js';
import { TextReader } from './segment/document-texts.js';
import { decodeList, FULL_IMPACT, impactOf } from './segment/postings.js';
import type { Segment } from './segment/segment.js';

/** What a document was found by. */
export interface SoundMatch {
  readonly terms: Set<number>;
  /** The folded words that sound so. */
  readonly words: Set<string>;
}

/** Documents that sound like what was typed, with what they were found by. */
export type SoundMatches = Map<number, SoundMatch>;

/**
 * Documents of a segment that have every run, read in one of its ways, in one text of the fields that `fields` marks.
 * Nothing is stored for it: pairs of characters that sound right are looked up in the dictionary, and the rarest pair's
 * documents are read.
 */
export function matchSound(
  live: LiveSegment,
  runs: readonly (readonly Syllables[])[],
  table: SyllableTable,
  fields: readonly boolean[],
): SoundMatches {
  table.learn(live.segment);
  let matches: SoundMatches | undefined;
  for (const readings of runs) {
    const found: SoundMatches = new Map();
    for (const syllables of readings) matchRun(live, syllables, table, fields, found);
    if (matches) {
      for (const [document, match] of matches) {
        const more = found.get(document);
        if (more) add(match, more);
        else matches.delete(document);
      }
    } else matches = found;
    if (matches.size === 0) break;
  }
  return matches ?? new Map();
}

/** How well a document matches: the impacts of the terms it was found by. */
export function soundScore({ postings }: Segment, document: number, { terms }: SoundMatch): number {
  let score = 0;
  for (const term of terms) score += impactOf(postings.list(term), document) / FULL_IMPACT;
  return score;
}

function add(match: SoundMatch, more: SoundMatch): void {
  for (const term of more.terms) match.terms.add(term);
  for (const word of more.words) match.words.add(word);
}

function matchRun(
  live: LiveSegment,
  syllables: Syllables,
  table: SyllableTable,
  fields: readonly boolean[],
  found: SoundMatches,
): void {
  const { segment, deleted } = live;
  const sets = syllables.map((syllable) => table.characters(syllable));
  const groups = sets.length === 1 ? [singles(segment, sets)] : pairs(segment, sets);
  const sizes = groups.map((group) => group.reduce((sum, term) => sum + segment.postings.sizeOf(term), 0));
  const rarest = groups[sizes.indexOf(Math.min(...sizes))] ?? [];
  const reader = new TextReader(segment.texts);
  const out = new Uint16Array(segment.documents);
  const seen = new Uint8Array(segment.documents);
  for (const term of rarest) {
    const size = decodeList(segment.postings.list(term), out);
    for (let i = 0; i < size; i++) {
      const document = out[i] as number;
      if (seen[document] === 1 || deleted[document] === 1) continue;
      seen[document] = 1;
      const match = proven(segment.dictionary, reader, document, sets, fields);
      if (!match) continue;
      const known = found.get(document);
      if (known) add(known, match);
      else found.set(document, match);
    }
  }
}

function singles({ dictionary }: Segment, [set]: readonly ReadonlySet<number>[]): number[] {
  return Array.from(set ?? [], (key) => dictionary.find(String.fromCharCode(key))).filter((ordinal) => ordinal >= 0);
}

/** For each two syllables in a row, the pairs that the segment has of them. */
function pairs({ dictionary }: Segment, sets: readonly ReadonlySet<number>[]): number[][] {
  return sets.slice(1).map((seconds, at) => {
    const group: number[] = [];
    for (const first of sets[at] ?? []) {
      const [from, to] = dictionary.pairsOf(first);
      for (let ordinal = from; ordinal < to; ordinal++) {
        if (seconds.has((dictionary.grams[ordinal] as number) & 0xffff)) group.push(ordinal);
      }
    }
    return group;
  });
}

/** What the document's first matching text has where it sounds right; `undefined` when none does. */
function proven(
  dictionary: Dictionary,
  reader: TextReader,
  document: number,
  sets: readonly ReadonlySet<number>[],
  fields: readonly boolean[],
): SoundMatch | undefined {
  reader.open(document);
  for (let field = 0; reader.nextField(); field++) {
    if (!fields[field]) continue;
    const { units, length } = reader;
    for (let at = 0; at + sets.length < length; at++) {
      if (!sets.every((set, step) => set.has(units[at + step] as number))) continue;
      const keys = Array.from(units.subarray(at, at + sets.length));
      const pairKeys = keys.slice(1).map((second, i) => pairKey(keys[i] ?? 0, second));
      const ordinals = (keys.length === 1 ? keys : pairKeys).map((key) => dictionary.findGram(key));
      return {
        terms: new Set(ordinals.filter((ordinal) => ordinal >= 0)),
        words: new Set([String.fromCharCode(...keys)]),
      };
    }
  }
  return undefined;
}
