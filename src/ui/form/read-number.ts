import type { Money } from '../../domain/concepts.js';

const FACTORS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** Digits with or without commas between thousands, then Chinese counting words, then, of money, its unit. */
const FIGURE = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)([十百千万亿]*)(元?)$/;

interface Figure {
  readonly number: number;
  /** What one of it is: 10,000 for `35万`. */
  readonly factor: number;
  readonly isMoney: boolean;
}

function readFigure(text: string): Figure | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s'’_¥￥]/g, '')
    .replaceAll(/[−–—]/g, '-')
    .replaceAll('。', '.')
    .replaceAll('、', ',');
  const [, digits, words = '', yuan] = FIGURE.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const factor = Array.from(words).reduce((product, word) => product * (FACTORS[word] ?? 1), 1);
  return { number: Number(digits.replaceAll(',', '')), factor, isMoney: yuan !== '' };
}

/** A product without the dust of binary fractions: 3.3 × 10,000 is 33,000. */
function times(number: number, factor: number): number {
  return factor === 1 ? number : Number((number * factor).toPrecision(15));
}

/**
 * The number that somebody means by `text`: full-width digits, commas between thousands and counting words such as
 * `3.5万` are read. `undefined` where it is no single number; nothing is guessed.
 */
export function readNumber(text: string): number | undefined {
  const figure = readFigure(text);
  return figure && !figure.isMoney ? times(figure.number, figure.factor) : undefined;
}

type Unit = Money['unit'];

/** The amount of money that `text` means, counted in `unit` unless it names a unit itself, as `50万` and `800元` do. */
export function readMoney(text: string, unit: Unit): Money | undefined {
  const figure = readFigure(text);
  if (!figure || figure.number < 0) return undefined;
  const { number, factor, isMoney } = figure;
  const money = (amount: number, counted: Unit): Money => ({ amount, currency: 'CNY', unit: counted });
  if (factor === 1) return money(number, isMoney ? '元' : unit);
  if (factor >= 1e8) return money(times(number, factor / 1e8), '亿元');
  return factor >= 1e4 ? money(times(number, factor / 1e4), '万元') : money(times(number, factor), '元');
}

/** The two ends that `text` means, such as `50-80万`, where it is a range from less to more. */
export function readMoneyRange(text: string, unit: Unit): readonly [Money, Money] | undefined {
  const [, low, high] = /^(.*[^\s~～至到–—-])\s*[~～至到–—-]+\s*(.+)$/.exec(text.trim()) ?? [];
  const most = high === undefined ? undefined : readMoney(high, unit);
  const least = most && low !== undefined ? readMoney(low, most.unit) : undefined;
  return most && least && inYuan(least) <= inYuan(most) ? [least, most] : undefined;
}

/** An amount in the currency itself, whatever it is counted in. */
export function inYuan({ amount, unit }: Money): number {
  return amount * { 元: 1, '1': 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 }[unit];
}
