import type { Indicator } from '../../../domain/indicator.js';
import type { IndicatorsResource, RecordsLink } from '../../../sdk/index.js';
import type { KpiLocalizer } from '../reading.js';

/**
 * The link to the records behind a figure: by the page's own `pattern`, else where the platform lists them. None for a
 * figure that is not counted from records, or where the pattern is empty; never an address that would run something.
 */
export function recordsLink(
  { id, code, drillDown }: Indicator,
  pattern: string | undefined,
  platform: IndicatorsResource | undefined,
  { textLang }: KpiLocalizer,
): RecordsLink | undefined {
  if (drillDown === undefined || pattern === '') return undefined;
  // The client of another copy of the library may not know how
  if (pattern === undefined) return platform?.recordsLink?.(drillDown, textLang);
  const href = pattern
    .replaceAll('{query}', drillDown)
    .replaceAll('{code}', encodeURIComponent(code))
    .replaceAll('{id}', encodeURIComponent(id));
  try {
    return /^https?:$/.test(new URL(href, document.baseURI).protocol) ? { href, isData: false } : undefined;
  } catch {
    return undefined;
  }
}
