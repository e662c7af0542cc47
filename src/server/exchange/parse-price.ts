import type { Money } from '../../domain/concepts.js';

/** What a price column says. Nothing in it means that the text could not be read beyond doubt. */
export interface ParsedPrice {
  readonly price?: Money;
  /** 面议 */
  readonly negotiable?: true;
}

const NEGOTIABLE = /面议|面谈|协商|议价|商议|negotiable/i;
const AMOUNT =
  /^(¥|RMB|CNY|人民币|US\$|\$|USD|€|EUR)?(\d+(?:,\d{3})*(?:\.\d+)?)(亿|万|千)?(元|人民币|美元|USD|欧元|EUR|RMB|CNY)?$/i;

const CURRENCIES: Readonly<Record<string, string>> = {
  us$: 'USD',
  $: 'USD',
  usd: 'USD',
  美元: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
};

/**
 * Reads a price such as `20万元`, `面议` or `USD 5,000`. `unitOfColumn` is what the column's header says in parentheses,
 * `价格（万元）`. An amount without currency or unit, a range and 0 are not read: a guess would be wrong by a factor.
 */
export function parsePrice(text: string, unitOfColumn = ''): ParsedPrice {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const negotiable = NEGOTIABLE.test(plain) ? { negotiable: true as const } : {};
  const amountText = plain.replace(/\([^)]*\)/g, '').replace(NEGOTIABLE, '');
  const match = readAmount(amountText) ?? readAmount(amountText + unitOfColumn.normalize('NFKC'));
  return match ? { price: match, ...negotiable } : negotiable;
}

function readAmount(text: string): Money | undefined {
  const [, before = '', digits = '', thousands = '', after = ''] = AMOUNT.exec(text) ?? [];
  const amount = Number(digits.replaceAll(',', ''));
  const name = (before || after).toLowerCase();
  if (!(amount > 0) || (name === '' && thousands === '')) return undefined;
  const currency = CURRENCIES[name] ?? 'CNY';
  return { amount, currency, unit: unitOf(thousands, currency) };
}

function unitOf(thousands: string, currency: string): Money['unit'] {
  if (thousands === '千') return '千元';
  if (thousands === '万') return '万元';
  if (thousands === '亿') return '亿元';
  return currency === 'CNY' ? '元' : '1';
}
