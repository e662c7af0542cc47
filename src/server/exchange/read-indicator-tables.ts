import { LIST_KEYS } from './detect-format.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The rows in a JSON document of statistics. A list of objects is taken as it is. Of an object every part is read that is
 * a list of rows or a table: `{years, rows: {name: [figure, …]}}` has a series in each row,
 * `{columns, rows: {name: [figure, …]}}` an indicator for each row and column, in the year that the part's name ends in.
 * What a part says beside them (`unit`, `source`) holds for all its rows; where the document has a list of `sources`,
 * a row's `source` is looked up there.
 */
export function rowsOfDocument(document: unknown): Values[] {
  if (Array.isArray(document)) return document.filter(isObject);
  if (!isObject(document)) return [];
  const list = LIST_KEYS.map((key) => document[key]).find(Array.isArray);
  if (list) return list.filter(isObject);
  const sources = isObject(document.sources) ? document.sources : {};
  const rows = Object.entries(document).flatMap(([name, part]) => {
    if (part === document.sources) return [];
    if (Array.isArray(part)) return part.filter(isObject);
    return isObject(part) && isObject(part.rows) ? rowsOfTable(name, part, part.rows) : [];
  });
  return rows.map((row) => withSource(row, sources));
}

function rowsOfTable(name: string, { years, columns, unit, source }: Values, rows: Values): Values[] {
  const about = { ...(unit !== undefined && { unit }), ...(source !== undefined && { source }) };
  const cells = Object.entries(rows).flatMap(([row, list]) =>
    Array.isArray(list) ? [{ row, list: list as unknown[] }] : [],
  );
  if (Array.isArray(years)) {
    return cells.map(({ row, list }) => {
      const series = years.map((year, at) => [String(year), list[at]] as const);
      return { title: `${sentence(name)}: ${row}`, ...about, ...Object.fromEntries(series) };
    });
  }
  if (!Array.isArray(columns)) return [];
  const [period] = /(?:fy)?(?:19|20)\d{2}$/i.exec(name) ?? [];
  return cells.flatMap(({ row, list }) =>
    columns.map((column, at) => ({
      title: `${row}: ${String(column)}`,
      ...about,
      ...(period !== undefined && { period }),
      value: list[at],
    })),
  );
}

/** `new_licenses_by_agency` in words: `New licenses by agency`. */
function sentence(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withSource(row: Values, sources: Values): Values {
  const known = typeof row.source === 'string' ? sources[row.source] : undefined;
  return typeof known === 'string' ? { ...row, source: known } : row;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
