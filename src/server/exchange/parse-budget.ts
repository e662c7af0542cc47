import type { Budget } from '../../domain/demand.js';
import { type Money, MONEY_UNITS } from '../../domain/concepts.js';
import { parsePrice } from './parse-price.js';

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
/** `100-200万元`, `100万元至200万元`. */
const RANGE = new RegExp(`^(.*?${NUMBER}[^\\d-]*?)(?:-|~|—|–|至|到)(.*?${NUMBER}.*)$`);
const AT_MOST = /^(?:不超过|不高于|不多于|最高|至多|上限|≤|<=|<)(.+)$|^(.+?)(?:以内|以下|之内|及以下)$/;
const AT_LEAST = /^(?:不低于|不少于|不小于|至少|最低|≥|>=|>)(.+)$|^(.+?)(?:以上|及以上|起)$/;

/**
 * Reads a budget such as `50万元`, `100-200万元`, `不超过80万元` or `面议`. `unitOfColumn` is what the column's header says in
 * parentheses. Nothing for a text that could be meant in two ways: `约50万`, a figure without unit, a range whose ends are
 * of different currencies.
 */
export function parseBudget(text: string, unitOfColumn = ''): Budget | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(人民币)?预算:?/, '');
  const most = AT_MOST.exec(plain);
  if (most) return limit('max', most[1] ?? most[2] ?? '', unitOfColumn);
  const least = AT_LEAST.exec(plain);
  if (least) return limit('min', least[1] ?? least[2] ?? '', unitOfColumn);
  const { price, negotiable } = parsePrice(plain, unitOfColumn);
  if (price || negotiable) return { ...(price && { max: price }), ...(negotiable && { negotiable }) };
  return readRange(plain, unitOfColumn);
}

function limit(end: 'min' | 'max', text: string, unitOfColumn: string): Budget | undefined {
  const { price, negotiable } = parsePrice(text, unitOfColumn);
  return price && { [end]: price, ...(negotiable && { negotiable }) };
}

/** The unit of a range stands after its last figure: `100-200万元` begins at 1,000,000. */
function readRange(text: string, unitOfColumn: string): Budget | undefined {
  const [, first = '', last = ''] = RANGE.exec(text) ?? [];
  const max = parsePrice(last, unitOfColumn).price;
  if (!max) return undefined;
  const min = parsePrice(first).price ?? parsePrice(first + last.replace(/^.*\d/, ''), unitOfColumn).price;
  const isSound = min && min.currency === max.currency && inUnits(min) < inUnits(max);
  return isSound ? { min, max } : undefined;
}

function inUnits({ amount, unit }: Money): number {
  return amount * MONEY_UNITS[unit];
}
