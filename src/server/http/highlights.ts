import type { Highlights } from '../../domain/page.js';
import { fold, type FoldedText } from '../../search/fold.js';
import { highlighter } from '../../search/highlight.js';
import { parseQuery } from '../../search/query.js';
import type { IndexDefinition } from '../../search/search-index.js';

/** The texts of a record of any kind that may be long. */
export const LONG_TEXT_FIELDS = [
  'summary',
  'benefit',
  'problemSolved',
  'innovationPoints',
  'indicators',
  'comparison',
  'economics',
  'applications',
  'transferNote',
  'requirements',
  'context',
  'attemptedSolutions',
  'constraints',
  'ipExpectation',
  'positioning',
  'facilities',
  'accessibility',
  'address',
  'audience',
] as const;
/** The texts that a page shows and that are searched; names inside organisations and persons by `name`. */
const TEXT_FIELDS = ['title', 'keywords', ...LONG_TEXT_FIELDS] as const;
const NAMED_FIELDS = ['owner', 'institutions', 'completers', 'operator', 'hosts', 'coOrganisers', 'venue'] as const;

/**
 * Finds where the words of `q` stand in a record, as ranges by path: `title.zh-CN`, `keywords.zh-CN.0`,
 * `institutions.0.name.zh-CN`. `words` are other words to mark: those by which near matches were found. Nothing for a
 * query without words, or where no shown text holds one.
 */
export function recordHighlighter(
  q: string | undefined,
  definition: IndexDefinition,
  words: readonly string[] = [],
): (record: object) => Highlights | undefined {
  const fieldNames = definition.fields.map(({ name }) => name);
  const query = parseQuery(q ?? '', fieldNames);
  if (query.required.length === 0 && words.length === 0) return () => undefined;
  const highlight = highlighter(query, words);
  return (record) => {
    const found: Highlights = {};
    for (const { path, text, folded } of textsOf(record)) {
      const ranges = highlight(text, folded);
      if (ranges.length > 0) found[path] = ranges;
    }
    return Object.keys(found).length > 0 ? found : undefined;
  };
}

interface ShownText {
  readonly path: string;
  readonly text: string;
  readonly folded: FoldedText;
}

/** Records that are shown again and again are folded once, for as long as they are kept. */
const shown = new WeakMap<object, readonly ShownText[]>();

function textsOf(record: object): readonly ShownText[] {
  let texts = shown.get(record);
  if (!texts) {
    const found: ShownText[] = [];
    const add = (text: string, path: string): void => void found.push({ path, text, folded: fold(text) });
    for (const field of TEXT_FIELDS) eachText(Reflect.get(record, field), field, add);
    for (const field of NAMED_FIELDS) eachName(Reflect.get(record, field), field, add);
    texts = found;
    shown.set(record, texts);
  }
  return texts;
}

type Visit = (text: string, path: string) => void;

function eachText(value: unknown, path: string, visit: Visit): void {
  if (typeof value === 'string') visit(value, path);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) eachText(child, `${path}.${key}`, visit);
  }
}

function eachName(value: unknown, path: string, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries()) eachName(child, `${path}.${index}`, visit);
  } else if (typeof value === 'object' && value !== null) eachText(Reflect.get(value, 'name'), `${path}.name`, visit);
}
