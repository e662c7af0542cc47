import { type Money, MONEY_UNITS } from '../domain/concepts.js';
import type { Localizer } from './localize-controller.js';

/** An amount as the reader writes it: in Chinese yuan keep the unit they were counted in (`300 万元`), else `CNY 3,000,000`. */
export function moneyText(
  { amount, currency, unit }: Money,
  l10n: Pick<Localizer<never>, 'textLang' | 'number'>,
): string {
  const { textLang } = l10n;
  if (textLang === 'zh-CN' && currency === 'CNY') return `${l10n.number(amount)} ${unit === '1' ? '元' : unit}`;
  return new Intl.NumberFormat(textLang, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 0,
  }).format(amount * MONEY_UNITS[unit]);
}
