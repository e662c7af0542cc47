import { analyse, achievementIndex, type IndexDefinition, type IndexDocument } from '../../src/search/index.js';
import { simplified } from '../../src/search/characters.js';

/**
 * The search without one of its parts, or with another. Nothing in the product is switched: parts are left out by the
 * definition, or by feeding records and queries such that the part finds nothing to do.
 */
export interface Part {
  readonly name: string;
  readonly definition?: Partial<IndexDefinition>;
  /** No readings of characters: neither pinyin nor initials. */
  readonly silent?: boolean;
  /** Only records that match every word. */
  readonly strict?: boolean;
  /** Done to every text of a record and to queries. */
  readonly text?: (text: string) => string;
  /** Done to queries alone. */
  readonly query?: (q: string, documents: readonly IndexDocument[]) => string;
  /** Kinds of query that it can be measured by; all when absent. */
  readonly only?: (type: string) => boolean;
}

/** Characters that mean nothing to each other: letters of a script without cases and compatibility forms. */
const STRANGE_LETTERS = Array.from({ length: 0x15b }, (_, i) => String.fromCodePoint(0x1200 + i)).filter((letter) =>
  /\p{L}/u.test(letter),
);
const CASES = new Map(
  [
    [0x41, 26],
    [0xff10, 10],
    [0xff21, 26],
    [0xff41, 26],
  ]
    .flatMap(([first = 0, count = 0]) => Array.from({ length: count }, (_, i) => String.fromCharCode(first + i)))
    .map((character, at) => [character, STRANGE_LETTERS[at] ?? '']),
);

/** A rare character that no record has and that is simplified already, for each traditional one. */
const traditional = new Map<string, string>();
function strangeHan(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (simplified(codePoint) === codePoint) return character;
  const known = traditional.get(character);
  if (known) return known;
  let stranger = 0x20000 + traditional.size * 2;
  while (simplified(stranger) !== stranger) stranger++;
  const strange = String.fromCodePoint(stranger);
  traditional.set(character, strange);
  return strange;
}

/** Every run of Han in a query as its pairs, apart: they must all be there, but not in this order. */
function pairsApart(q: string): string {
  return q.replaceAll(/\p{Script=Han}{3,}/gu, (run) => {
    const characters = Array.from(run);
    return characters
      .slice(1)
      .map((character, at) => `${characters[at]}${character}`)
      .join(' ');
  });
}

const vocabularies = new WeakMap<readonly IndexDocument[], ReadonlySet<string>>();
function vocabularyOf(documents: readonly IndexDocument[]): ReadonlySet<string> {
  let known = vocabularies.get(documents);
  if (!known) {
    const words = new Set<string>();
    for (const { texts } of documents) {
      for (const text of Object.values(texts).flat()) analyse(text, (term, kind) => kind === 'word' && words.add(term));
    }
    vocabularies.set(documents, (known = words));
  }
  return known;
}

/** Words that no record has are made such that no word is near them. */
function withoutNearWords(q: string, documents: readonly IndexDocument[]): string {
  const known = vocabularyOf(documents);
  return q.replaceAll(/[a-z]{3,}/giu, (word) => (known.has(word.toLowerCase()) ? word : `${word}${'qzx'.repeat(10)}`));
}

/** Latin letters as letters of another script: words stay what they are, but nothing is known of them in Chinese. */
function inOtherScript(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => STRANGE_LETTERS[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);
}

/** The plural of English words off, by Harman's rules. */
function withoutPlurals(text: string): string {
  return text.replaceAll(/\b[a-z]{4,}\b/gi, (word) =>
    word
      .replace(/(?<![ae])ies$/i, 'y')
      .replace(/(?<![aeo])es$/i, 'e')
      .replace(/(?<![us])s$/i, ''),
  );
}

/** The fields with other weights. */
function weighted(weightOf: (weight: number) => number): Partial<IndexDefinition> {
  return {
    fields: achievementIndex.fields.map(({ name, weight, usualLength, suggest = false }) => ({
      name,
      weight: weightOf(weight),
      usualLength,
      suggest,
    })),
  };
}

export const PARTS: readonly Part[] = [
  { name: 'without traditional as simplified', text: (text) => text.replaceAll(/\p{Script=Han}/gu, strangeHan) },
  {
    name: 'without folding of width and case',
    text: (text) => text.replaceAll(/[A-Z０-９Ａ-Ｚａ-ｚ]/gu, (character) => CASES.get(character) ?? character),
  },
  { name: 'without pinyin and initials', silent: true },
  {
    name: 'without words near unknown ones',
    query: withoutNearWords,
    // What it does to a word takes pinyin and initials apart.
    only: (type) => !type.includes('pinyin'),
  },
  { name: 'without near matches of any kind', strict: true },
  {
    name: 'without what records call a word in Chinese',
    text: inOtherScript,
    only: (type) => type.startsWith('xl-'),
  },
  {
    // The record that the title names is excluded as a match, so that nothing is learned from it.
    name: 'without records like the best match',
    query: (q) => `${q} -"${q.replaceAll(/["“”„「」『』«»]/gu, ' ')}"`,
    only: (type) => type === 'cite',
  },
  { name: 'all fields of one weight', definition: weighted(() => 1) },
  { name: 'all weights halved (K1 twice as high)', definition: weighted((weight) => weight / 2) },
  { name: 'pairs of characters in any order', query: pairsApart },
  { name: 'with plurals of English words off', text: withoutPlurals },
];
