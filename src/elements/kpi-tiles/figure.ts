import type { FigureLang, Unit } from './unit.js';

/** A number as it is written on a tile, in pieces that can be set in different sizes. */
export interface Figure {
  /** What stands before the number: a currency in English. */
  readonly before: string;
  /** The digits, with sign: `−1.23`. */
  readonly number: string;
  /** What stands after it: `万㎡`, `million m²`, `%`. */
  readonly after: string;
  /** All of it in one line: `2.5万家`, `CNY 2 billion`. */
  readonly text: string;
  /** Power of ten between the number shown and the one declared, and digits after its point: to write another alike. */
  readonly shape: FigureShape;
}

export interface FigureShape {
  readonly shift: number;
  readonly digits: number;
  readonly isFixed: boolean;
}

/** How people scale, by powers of ten: Chinese by ten thousands, English by thousands, from a million on. */
const SCALES: Readonly<Record<FigureLang, Readonly<Record<number, string>>>> = {
  'zh-CN': { 0: '', 4: '万', 8: '亿', 12: '万亿' },
  en: { 0: '', 6: 'million', 9: 'billion', 12: 'trillion' },
};

/** Digits after the point where the record does not fix them. */
const DIGITS = 2;
/** More than browsers of 2021 can write. */
export const MOST_DIGITS = 20;

/**
 * Writes `value`, which counts `unit`, as people do in `lang`: 5,000,000 平方米 is `500万平方米` and `5 million m²`,
 * 20 亿元 is `20亿元` and `CNY 2 billion`. It is rounded to at most two digits after the point, below 1 to two digits
 * that count, or to `decimals` where the declared scale is kept; a value that is not zero never shows as zero.
 */
export function formatFigure(value: number, unit: Unit, lang: FigureLang, decimals?: number): Figure {
  const shape = shapeOf(value, unit, lang, decimals);
  const number = writeLike(value, shape, lang);
  const word = SCALES[lang][shape.shift + unit.exponent] ?? '';
  const before = lang === 'en' ? (unit.currency ?? '') : '';
  const after = (lang === 'en' ? [word, unit.base.en] : [word + unit.base['zh-CN']]).filter(Boolean).join(' ');
  // Words are set apart from the number, Chinese ones and signs are not
  const gap = /^[A-Za-z]/.test(after) ? ' ' : '';
  return {
    before,
    number,
    after,
    text: `${before && `${before} `}${number}${gap}${after}`,
    shape,
  };
}

/** The digits of another value at the scale and precision of a figure, for a number on its way to that figure. */
export function writeLike(value: number, { shift, digits, isFixed }: FigureShape, lang: FigureLang): string {
  return write(tenTimes(value, -shift), digits, isFixed, lang === 'en');
}

/**
 * A share of the target in per cent. Whole numbers, except that only a target that is met shows 100 %: 99.7 % stays
 * `99.7%`, 299,999 of 300,000 shows `99.9%`.
 */
export function formatPercent(ratio: number): string {
  const percent = tenTimes(ratio, 2);
  if (percent === 100) return '100%';
  if (percent > 99.5 && percent < 100) return `${Math.min(Math.round(percent * 10) / 10, 99.9)}%`;
  if (percent > 100 && percent < 100.5) return `${Math.max(Math.round(percent * 10) / 10, 100.1)}%`;
  return `${write(percent, fixedDigits(percent, 0), false, true)}%`;
}

/** The scale that a reader expects, once the number is rounded: 9,999.999 is 1 万, not 10000. */
function shapeOf(value: number, unit: Unit, lang: FigureLang, decimals: number | undefined): FigureShape {
  const isKept = unit.isShare || value === 0;
  const exponents = isKept ? [unit.isShare ? unit.exponent : 0] : Object.keys(SCALES[lang]).map(Number);
  let shape = { shift: 0, digits: DIGITS, isFixed: false };
  for (const [index, exponent] of exponents.entries()) {
    const shift = exponent - unit.exponent;
    const scaled = tenTimes(value, -shift);
    const isFixed = shift === 0 && decimals !== undefined;
    const digits = isFixed ? fixedDigits(scaled, decimals) : freeDigits(scaled);
    shape = { shift, digits, isFixed: isFixed && digits === decimals };
    const next = exponents[index + 1] ?? Infinity;
    if (Math.abs(Number(scaled.toFixed(Math.min(digits, MOST_DIGITS)))) < 10 ** (next - exponent)) break;
  }
  return shape;
}

/** Digits after the point: two, or as many as a number below 1 needs to show the first two that count. */
function freeDigits(value: number): number {
  const size = Math.abs(value);
  return size === 0 || size >= 1 ? DIGITS : 1 - Math.floor(Math.log10(size));
}

/** The digits wanted, unless the number would then look like zero. */
function fixedDigits(value: number, wanted: number): number {
  return value === 0 || Math.abs(value) >= 0.5 * 10 ** -wanted ? wanted : freeDigits(value);
}

/** As `Intl` would (a test compares both), whose first use alone takes a slow machine 60 ms. */
function write(value: number, digits: number, isFixed: boolean, useGrouping: boolean): string {
  if (digits > MOST_DIGITS) return withMinus(String(value));
  const all = roundedDigits(Math.abs(value), digits).padStart(digits + 1, '0');
  const point = all.length - digits;
  const whole = useGrouping ? all.slice(0, point).replace(/\B(?=(\d{3})+$)/g, ',') : all.slice(0, point);
  const fraction = isFixed ? all.slice(point) : all.slice(point).replace(/0+$/, '');
  return `${value < 0 ? '−' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** `value` in units of its last digit: the decimal number that was reported is rounded, not its binary neighbour. */
function roundedDigits(value: number, digits: number): string {
  const [mantissa = '', exponent] = value.toExponential().split('e');
  const reported = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + digits;
  if (kept >= reported.length) return reported.padEnd(kept, '0');
  return String(BigInt(reported.slice(0, Math.max(kept, 0))) + ((reported[kept] ?? '0') >= '5' ? 1n : 0n));
}

/** With the sign that is as wide as a digit. */
export function withMinus(digits: string): string {
  return digits.replace(/^-/, '−');
}

/** `value` × 10^`power`, exact to the last digit: multiplying would turn 0.07 亿 into 7000000.000000001. */
function tenTimes(value: number, power: number): number {
  const [mantissa, exponent] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}
