import { type Fault, SourceFileError } from './fault.js';
import type { SourceRow } from './source-row.js';
import { type Archive, openArchive } from './unzip.js';
import { type CellFormat, readFormats } from './workbook-formats.js';
import { xmlTokens } from './xml-tokens.js';

/** A sheet as a grid: `rows.get(3)?.get(0)` is A3. Rows count from 1 as in the margin, columns from 0. */
type Grid = Map<number, Map<number, string | number>>;

/** What is wrong with a row of headers; nothing when its columns are understood. */
export type ColumnCheck = (columns: readonly string[]) => Fault | undefined;

/** How many rows may stand above the header: titles, units, remarks. */
const MAX_ABOVE = 20;

/**
 * Reads the rows of an Excel workbook (`.xlsx`) held in memory: of the first sheet that is not hidden and has a row of
 * headers that are understood. What stands above that row is left out. Merged cells count for every row and column
 * that they cover; dates come as `2024-06-30`, percentages as they are shown.
 * @throws {SourceFileError} when it is no workbook, or no sheet has headers that are understood
 */
export function readWorkbook(bytes: Uint8Array, checkColumns: ColumnCheck): SourceRow[] {
  const archive = openArchive(bytes);
  const part = (name: string): string => decode(archive, name) ?? '';
  const book = part('xl/workbook.xml');
  const formats = readFormats(part('xl/styles.xml'), /date1904\s*=\s*"(1|true)"/.test(book));
  const strings = readStrings(part('xl/sharedStrings.xml'));
  let fault: SourceFileError | undefined;
  for (const sheet of visibleSheets(book, part('xl/_rels/workbook.xml.rels'))) {
    const grid = readSheet(part(sheet), strings, formats);
    const header = findHeader(grid, checkColumns);
    if (header !== undefined) return rowsBelow(grid, header);
    const [first] = grid.values();
    const columns = first && checkColumns([...first.values()].map(String));
    if (columns) fault ??= new SourceFileError(columns);
  }
  throw fault ?? new SourceFileError({ code: 'workbook-broken' });
}

function decode(archive: Archive, name: string): string | undefined {
  const bytes = archive(name);
  return bytes && new TextDecoder().decode(bytes);
}

/** Parts of the sheets that are shown, in the order of their tabs. */
function visibleSheets(book: string, relations: string): string[] {
  const targets = new Map<string, string>();
  for (const token of xmlTokens(relations)) {
    if (!('open' in token) || token.open !== 'Relationship') continue;
    const { Id = '', Target = '' } = token.attributes;
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  const sheets: string[] = [];
  for (const token of xmlTokens(book)) {
    if (!('open' in token) || token.open !== 'sheet') continue;
    // `r:id` without its prefix
    const { id = '', state = 'visible' } = token.attributes;
    const target = targets.get(id);
    if (target !== undefined && state === 'visible') sheets.push(target);
  }
  return sheets;
}

/** Texts that cells refer to by number; how they are pronounced, which Excel keeps beside them, is left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inReading = false;
  for (const token of xmlTokens(xml)) {
    if ('text' in token) {
      if (inText && !inReading) text += token.text;
    } else if ('open' in token) {
      if (token.open === 'si') text = '';
      if (token.open === 't') inText = true;
      if (token.open === 'rPh') inReading = true;
    } else {
      if (token.close === 'si') strings.push(text);
      if (token.close === 't') inText = false;
      if (token.close === 'rPh') inReading = false;
    }
  }
  return strings;
}

interface OpenCell {
  readonly place: string;
  readonly type: string;
  readonly style: number;
  text: string;
}

function readSheet(xml: string, strings: readonly string[], formats: readonly CellFormat[]): Grid {
  const grid: Grid = new Map();
  let cell: OpenCell | undefined;
  let inValue = false;
  const merged: string[] = [];
  for (const token of xmlTokens(xml)) {
    if ('text' in token) {
      if (cell && inValue) cell.text += token.text;
    } else if ('open' in token) {
      const { r = '', t = 'n', s = '0', ref = '' } = token.attributes;
      if (token.open === 'c') cell = { place: r, type: t, style: Number(s), text: '' };
      if (token.open === 'v' || token.open === 't') inValue = true;
      if (token.open === 'mergeCell') merged.push(ref);
    } else {
      if (token.close === 'v' || token.close === 't') inValue = false;
      if (token.close === 'c' && cell) {
        put(grid, cell.place, valueOf(cell, strings, formats));
        cell = undefined;
      }
    }
  }
  for (const range of merged) spread(grid, range);
  return grid;
}

function valueOf(
  { type, style, text }: OpenCell,
  strings: readonly string[],
  formats: readonly CellFormat[],
): string | number {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'n' && text !== '') return formats[style]?.(Number(text)) ?? Number(text);
  if (type === 'b') return text === '1' ? '是' : '否';
  return text;
}

/** Row from 1 and column from 0 of `BC12`. */
function placeOf(place: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? [];
  if (digits === '') return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

function put(grid: Grid, place: string, value: string | number): void {
  const at = placeOf(place);
  if (!at || value === '') return;
  const row = grid.get(at.row) ?? new Map<number, string | number>();
  grid.set(at.row, row.set(at.column, value));
}

/** Gives every cell of a merged range the value of its first one. Rows that hold nothing else stay empty. */
function spread(grid: Grid, range: string): void {
  const [first, last] = range.split(':').map(placeOf);
  const value = first && grid.get(first.row)?.get(first.column);
  if (!first || !last || value === undefined) return;
  for (const [row, cells] of grid) {
    if (row < first.row || row > last.row) continue;
    for (let column = first.column; column <= last.column; column += 1)
      if (!cells.has(column)) cells.set(column, value);
  }
}

function findHeader(grid: Grid, checkColumns: ColumnCheck): number | undefined {
  const rows = [...grid.keys()].sort((a, b) => a - b).slice(0, MAX_ABOVE);
  return rows.find((row) => {
    // A title merged over the table has one text, however many columns it covers
    const names = new Set([...(grid.get(row)?.values() ?? [])].map(String));
    return names.size > 1 && checkColumns([...names]) === undefined;
  });
}

function rowsBelow(grid: Grid, header: number): SourceRow[] {
  const names = grid.get(header) ?? new Map<number, string | number>();
  return [...grid]
    .filter(([row]) => row > header)
    .sort(([a], [b]) => a - b)
    .map(([line, cells]) => {
      const values: Record<string, unknown> = {};
      // Of two columns with one name, the first that says something counts
      for (const [column, name] of names) values[String(name).trim()] ??= cells.get(column);
      return { line, values };
    });
}
