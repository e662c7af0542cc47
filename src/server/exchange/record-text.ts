import { codeLabel } from '../../domain/code-lists/index.js';
import type { Budget } from '../../domain/demand.js';
import { pickText } from '../../domain/language.js';
import { type Concept, type Money, MONEY_UNITS, type Readiness } from '../../domain/concepts.js';
import { type LanguageMap, type Organisation } from '../../domain/primitives.js';
import type { Language } from '../language.js';

/** The text of a language map in `lang`, else in another language; empty when there is none. */
export function textIn(map: LanguageMap | undefined, lang: Language): string {
  return pickText(map, lang)?.text ?? '';
}

export function nameOf({ name }: Organisation, lang: Language): string {
  return textIn(name, lang);
}

/** What a concept is called: a code's label, or the words of the source. */
export function conceptLabel({ scheme, code }: Concept, lang: Language): string {
  return codeLabel(scheme, code, lang);
}

const SCALES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'iso-16290-2013': { 'zh-CN': '技术就绪度', en: 'TRL' },
  'gbt-22900': { 'zh-CN': '技术就绪度', en: 'TRL' },
};

/** `TRL 6`; the words of the level where its scale is known by them. */
export function readinessShort({ scheme, level }: Readiness, lang: Language): string {
  const scale = SCALES[scheme]?.[lang];
  if (scale !== undefined) return lang === 'zh-CN' ? `${scale} ${level} 级` : `${scale} ${level}`;
  const label = codeLabel(scheme, String(level), lang);
  return label === String(level) ? `${scheme} ${level}` : label;
}

/** `TRL 6: demonstrated …`, as far as its scale has words for it. */
export function readinessText(readiness: Readiness, lang: Language): string {
  const { scheme, level } = readiness;
  const label = codeLabel(scheme, String(level), lang);
  const short = readinessShort(readiness, lang);
  if (SCALES[scheme] === undefined || label === String(level)) return short;
  return `${short}${lang === 'zh-CN' ? '：' : ': '}${label}`;
}

/** The amount in whole units of its currency. */
export function plainAmount({ amount, unit }: Money): number {
  return Number((amount * MONEY_UNITS[unit]).toPrecision(15));
}

/** `80 万元` in Chinese, as the source counts; `CNY 800,000` in English, which has no 万. */
export function moneyText(money: Money, lang: Language): string {
  const { amount, currency, unit } = money;
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 6 });
  if (lang === 'en') return `${currency} ${format.format(plainAmount(money))}`;
  if (currency === 'CNY') return `${format.format(amount)} ${unit === '1' ? '元' : unit}`;
  return `${format.format(plainAmount(money))} ${currency}`;
}

const BUDGET: Readonly<Record<'most' | 'least' | 'negotiable', Readonly<Record<Language, string>>>> = {
  most: { 'zh-CN': '不超过 ', en: 'up to ' },
  least: { 'zh-CN': '不低于 ', en: 'from ' },
  negotiable: { 'zh-CN': '面议', en: 'negotiable' },
};

/** `50 万元 – 100 万元`, `不超过 80 万元`, `面议`, or the words of the source. Nothing where a budget says nothing. */
export function budgetText({ min, max, negotiable, text }: Budget, lang: Language): string | undefined {
  const range =
    min && max
      ? [...new Set([moneyText(min, lang), moneyText(max, lang)])].join(' – ')
      : max
        ? BUDGET.most[lang] + moneyText(max, lang)
        : min && BUDGET.least[lang] + moneyText(min, lang);
  const parts = [range, text, negotiable === true ? BUDGET.negotiable[lang] : undefined];
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.join(lang === 'en' ? ', ' : '，') : undefined;
}
