import { cleanText, oneLine } from './clean-text.js';
import { findIndicatorColumn, type IndicatorColumn } from './indicator-columns.js';
import type { Oddity } from './oddities.js';
import { type ParsedPeriod, parsePeriod } from './parse-period.js';
import { plainCell } from './write-csv.js';

/** A cell under a header that is a period itself: `2021`, `2021年`, `2021年第一季度`. */
interface PeriodCell {
  readonly header: string;
  readonly period: ParsedPeriod;
  readonly cell: unknown;
}

/** The values of a row by the meaning of their headers. Notes what is odd on the way. */
export class IndicatorRow {
  readonly oddities: Oddity[] = [];
  /** Headers that are not understood. */
  readonly ignored: string[] = [];
  /** Figures of a table with one column for each period. */
  readonly periods: readonly PeriodCell[];
  readonly #cells = new Map<
    IndicatorColumn,
    { readonly header: string; readonly cell: unknown; readonly rank: number }
  >();
  readonly #units = new Map<IndicatorColumn, string>();

  constructor(values: Readonly<Record<string, unknown>>) {
    const periods: PeriodCell[] = [];
    for (const [header, cell] of Object.entries(values)) {
      if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) continue;
      const known = findIndicatorColumn(header);
      const period = known ? undefined : parsePeriod(header);
      if (known) this.#add(known.column, known.rank, header, cell, known.note);
      else if (period) periods.push({ header, period, cell });
      else this.ignored.push(header);
    }
    this.periods = periods;
  }

  /** The cell of a column, as it is. */
  cell(column: IndicatorColumn): unknown {
    return this.#cells.get(column)?.cell;
  }

  /** What the file calls a column. */
  header(column: IndicatorColumn): string {
    return this.#cells.get(column)?.header ?? column;
  }

  /** The cell as a text, without what no database can hold. Notes where characters had to go. */
  text(column: IndicatorColumn): string | undefined {
    const found = this.#cells.get(column);
    if (!found || !['string', 'number', 'boolean'].includes(typeof found.cell)) return undefined;
    const { text, removed } = cleanText(plainCell(String(found.cell as string | number | boolean)));
    if (removed) this.oddities.push({ kind: 'control-characters', column: found.header });
    return text === '' ? undefined : text;
  }

  /** The same on one line. */
  line(column: IndicatorColumn): string | undefined {
    const text = this.text(column);
    return text && oneLine(text);
  }

  /** The unit that a header names in parentheses: `完成值（亿元）`. */
  unitOf(column: IndicatorColumn): string | undefined {
    return this.#units.get(column);
  }

  #add(column: IndicatorColumn, rank: number, header: string, cell: unknown, note: string | undefined): void {
    const other = this.#cells.get(column);
    if (other && other.rank <= rank) return;
    this.#cells.set(column, { header, cell, rank });
    if (note) this.#units.set(column, note);
  }
}
