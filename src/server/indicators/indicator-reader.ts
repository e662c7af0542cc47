import type { Indicator, Observation } from '../../domain/indicator.js';
import type { Store, StoredRecord } from '../store/store.js';
import { chinaDay, computedObservations, drillDownOf } from './computed-series.js';
import { observationsOf, type SeriesReader } from './series.js';

/** Every indicator that is published, and the time of the data. */
export interface PublishedIndicators {
  /** In the plan's order, then by code. */
  readonly items: readonly Indicator[];
  readonly asOf: string;
}

/** Puts indicators together: their definitions, what was entered and what the platform counts itself. */
export class IndicatorReader {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #started: string;
  /** The last answer of `published`, and the state of the store and the day for which it holds. */
  #kept: { readonly key: string; readonly answer: Promise<PublishedIndicators> } | undefined;

  constructor(store: Store, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#now = now;
    this.#started = now().toISOString();
  }

  /** All published indicators. Put together anew only when a record has changed or a day has begun. */
  async published(): Promise<PublishedIndicators> {
    const head = await this.#store.outboxHead();
    const key = `${head}/${chinaDay(this.#now())}`;
    if (this.#kept?.key === key) return this.#kept.answer;
    const kept = { key, answer: this.#readAll() };
    this.#kept = kept;
    // A failure is for those who wait for it, not for who asks next
    kept.answer.catch(() => {
      if (this.#kept === kept) this.#kept = undefined;
    });
    return kept.answer;
  }

  /** One indicator as it stands in the store, whatever its status, with its series; `undefined` when there is none. */
  async find(idOrCode: string, reader: SeriesReader): Promise<Indicator | undefined> {
    const record = await this.#store.indicators.find(idOrCode);
    if (!record) return undefined;
    const [indicator] = await this.#complete([record], reader);
    return indicator;
  }

  async #readAll(): Promise<PublishedIndicators> {
    const asOf = (await this.#store.lastChange()) ?? this.#started;
    const items = await this.#complete(await this.#store.indicators.published(), { isOperator: false });
    return { items: items.toSorted(inPlanOrder), asOf };
  }

  async #complete(records: readonly StoredRecord[], reader: SeriesReader): Promise<Indicator[]> {
    // Stored after they were checked by the schema of their kind
    const indicators = records as readonly (StoredRecord & Indicator)[];
    const entries = await this.#store.indicators.series(indicators.map(({ id }) => id));
    const entered = observationsOf(entries, reader);
    return Promise.all(indicators.map((each) => this.#withSeries(each, entered.get(each.id) ?? [])));
  }

  async #withSeries(indicator: Indicator, entered: readonly Observation[]): Promise<Indicator> {
    const { computed } = indicator;
    const today = chinaDay(this.#now());
    const figures = computed && (await this.#store.indicators.figures(computed.query, today));
    // A query that a newer platform knew counts nothing here
    if (!computed || !figures) return { ...indicator, observations: [...entered] };
    const drillDown = indicator.drillDown ?? drillDownOf(computed.query, figures, today);
    return {
      ...indicator,
      method: indicator.method ?? 'computed',
      observations: computedObservations(figures, today),
      ...(drillDown !== undefined && { drillDown }),
    };
  }
}

function inPlanOrder(a: Indicator, b: Indicator): number {
  const order = (a.order ?? Infinity) - (b.order ?? Infinity);
  if (order !== 0 && !Number.isNaN(order)) return order;
  return a.code < b.code ? -1 : 1;
}
