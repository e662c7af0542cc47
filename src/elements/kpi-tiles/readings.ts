import type { Indicator } from '../../domain/indicator.js';
import type { PartialDate } from '../../domain/primitives.js';
import { type KpiLocalizer, readIndicator, type Reading } from './reading.js';

/** What indicators say, by their codes. Each is read when it is first drawn: many take a slow machine long. */
export class Readings {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly #today: PartialDate;
  readonly #l10n: KpiLocalizer;
  readonly #read = new Map<string, Reading>();

  constructor(indicators: readonly Indicator[], today: PartialDate, l10n: KpiLocalizer) {
    this.indicators = new Map(indicators.map((each) => [each.code, each]));
    this.#today = today;
    this.#l10n = l10n;
  }

  get(code: string): Reading | undefined {
    const indicator = this.indicators.get(code);
    const reading = this.#read.get(code) ?? (indicator && readIndicator(indicator, this.#today, this.#l10n));
    if (reading) this.#read.set(code, reading);
    return reading;
  }
}
