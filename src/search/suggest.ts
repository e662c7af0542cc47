import { tokenise } from './analysis.js';
import { characterClass, WORD } from './characters.js';
import { foldText } from './fold.js';
import type { LiveSegment } from './live-segment.js';
import type { SyllableTable } from './phonetics.js';
import { InitialsPattern, matchInitials, readInitials } from './near-initials.js';
import { matchSound } from './pinyin-matcher.js';
import type { IndexDefinition, Suggestion, SuggestQuery } from './search-index.js';
import { decodeList, retain, MAX_SEGMENT_DOCUMENTS, type PostingList } from './segment/postings.js';

/** What is read of the query. */
const MAX_LENGTH = 100;
/** Words that a prefix is completed to, the first in the alphabet. */
const MAX_EXPANSIONS = 200;
/** Records of a segment that are looked at: what many have is found among the first of them. */
const MAX_DOCUMENTS = 4096;

interface Completion {
  readonly text: string;
  readonly field: string;
  count: number;
  /** Whether it begins with what was typed. */
  readonly begins: boolean;
}

/** What was typed, as terms that a text must have and a prefix that one of its words must begin with. */
interface Wanted {
  readonly folded: string;
  readonly terms: readonly string[];
  readonly prefix?: string;
}

function readWanted(q: string): Wanted {
  const folded = foldText(q.slice(0, MAX_LENGTH)).trim();
  const singles: string[] = [];
  const pairs: string[] = [];
  const words: string[] = [];
  let lastWordEnd = 0;
  tokenise(folded, {
    gram(codePoint, previous) {
      const character = String.fromCodePoint(codePoint);
      if (previous >= 0) pairs.push(String.fromCodePoint(previous) + character);
      else singles.push(character);
    },
    word(text, _position, _from, to) {
      words.push(text);
      lastWordEnd = to;
    },
    number: () => undefined,
  });
  const prefix = lastWordEnd === folded.length ? words.pop() : undefined;
  const terms = [...singles, ...pairs, ...words];
  return prefix === undefined ? { folded, terms } : { folded, terms, prefix };
}

/** What `suggest` knows of the index beside its segments. */
export interface SuggestContext {
  readonly definition: IndexDefinition;
  /** Present where the index can find by sound. */
  readonly syllables: SyllableTable | undefined;
}

/** Tells where a folded text has what is wanted; -1 where it has not. */
type Place = (folded: string) => number;

/**
 * Texts that complete what the user types: those that begin with it first, then those that have it inside (a run of
 * Han anywhere, a word from its start), each with the number of records that have it. When these are fewer than asked
 * for, Chinese texts follow that sound like the letters typed, then those that these are initials of.
 */
export function suggest(
  segments: readonly LiveSegment[],
  { definition, syllables }: SuggestContext,
  { q, limit, fields }: SuggestQuery,
): Suggestion[] {
  const wanted = readWanted(q);
  if (wanted.terms.length === 0 && wanted.prefix === undefined) return [];
  const offered = definition.fields.map(({ name, suggest: open }) => open === true && (fields?.includes(name) ?? true));
  const names = definition.fields.map(({ name }) => name);
  const written: Found = new Map();
  for (const live of segments) {
    collect(live, candidates(live, wanted), {
      names,
      offered,
      found: written,
      place: (text) => placeOf(text, wanted.folded),
    });
  }
  const groups = [written];
  const more = (documentsOf: (live: LiveSegment) => Iterable<number>, place: Place): void => {
    const found: Found = new Map();
    for (const live of segments) {
      collect(live, take(documentsOf(live), MAX_DOCUMENTS), { names, offered, found, place });
    }
    for (const group of groups) for (const key of group.keys()) found.delete(key);
    groups.push(found);
  };
  const enough = (): boolean => groups.reduce((sum, { size }) => sum + size, 0) >= limit;
  if (syllables && !enough()) {
    for (const { segment } of segments) syllables.learn(segment);
    const runs = syllables.read(q.slice(0, MAX_LENGTH));
    if (runs.length > 0) {
      more(
        (live) => matchSound(live, runs, syllables, offered).keys(),
        (text) => {
          const places = runs.map((readings) => syllables.placeOf(text, readings));
          return places.includes(-1) ? -1 : Math.min(...places);
        },
      );
    }
  }
  const initials = syllables && !enough() ? readInitials(q.slice(0, MAX_LENGTH)) : [];
  if (syllables && initials.length > 0) {
    const pattern = new InitialsPattern(initials, syllables);
    more(
      (live) => matchInitials(live, pattern, offered).keys(),
      (text) => {
        const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
        return Math.min(...(pattern.find(units, 0, units.length) ?? [[-1]]).map(([start]) => start));
      },
    );
  }
  return groups.flatMap(ordered).slice(0, limit);
}

