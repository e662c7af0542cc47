import { cleanText, oneLine } from './clean-text.js';
import type { KnownColumn } from './column-finder.js';
import type { Oddity, OddityKind } from './oddities.js';
import { plainCell } from './write-csv.js';

interface Cell {
  readonly header: string;
  readonly value: unknown;
  readonly rank: number;
  readonly note?: string;
}

/** One row under the names we know, its texts cleaned. What is odd about it is collected while it is read. */
export class TableRow<Column extends string> {
  readonly oddities: Oddity[] = [];
  /** Headers that hold something but are not understood. */
  readonly ignored: string[] = [];
  readonly #cells = new Map<string, Cell>();
  readonly #present = new Set<string>();

  constructor(
    values: Readonly<Record<string, unknown>>,
    findColumn: (header: string) => KnownColumn<Column> | undefined,
  ) {
    for (const [header, value] of Object.entries(values)) {
      const known = findColumn(header);
      if (known) this.#present.add(known.column);
      if (isEmpty(value)) continue;
      if (!known) {
        this.ignored.push(header);
        continue;
      }
      const other = this.#cells.get(known.column);
      if (!other || known.rank < other.rank) this.#cells.set(known.column, { ...known, header, value });
    }
  }

  /** Notes something odd, with the header that the source uses for the column. */
  note(kind: OddityKind, column?: Column, value?: string): void {
    this.oddities.push({
      kind,
      ...(column && { column: this.#cells.get(column)?.header ?? column }),
      ...(value !== undefined && { value }),
    });
  }

  /** Whether the source has such a column, even when this row leaves it empty. */
  has(column: Column): boolean {
    return this.#present.has(column);
  }

  /** What the column's header says in parentheses. */
  headerNote(column: Column): string | undefined {
    return this.#cells.get(column)?.note;
  }

  /** A text, its line breaks kept. */
  text(column: Column): string | undefined {
    const cell = this.#cells.get(column);
    if (!cell) return undefined;
    const parts = (Array.isArray(cell.value) ? cell.value : [cell.value]).flatMap((part) => this.#clean(column, part));
    return parts.length > 0 ? parts.join('; ') : undefined;
  }

  /** A text on one line. One longer than `max` is no such value and is left out. */
  short(column: Column, max: number): string | undefined {
    const text = this.text(column);
    const line = text && oneLine(text);
    if (line && line.length > max) {
      this.note('unusable-value', column, line);
      return undefined;
    }
    return line;
  }

  /** The values of a list, each once: an array as it is, a text cut by `split`. */
  list(column: Column, split: (text: string) => string[], max: number): string[] {
    const cell = this.#cells.get(column);
    if (!cell) return [];
    const parts = Array.isArray(cell.value)
      ? cell.value.flatMap((part) => this.#clean(column, part))
      : this.#clean(column, cell.value).flatMap(split);
    const lines = [...new Set(parts.map(oneLine).filter((part) => part !== ''))];
    return lines.filter((line) => {
      if (line.length > max) this.note('unusable-value', column, line);
      return line.length <= max;
    });
  }

  /** The text of one value, as a list of none or one. */
  #clean(column: Column, value: unknown): string[] {
    if (isEmpty(value)) return [];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      this.note('unusable-value', column, JSON.stringify(value));
      return [];
    }
    const { text, removed } = cleanText(plainCell(String(value)));
    if (removed) this.note('control-characters', column, text);
    if (text.includes('\uFFFD')) this.note('replacement-characters', column, text);
    return text === '' ? [] : [text];
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.every(isEmpty))
  );
}
