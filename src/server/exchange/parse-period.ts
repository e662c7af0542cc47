import { parseDate } from './parse-date.js';

/** From the first to the last day, both included. */
export interface Period {
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** A period as a table has it, and whether the cell calls what stands there a target (`2030目标`). */
export interface ParsedPeriod extends Period {
  readonly isTarget: boolean;
  /** True for a financial year: its days are not known from its name. */
  readonly isFiscal: boolean;
}

const pad = (month: number): string => String(month).padStart(2, '0');
const months = (year: string, first: number, last: number): Period => ({
  periodStart: `${year}-${pad(first)}`,
  periodEnd: `${year}-${pad(last)}`,
});

const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** What each form means; the first that fits counts. */
const FORMS: readonly (readonly [RegExp, (...groups: string[]) => Period | undefined])[] = [
  [/^(\d{4})(?:年|年度|财年)?$/, (year) => ({ periodStart: year, periodEnd: year })],
  [/^(\d{4})年?第?([一二三四1-4])季度$/, (year, which) => quarter(year, which)],
  [/^(\d{4})年?Q([1-4])$/i, (year, which) => quarter(year, which)],
  [/^(\d{4})年?(?:上半年|[Hh]1)$/, (year) => months(year, 1, 6)],
  [/^(\d{4})年?(?:下半年|[Hh]2)$/, (year) => months(year, 7, 12)],
  [/^(\d{4})年?前三季度$/, (year) => months(year, 1, 9)],
  [/^(\d{4})年?(\d{1,2})月?[-~至到](\d{1,2})月$/, (year, first, last) => monthRange(year, Number(first), Number(last))],
  [
    /^(\d{4})年?[-~至到](\d{4})年?$/,
    (start, end) => (start <= end ? { periodStart: start, periodEnd: end } : undefined),
  ],
];

/**
 * The period that a cell or a header names: `2024`, `2024年`, `2024年6月`, `2024Q1`, `2024年第一季度`, `2024年上半年`,
 * `2024年1-6月`, `2022—2025年`, `2024-06-30`. Nothing for a text that is none.
 */
export function parsePeriod(cell: unknown): ParsedPeriod | undefined {
  const written = typeof cell === 'number' ? String(cell) : cell;
  if (typeof written !== 'string') return undefined;
  const text = written
    .normalize('NFKC')
    .replace(/[—–―～]+/g, '-')
    .replace(/\s+/g, '');
  const isTarget = /目标|target|goal/i.test(text);
  const isFiscal = /^fy|财年/i.test(text);
  const bare = text.replace(/目标值?|target|goal/gi, '').replace(/^(?:到|至|截至|fy)/i, '');
  const period = periodOf(bare);
  return period && { ...period, isTarget, isFiscal };
}

function periodOf(text: string): Period | undefined {
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    if (match) return read(...(match.slice(1) as string[]));
  }
  const day = parseDate(text);
  return day === undefined ? undefined : { periodStart: day, periodEnd: day };
}

function quarter(year: string, which: string): Period {
  const number = NUMERALS[which] ?? Number(which);
  return months(year, number * 3 - 2, number * 3);
}

function monthRange(year: string, first: number, last: number): Period | undefined {
  return first >= 1 && last <= 12 && first <= last ? months(year, first, last) : undefined;
}
