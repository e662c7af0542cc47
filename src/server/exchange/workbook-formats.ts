import { xmlTokens } from './xml-tokens.js';

/** What a number of a cell is shown as, where that is more than the number: a date or a percentage. */
export type CellFormat = (value: number) => string | undefined;

/** Formats of dates that every workbook has; 27 to 36 and 50 to 58 are those of Chinese and Japanese editions. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** Days from the zero of a workbook's calendar to 1970-01-01. */
const EPOCH = 25_569;
/** The Macintosh calendar begins four years and a day later. */
const MACINTOSH = 1462;
const DAY_MS = 86_400_000;

/** The formats of the cells' styles, by number of the style. */
export function readFormats(styles: string, isMacintosh: boolean): CellFormat[] {
  const custom = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCellStyles = false;
  for (const token of xmlTokens(styles)) {
    if ('open' in token) {
      const { numFmtId = '0', formatCode = '' } = token.attributes;
      if (token.open === 'numFmt') custom.set(Number(numFmtId), formatCode);
      if (token.open === 'cellXfs') inCellStyles = true;
      if (token.open === 'xf' && inCellStyles) formats.push(formatOf(Number(numFmtId), custom, isMacintosh));
    } else if ('close' in token && token.close === 'cellXfs') inCellStyles = false;
  }
  return formats;
}

function formatOf(id: number, custom: ReadonlyMap<number, string>, isMacintosh: boolean): CellFormat {
  // Colours, conditions and texts in quotation marks are no part of the form
  const code = (custom.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (isBuiltInPercent(id) || code.includes('%')) return percent;
  if (isBuiltInDate(id) || /[yd]|m.*y|yy/i.test(code)) return (value) => day(value + (isMacintosh ? MACINTOSH : 0));
  return () => undefined;
}

/** To the digits that a double holds for sure: 0.28 is 28 %, not 28.000000000000004 %. */
function percent(value: number): string {
  return `${Number((value * 100).toPrecision(15))}%`;
}

function day(serial: number): string | undefined {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY_MS);
  return Number.isNaN(date.getTime()) || serial < 1 ? undefined : date.toISOString().slice(0, 10);
}
