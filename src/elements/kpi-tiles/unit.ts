import type { LanguageMap } from '../../domain/primitives.js';

/** The two languages that figures are written in. */
export type FigureLang = 'zh-CN' | 'en';

/** A unit taken apart, so that a figure can move to the scale that a reader expects: `万元` counts 10⁴ of `元`. */
export interface Unit {
  /** Power of ten that the declared unit multiplies its figures by: 4 for `万元`, 0 for `家`. */
  readonly exponent: number;
  /** What is counted, without that power: `元`, `㎡`, `家`. */
  readonly base: Readonly<Record<FigureLang, string>>;
  /** ISO 4217 code, which English writes before the number. */
  readonly currency?: string;
  /** Per cent, per mille: written without a space, never counted in 万. */
  readonly isShare: boolean;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  元: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港元: 'HKD',
  英镑: 'GBP',
  日元: 'JPY',
};

/** English for what Chinese records count. Measure words (家, 项, 个 …) have none: a number stands alone. */
const ENGLISH: Readonly<Record<string, string>> = {
  平方米: 'm²',
  '㎡': 'm²',
  亩: 'mu',
  公顷: 'ha',
  人: 'people',
  吨: 't',
  天: 'days',
  个百分点: 'percentage points',
};

const CHINESE_SCALES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
export const ENGLISH_SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Takes the unit of a record apart. Without a unit, or with one it does not know, the figure keeps its own scale. */
export function parseUnit(unit: LanguageMap | undefined): Unit {
  const chinese = labelIn(unit, 'zh');
  const english = labelIn(unit, 'en');
  const zh = takeChineseScale(chinese);
  const en = takeEnglishScale(english);
  const currency = CURRENCIES[zh.base] ?? en.currency;
  const baseInEnglish = currency === undefined ? en.base || (ENGLISH[zh.base] ?? wordFor(zh.base)) : '';
  return {
    exponent: chinese === '' ? en.exponent : zh.exponent,
    base: { 'zh-CN': zh.base || en.base || (currency ?? ''), en: baseInEnglish },
    currency,
    isShare: /^[%％‰]$/.test(zh.base || en.base),
  };
}

/** What the record calls its unit in a language; '' where it does not. */
export function labelIn(unit: LanguageMap | undefined, primary: string): string {
  return (
    Object.entries(unit ?? {})
      .find(([tag]) => tag.startsWith(primary))?.[1]
      .trim() ?? ''
  );
}

/** `万元` is 10⁴ of `元`; `千` counts only before money, since 千瓦 and 千米 are units of their own. */
function takeChineseScale(label: string): { exponent: number; base: string } {
  const [, scale = '', base = ''] = /^(万亿|[十百千]?万|亿|千(?=元))?(.*)$/s.exec(label) ?? [];
  return { exponent: Array.from(scale).reduce((sum, each) => sum + (CHINESE_SCALES[each] ?? 0), 0), base };
}

/** `CNY 100 million` is 10⁸ of the currency, `10,000 m²` is 10⁴ of `m²`. */
function takeEnglishScale(label: string): { exponent: number; base: string; currency?: string } {
  const [, currency, power = '', word = '', base = ''] =
    /^(?:([A-Z]{3})\b)?\s*(10?0?,?000|10{0,2})?(?!\d)\s*(?:(thousand|million|billion|trillion)\b)?\s*(.*)$/s.exec(
      label,
    ) ?? [];
  const exponent = Math.max(power.replace(',', '').length - 1, 0) + (ENGLISH_SCALES[word] ?? 0);
  return { exponent, base, currency };
}

/** A unit that needs no translation (kWh, %); a Chinese measure word has none, and any other word stays as it is. */
function wordFor(base: string): string {
  return /^[家项个件次场名位所座宗条份起户支款只例笔篇部套台]$/.test(base) ? '' : base;
}
