import { indicatorChange } from '../../../domain/indicator-change.js';
import { type Figure, formatFigure } from '../figure.js';
import type { KpiLocalizer, Reading } from '../reading.js';
import { parseUnit } from '../unit.js';

/** The difference from the same period of the year before, in words; '' where that year has no figure. */
export function changeText({ indicator, today, unit }: Reading, l10n: KpiLocalizer): string {
  const change = indicatorChange(indicator, today);
  if (!change) return '';
  const write = (value: number): Figure => formatFigure(value, unit, l10n.textLang, indicator.decimals);
  // Differences of decimals are off by the last digits of a double
  const size = Math.abs(Number(change.absolute.toPrecision(12)));
  if (size === 0) return l10n.t('kpi.change.same');
  const figure = write(size);
  const points = l10n.textLang === 'en' ? ` ${l10n.t('kpi.points')}` : l10n.t('kpi.points');
  const difference = unit.isShare && unit.base['zh-CN'] !== '‰' ? `${figure.number}${points}` : figure.text;
  const words = l10n.t(change.absolute > 0 ? 'kpi.change.up' : 'kpi.change.down', { difference });
  if (change.relative === undefined || unit.isShare) return words;
  const percent = formatFigure(Math.abs(change.relative) * 100, parseUnit({ en: '%' }), l10n.textLang, 1).text;
  return words.replace(difference, `${difference}${l10n.t('kpi.change.relative', { percent })}`);
}
