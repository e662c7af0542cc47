import type { Money } from '../../../domain/concepts.js';
import { LANGUAGES, MONEY_UNITS_OFFERED } from '../compose.js';
import { type Field, fieldsOf, type FormDefinition } from '../definition.js';
import { type Entry, isBlank, type Values, withEntry } from '../values.js';

type Tree = Readonly<Record<string, unknown>>;

/** Notes in a row of a form which row of what was sent it shows; no field has this name. */
export const ROW_KEY = '#';

/** What stands at a path of a body. */
export function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Tree)[step] : undefined),
      body,
    );
}

/** What somebody would have typed for `body`: the inverse of composing, as far as the fields of the form go. */
export function decompose(definition: Pick<FormDefinition, 'sections'>, body: unknown): Values {
  let values: Values = {};
  for (const field of fieldsOf(definition)) {
    const entry = entryOf(field, body, field.path);
    if (!isBlank(entry)) values = withEntry(values, field.name, entry);
  }
  return values;
}

/** Terms of vocabularies, or levels of scales, that a field has choices for. Words of their own have no vocabulary. */
export function isOffered({ lists = '', type }: Field, term: unknown): boolean {
  const scheme = valueAt(term, 'scheme');
  return lists.split(' ').includes(String(scheme)) || (scheme === 'text' && type === 'choices');
}

function entryOf(field: Field, body: unknown, path: string): Entry {
  const value = valueAt(body, path);
  switch (field.type) {
    case 'money':
      return moneyEntry(field, value);
    case 'rows':
      return listOf(value).map((row, index) => rowEntry(field, row, index));
    case 'choice':
    case 'choices':
      return choiceEntry(field, value);
    case 'flag':
      return value === true ? 'on' : '';
    case 'number':
      return typeof value === 'number' ? String(value) : '';
    default:
      return textEntry(field, value);
  }
}

function textEntry({ type, languages }: Field, value: unknown): Entry {
  const read = (lang?: string): string => {
    const inLang = (each: unknown): unknown => (lang === undefined ? each : valueAt(each, lang));
    if (type === 'words') return listOf(inLang(value)).map(wordsOf).join('、');
    if (type === 'people')
      return listOf(value)
        .map((each) => wordsOf(valueAt(each, 'name')))
        .join('、');
    if (type === 'lines')
      return listOf(value)
        .map((each) => wordsOf(inLang(each)))
        .join('\n')
        .trim();
    return wordsOf(inLang(value));
  };
  if (!languages) return read();
  const texts = LANGUAGES.map((lang) => [lang, read(lang)] as const).filter(([, text]) => text);
  return languages === 'each' ? Object.fromEntries(texts) : (texts[0]?.[1] ?? '');
}

function choiceEntry(field: Field, value: unknown): Entry {
  const { as, type } = field;
  if (as === undefined) return type === 'choice' ? wordsOf(value) : listOf(value).map(wordsOf);
  const chosen = listOf(value)
    .filter((term) => isOffered(field, term))
    .map((term) => {
      const code = wordsOf(valueAt(term, as === 'levels' ? 'level' : 'code'));
      const scheme = wordsOf(valueAt(term, 'scheme'));
      return scheme === 'text' ? code : `${scheme}:${code}`;
    });
  return type === 'choice' ? (chosen[0] ?? '') : chosen;
}

function moneyEntry({ amounts = [], keepsWords }: Field, value: unknown): Entry {
  const entry: Record<string, string> = {};
  const read = (name: string): Partial<Money> => (valueAt(value, name) ?? {}) as Partial<Money>;
  const isReadable = ({ amount, currency }: Partial<Money>): boolean => amount !== undefined && currency === 'CNY';
  const found = [...new Set([...amounts, ...(keepsWords ? ['min', 'max'] : [])])]
    .map((name) => [name, read(name)] as const)
    .filter(([, money]) => isReadable(money));
  const [unit = '元'] = found.flatMap(([, money]) => MONEY_UNITS_OFFERED.filter((each) => each === money.unit));
  const figures = new Map(found.map(([name, money]) => [name, amountIn(money, unit)]));
  for (const name of amounts) if (figures.has(name)) entry[name] = figures.get(name) ?? '';
  // A range that has one field stands there as people write it
  if (amounts.join() === 'max' && figures.size === 2) entry['max'] = `${figures.get('min')}-${figures.get('max')}`;
  if (Object.keys(entry).length > 0) entry['unit'] = unit;
  const words = keepsWords ? wordsOf(valueAt(value, 'text')) : '';
  const [first] = amounts;
  if (words && first !== undefined) entry[first] ??= words;
  return { ...entry, ...(valueAt(value, 'negotiable') === true && { negotiable: 'on' }) };
}

const IN_YUAN: Readonly<Record<Money['unit'], number>> = { 元: 1, '1': 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

/** The figure of an amount, counted in a unit. */
function amountIn({ amount = 0, unit = '元' }: Partial<Money>, wanted: Money['unit']): string {
  return String(unit === wanted ? amount : Number(((amount * IN_YUAN[unit]) / IN_YUAN[wanted]).toPrecision(15)));
}

function rowEntry({ columns = [] }: Field, row: unknown, index: number): Values {
  let values: Values = { [ROW_KEY]: String(index) };
  for (const column of columns) {
    const entry = entryOf(column, row, column.path);
    if (!isBlank(entry)) values = withEntry(values, column.name, entry);
  }
  return values;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
