import { firstDay, lastDay } from '../../domain/partial-date.js';
import type { PartialDate } from '../../domain/primitives.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { KpiTilesKey } from './messages.js';

type L10n = Localizer<KpiTilesKey>;

/**
 * A period as people name it: `2025年`, `2025年第3季度`, `2025年1月至9月`, `2021–2025年`. The days of whole months, and the
 * months of whole years, are not spelt out.
 */
export function periodText(start: PartialDate, end: PartialDate, l10n: L10n): string {
  const [from, to] = coarse(start, end);
  if (from === to) return l10n.date(from);
  const [year, fromPart] = [from.slice(0, 4), from.slice(5)];
  if (fromPart === '') return `${year}–${l10n.date(to)}`;
  const sameYear = to.startsWith(year);
  const quarter = sameYear ? ['01/03', '04/06', '07/09', '10/12'].indexOf(`${fromPart}/${to.slice(5)}`) + 1 : 0;
  if (quarter > 0) return l10n.t('kpi.quarter', { year: l10n.date(year), quarter });
  // The year is said once: first in Chinese, last in English
  const first = l10n.date(from);
  const last = l10n.date(to);
  return l10n.t('kpi.range', {
    from: sameYear ? first.replace(/,? \d{4}$/, '') : first,
    to: sameYear ? last.replace(/^\d{4}年/, '') : last,
  });
}

/** The day up to which a figure holds; a whole year holds to its end. */
export function asOfText(date: PartialDate, l10n: L10n): string {
  return l10n.t(date.length === 4 ? 'kpi.asOfYear' : 'kpi.asOf', { date: l10n.date(date) });
}

/** Both ends as years where the period is of whole years, as months where it is of whole months. */
function coarse(start: PartialDate, end: PartialDate): readonly [string, string] {
  for (const length of [4, 7]) {
    const [from, to] = [start.slice(0, length), end.slice(0, length)];
    if (firstDay(from) === firstDay(start) && lastDay(to) === lastDay(end)) {
      if (length === 4) return [from, to];
      return [from.length === 4 ? `${from}-01` : from, to.length === 4 ? `${to}-12` : to];
    }
  }
  return [start, end];
}