function* take<T>(items: Iterable<T>, most: number): Iterable<T> {
  let taken = 0;
  for (const item of items) {
    if (taken++ >= most) return;
    yield item;
  }
}

type Found = Map<string, Completion>;

function ordered(found: Found): Suggestion[] {
  return [...found.values()]
    .toSorted(
      (a, b) =>
        Number(b.begins) - Number(a.begins) || b.count - a.count || (a.text < b.text ? -1 : Number(a.text > b.text)),
    )
    .map(({ text, field, count }) => ({ text, field, count }));
}

interface Collection {
  readonly names: readonly string[];
  readonly offered: readonly boolean[];
  readonly found: Found;
  readonly place: Place;
}

/** Adds the texts of the documents that have what is wanted. */
function collect(live: LiveSegment, documents: Iterable<number>, { names, offered, found, place }: Collection): void {
  const { completions } = live.segment;
  // What became of each entry: undefined where it does not match.
  const known = new Map<number, Completion | undefined>();
  for (const document of documents) {
    if (live.deleted[document] === 1) continue;
    const end = completions.starts[document + 1] as number;
    for (let i = completions.starts[document] as number; i < end; i++) {
      const entry = completions.entries[i] as number;
      const field = completions.fields[entry] as number;
      if (!offered[field]) continue;
      if (!known.has(entry)) known.set(entry, complete(completions.texts.at(entry), names[field] ?? '', found, place));
      const completion = known.get(entry);
      if (completion) completion.count++;
    }
  }
}

function complete(text: string, field: string, found: Found, place: Place): Completion | undefined {
  const folded = foldText(text);
  const at = place(folded);
  if (at < 0) return undefined;
  const key = `${field}\u0000${folded}`;
  const known = found.get(key);
  if (known) return known;
  const completion = { text, field, count: 0, begins: at === 0 };
  found.set(key, completion);
  return completion;
}

/** Where `wanted` stands in `text`, a word only at its start; -1 when it does not. */
function placeOf(text: string, wanted: string): number {
  const isWord = characterClass(wanted.codePointAt(0) ?? 0) === WORD;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isWord || at === 0 || characterClass(text.charCodeAt(at - 1)) !== WORD) return at;
  }
  return -1;
}

function candidates({ segment }: LiveSegment, { terms, prefix }: Wanted): Uint16Array {
  const { dictionary, postings } = segment;
  const lists: PostingList[] = [];
  for (const term of terms) {
    const ordinal = dictionary.find(term);
    if (ordinal < 0) return new Uint16Array(0);
    lists.push(postings.list(ordinal));
  }
  lists.sort((a, b) => a.size - b.size);
  const out = new Uint16Array(MAX_SEGMENT_DOCUMENTS);
  const [rarest, ...others] = lists;
  let count: number;
  if (prefix === undefined) count = rarest ? decodeList(rarest, out) : 0;
  else {
    count = prefixDocuments(segment, prefix, out);
    if (rarest) count = retain(rarest, out, count);
  }
  for (const list of others) count = retain(list, out, count);
  return out.slice(0, Math.min(count, MAX_DOCUMENTS));
}

/** Documents with a word that begins with `prefix`, ascending. */
function prefixDocuments(
  { dictionary, postings, documents }: LiveSegment['segment'],
  prefix: string,
  out: Uint16Array,
): number {
  const [from, to] = dictionary.wordsFrom(prefix);
  const marks = new Uint8Array(documents);
  for (let ordinal = from; ordinal < Math.min(to, from + MAX_EXPANSIONS); ordinal++) {
    const size = decodeList(postings.list(ordinal), out);
    for (let i = 0; i < size; i++) marks[out[i] as number] = 1;
  }
  let count = 0;
  for (let document = 0; document < documents; document++) if (marks[document] === 1) out[count++] = document;
  return count;
}
