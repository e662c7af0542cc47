import fc from 'fast-check';
import type { IndexDefinition, IndexDocument } from '../../../src/search/index.js';

/** A small kind of record for tests: the index must not know achievements. */
export interface Note {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly colours?: readonly string[];
  readonly shape?: string;
  readonly day?: number;
  readonly size?: number;
}

export const noteIndex: IndexDefinition<Note> = {
  kind: 'note',
  version: 1,
  fields: [
    { name: 'title', weight: 5, usualLength: 8, suggest: true },
    { name: 'tags', weight: 2, usualLength: 8, suggest: true },
    { name: 'body', weight: 1, usualLength: 30 },
  ],
  facets: ['colour', 'shape'],
  sorts: ['newest'],
  ranges: ['size', 'newest'],
  toDocument: (note): IndexDocument => ({
    id: note.id,
    texts: { title: [note.title], tags: note.tags ?? [], body: note.body === undefined ? [] : [note.body] },
    facets: { colour: note.colours ?? [], shape: note.shape === undefined ? [] : [note.shape] },
    sorts: { newest: note.day },
    ranges: { size: note.size },
  }),
};

// Few characters and words, so that runs meet, overlap and repeat; traditional and full-width forms among them.
const han = fc.constantFrom('电', '池', '材', '料', '钙', '鈣', '鈦', '钛', '矿', '𠮷');
const word = fc.constantFrom('solar', 'Solar', 'cell', 'ＣＥＬＬ', 'x', 'mos2');
const hanRun = fc.array(han, { minLength: 1, maxLength: 6 }).map((characters) => characters.join(''));
const separator = fc.constantFrom(' ', '，', '。', '-', '\n', '');
const sentence = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.oneof(hanRun, word), separator), { maxLength })
    .map((pieces) => pieces.map(([text, gap]) => (gap === '' && /\w$/.test(text) ? `${text} ` : text + gap)).join(''));

export const note = (id: fc.Arbitrary<string>): fc.Arbitrary<Note> =>
  fc.record({
    id,
    title: sentence(4),
    body: fc.option(sentence(12), { nil: undefined }),
    tags: fc.array(sentence(2), { maxLength: 3 }),
    colours: fc.uniqueArray(fc.constantFrom('red', 'green', 'blue', '红'), { maxLength: 3 }),
    shape: fc.option(fc.constantFrom('round', 'square'), { nil: undefined }),
    day: fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined }),
    size: fc.option(fc.constantFrom(-2.5, 0, 1e-9, 0.5, 3, 1e12), { nil: undefined }),
  });

export const notes: fc.Arbitrary<Note[]> = fc.uniqueArray(
  note(fc.integer({ min: 0, max: 60 }).map((number) => `n${number}`)),
  { selector: ({ id }) => id, maxLength: 25 },
);

/** One part of a query: a run of Han or a word, perhaps in one field, perhaps excluded. */
export const part: fc.Arbitrary<{ text: string; field?: string; excluded?: boolean }> = fc.record(
  {
    text: fc.oneof(
      fc.array(han, { minLength: 1, maxLength: 4 }).map((characters) => characters.join('')),
      word,
    ),
    field: fc.constantFrom('title', 'tags', 'body'),
    excluded: fc.constantFrom(true, false, false),
  },
  { requiredKeys: ['text'] },
);

export const filters: fc.Arbitrary<Record<string, string[]>> = fc.record(
  {
    colour: fc.uniqueArray(fc.constantFrom('red', 'green', '红', 'absent'), { maxLength: 2 }),
    shape: fc.uniqueArray(fc.constantFrom('round', 'square'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const ends = (end: fc.Arbitrary<number>): fc.Arbitrary<{ min?: number; max?: number }> =>
  fc.record({ min: end, max: end }, { requiredKeys: [] });

/** What a query may choose beside words: values of facets, all or any of them, and ranges. */
export const selection: fc.Arbitrary<{
  filters: Record<string, string[]>;
  matchAll: string[];
  ranges: Record<string, { min?: number; max?: number }>;
}> = fc.record({
  filters,
  matchAll: fc.subarray(['colour', 'shape']),
  ranges: fc.record(
    {
      newest: ends(fc.integer({ min: -4, max: 10 })),
      size: ends(fc.constantFrom(-Infinity, -2.5, 0, 0.5, 4, Infinity)),
    },
    { requiredKeys: [] },
  ),
});

export function typed(parts: readonly { text: string; field?: string; excluded?: boolean }[]): string {
  return parts
    .map(({ text, field, excluded }) => `${excluded ? '-' : ''}${field === undefined ? '' : `${field}:`}${text}`)
    .join(' ');
}
