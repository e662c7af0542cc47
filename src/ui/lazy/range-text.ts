import type { RangeEnds } from '../../sdk/index.js';

/** What a range measures, as the platform says: `money`, `date`, `number`; anything newer is treated as a number. */
export type RangeType = string;

/** What was typed for an end of a range: a value as it is asked for, nothing, or no value that the range could have. */
export type TypedEnd = { readonly value?: string } | { readonly problem: 'money' | 'date' | 'number' };

const AMOUNT = /^(\d+(?:\.\d+)?|\.\d+)(亿|千万|百万|万|千|k|w|m|million|bn)?(元)?$/;
const FACTORS: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
  k: 1e3,
  w: 1e4,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
};
/** In which unit a bare number counts: Chinese prices of technology are spoken of in ten thousands. */
const MONEY_UNIT = { zh: 1e4, other: 1 };

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;
const COMPACT_DATE = /^(\d{4})(\d\d)(\d\d)?$/;
const NUMBER = /^(?:trl)?(-?\d+(?:\.\d+)?)(?:级)?$/;

export function moneyUnit(lang: string): number {
  return lang.startsWith('zh') ? MONEY_UNIT.zh : MONEY_UNIT.other;
}

/**
 * Reads what people write: `50`, `50万元`, `1.2亿`, `500,000元` for money (a bare number counts in 万元 on a Chinese page,
 * in yuan elsewhere); `2024`, `2024-06`, `2024年6月30日`, `20240630` for a date; `6`, `TRL 6` for a number; in any width.
 */
export function readEnd(typed: string, type: RangeType, lang: string): TypedEnd {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，¥￥]|cny|rmb|人民币/g, '');
  if (text === '') return {};
  if (type === 'money') return readMoney(text, lang);
  if (type === 'date') return readDate(text);
  const [, number] = NUMBER.exec(text) ?? [];
  return number === undefined ? { problem: 'number' } : { value: String(Number(number)) };
}

function readMoney(text: string, lang: string): TypedEnd {
  const [, amount, scale, yuan] = AMOUNT.exec(text) ?? [];
  if (amount === undefined) return { problem: 'money' };
  const factor = scale ? FACTORS[scale] : yuan ? 1 : moneyUnit(lang);
  const fen = Math.round(Number(amount) * (factor ?? 1) * 100);
  return Number.isSafeInteger(fen) ? { value: String(fen / 100) } : { problem: 'money' };
}

function readDate(text: string): TypedEnd {
  const [, year, month, day] = DATE.exec(text) ?? COMPACT_DATE.exec(text) ?? [];
  if (year === undefined) return { problem: 'date' };
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const exists = date.getUTCMonth() === Number(month ?? 1) - 1 && date.getUTCDate() === Number(day ?? 1);
  if (!exists) return { problem: 'date' };
  return { value: [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-') };
}

/** A wanted end as it stands in its field, to be typed over: `500000` is `50` on a Chinese page. */
export function writeEnd(value: string | number | undefined, type: RangeType, lang: string): string {
  if (value === undefined || value === '') return '';
  const amount = Number(value);
  return type === 'money' && Number.isFinite(amount) ? String(amount / moneyUnit(lang)) : String(value);
}

/** Whether nothing can lie between the ends. */
export function isInverted({ min = '', max = '' }: RangeEnds, type: RangeType): boolean {
  if (min === '' || max === '') return false;
  if (type !== 'date') return Number(min) > Number(max);
  // `2024-06` to `2024` is fine: the ends are the first and the last day of what they name
  const precision = Math.min(String(min).length, String(max).length);
  return String(min).slice(0, precision) > String(max).slice(0, precision);
}
