import { fill, type Language } from '../language.js';
import { ODDITY_TEXTS } from './oddity-texts.js';

/** What can be odd about a row that is imported all the same. */
export type OddityKind = keyof typeof ODDITY_TEXTS;

/** Something odd about a row. */
export interface Oddity {
  readonly kind: OddityKind;
  /** The column or field it is about; rows are counted by kind and column. */
  readonly column?: string;
  /** The value as the source has it. */
  readonly value?: string;
}

/** How often something odd was met, with one example. */
export interface OddityCount extends Oddity {
  readonly count: number;
  readonly line: number;
}

/** Longest example that a report shows. */
const EXAMPLE = 60;

/** Counts what was odd, by kind and column. */
export class OddityCounter {
  readonly #counts = new Map<string, { first: Oddity; line: number; count: number }>();

  add(oddity: Oddity, line: number): void {
    const key = `${oddity.kind}\n${oddity.column ?? ''}`;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { first: oddity, line, count: 1 });
  }

  /** The counts, most frequent first. */
  list(): OddityCount[] {
    const counts = [...this.#counts.values()].toSorted((a, b) => b.count - a.count);
    return Array.from(counts, ({ first: { kind, column, value }, line, count }) => ({
      kind,
      count,
      line,
      ...(column !== undefined && { column }),
      ...(value !== undefined && { value }),
    }));
  }
}

/** What is odd, in words, with its example: `unknown value in "field", kept as it is, for example “空间技术”`. */
export function oddityText({ kind, column = '', value }: Oddity, language: Language): string {
  const text = fill(ODDITY_TEXTS[kind], language, { column });
  if (value === undefined) return text;
  const line = value.replace(/\s+/g, ' ');
  const example = line.length > EXAMPLE ? `${line.slice(0, EXAMPLE)}…` : line;
  return language === 'zh-CN' ? `${text}，例如“${example}”` : `${text}, for example “${example}”`;
}
