import { findCode } from '../../domain/code-lists/index.js';

/** A figure as a table has it. */
export type Figure =
  | {
      readonly value: number;
      /** What it counts, where the cell says so. */
      readonly unit?: string;
      /** True where the source says about how much (`1400余`, `约300`, `突破2500`), not exactly. */
      readonly isRough: boolean;
    }
  | { readonly absence: string };

const BEFORE = '(?:约|近|超|超过|突破|达|达到|不少于|不低于|至少|≥|>=|>|about|over)';
const AFTER = '(?:余|多|左右|以上)';
const FIGURE = new RegExp(
  `^(${BEFORE})?(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)(${AFTER})?(百|千|百万|千万|万|亿)?(${AFTER})?([\\p{L}%‰°].*?)?(${AFTER})?$`,
  'iu',
);
/** At least so much is what a target says; of an actual figure it means that the exact one is not given. */
const AT_LEAST = /^(不少于|不低于|至少|≥|>=|达到?)$/;

const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** Units that are counted in 万 and 亿 as they stand, as statistics do; of people and firms such a word is a number. */
const SCALED_UNIT = /^(元|美元|欧元|㎡|平方米|平方公里|亩|吨|人次)/;

/**
 * Reads a figure: `1,234`, `１２３４`, `1.2万`, `20亿元`, `98%`, `1400余`, `na`. Words for a missing figure give the reason
 * why it is missing; nothing for a text that is no figure. What multiplies a count is worked out (`1.2万家` is 12,000
 * `家`); what belongs to a unit of money or area stays with it (`20亿元` is 20 `亿元`).
 */
export function parseFigure(cell: unknown): Figure | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, isRough: false } : undefined;
  if (typeof cell !== 'string') return undefined;
  const absence = findCode('figure-absence', cell);
  if (absence !== undefined) return { absence };
  const text = cell
    .normalize('NFKC')
    .replace(/[\u2212\u2013](?=\d)/g, '-')
    .replace(/(?<=\d)[,'](?=\d{3}(?:\D|$))/g, '')
    .replace(/\s+/g, '');
  const match = FIGURE.exec(text);
  if (!match) return undefined;
  const [, before = '', digits = '', after1, scale = '', after2, rest = '', after3] = match;
  const isRough = [after1, after2, after3].some(Boolean) || (before !== '' && !AT_LEAST.test(before));
  const counted = rest.replace(/m2$/, '㎡');
  if (scale === '' || SCALED_UNIT.test(counted)) {
    const unit = `${scale}${counted}`;
    return { value: Number(digits), isRough, ...(unit !== '' && { unit }) };
  }
  return { value: timesTenTo(digits, POWERS[scale] ?? 0), isRough, ...(counted !== '' && { unit: counted }) };
}

/** Exactly: a product of doubles makes 43,499.99… of 4.35 times ten thousand. */
function timesTenTo(digits: string, power: number): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}
