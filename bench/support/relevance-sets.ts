import { simplified } from '../../src/search/characters.js';
import type { IndexDocument } from '../../src/search/index.js';
import type { Phonetics } from '../../src/search/index.js';
import { readLines, toDocument, type RawRecord } from './data.js';
import { judgedQueries, type JudgedQuery } from './relevance.js';

/** Records and the queries that are put to them. */
export interface RelevanceSet {
  readonly documents: readonly IndexDocument[];
  readonly queries: readonly JudgedQuery[];
}

/** Most queries of a kind that is derived here. */
const DERIVED = 100;

/** The judged queries over the Chinese records, their English titles left out, and two kinds derived from the records. */
export function chineseSet(phonetics: Phonetics): RelevanceSet {
  const documents = rawRecords().map(toDocument);
  const judged = judgedQueries();
  return { documents, queries: [...judged, ...initialsQueries(judged, phonetics), ...slipQueries(documents)] };
}

/**
 * The English titles put to the same records, of which now all but those that are sought keep their English titles: as
 * on a platform where some records are in two languages.
 */
export function bilingualSet(): RelevanceSet {
  const queries = judgedQueries()
    .filter(({ type }) => type === 'xl-en-title')
    .map(({ text, grades }): JudgedQuery => ({ text, grades, type: 'xl-en-title, others bilingual' }));
  const sought = new Set(queries.flatMap(({ grades }) => [...grades.keys()]));
  const documents = rawRecords().map((raw) => {
    const document = toDocument(raw);
    if (!raw.title_en || sought.has(raw.id)) return document;
    const { id, facets, sorts, ranges } = document;
    const texts = Object.assign({}, document.texts, { title: [raw.title, raw.title_en] });
    return { id, texts, facets, sorts, ranges };
  });
  return { documents, queries };
}

function rawRecords(): RawRecord[] {
  return ['achievements/chinaxiv-zh.jsonl.gz', 'achievements/csl-2k.jsonl.gz'].flatMap((path) =>
    readLines<RawRecord>(path),
  );
}

/** The keyword queries of three Han and more, typed by the first letter of each character's first reading. */
function initialsQueries(judged: readonly JudgedQuery[], phonetics: Phonetics): JudgedQuery[] {
  return judged
    .filter(({ type, text }) => type === 'kw-docs' && /^\p{Script=Han}{3,}$/u.test(text))
    .map(({ text, grades }) => {
      const letters = Array.from(text, (character) => {
        return phonetics.readings(String.fromCodePoint(simplified(character.codePointAt(0) ?? 0)))[0]?.[0] ?? '';
      });
      return { type: 'pinyin initials (derived)', text: letters.join(''), grades };
    });
}

/** Words of six letters and more that one to five records have in title or keywords, two neighbouring letters swapped. */
function slipQueries(documents: readonly IndexDocument[]): JudgedQuery[] {
  const having = new Map<string, Set<string>>();
  for (const { id, texts } of documents) {
    for (const text of [...(texts['title'] ?? []), ...(texts['keywords'] ?? [])]) {
      for (const word of text.toLowerCase().match(/[a-z]{6,}/g) ?? []) {
        having.set(word, (having.get(word) ?? new Set()).add(id));
      }
    }
  }
  const words = [...having]
    .filter(([word, ids]) => ids.size <= 5 && word[2] !== word[3])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const step = Math.max(1, Math.floor(words.length / DERIVED));
  return words
    .filter((_, at) => at % step === 0)
    .slice(0, DERIVED)
    .map(([word, ids]) => ({
      type: 'slip in a Latin word (derived)',
      text: word.slice(0, 2) + word[3] + word[2] + word.slice(4),
      grades: new Map(Array.from(ids, (id) => [id, 1])),
    }));
}
