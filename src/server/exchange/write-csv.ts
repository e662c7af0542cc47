/** A cell: a text, a number as JavaScript writes it, or nothing. */
export type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula or a command when it opens the file; in China full-width signs, too. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const NEUTRAL = /^'(?='*[=+\-@＝＋－＠\t\r])/;

/**
 * CSV as spreadsheets read it: UTF-8 with a byte order mark, lines ending in CR LF. A text that would be taken for a
 * formula gets an apostrophe before it, which {@link plainCell} takes off again; numbers stay numbers.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map(csvLine).join('');
}

/** By this, before the first line, spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of {@link writeCsv}, for a table that is sent line by line. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(writeCell).join(',')}\r\n`;
}

/** The text that stood in a cell before {@link writeCsv} made it harmless. */
export function plainCell(text: string): string {
  return text.replace(NEUTRAL, '');
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // An apostrophe that was there already is kept by another one before it
  const text = FORMULA.test(cell) || NEUTRAL.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
