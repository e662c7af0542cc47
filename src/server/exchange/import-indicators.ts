import * as z from 'zod/mini';
import { firstDay, lastDay } from '../../domain/partial-date.js';
import { Indicator, Observation, Target } from '../../domain/indicator.js';
import { pickText } from '../../domain/language.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { recordId } from '../../domain/record-id.js';
import { faultsOf } from '../http/issue-messages.js';
import { isRealDay } from '../http/storable.js';
import type { Language } from '../language.js';
import { StoreError } from '../store/errors.js';
import type { PutResult, RecordResult, Store, StoredRecord } from '../store/store.js';
import type { Fault } from './fault.js';
import type { RejectedRow } from './import-records.js';
import { type IndicatorFacts, mapIndicatorRow, type MappedIndicatorRow } from './map-indicator.js';
import { OddityCounter, type OddityCount } from './oddities.js';
import type { SourceRow } from './source-row.js';

/** How indicators are imported. */
export interface IndicatorImportOptions {
  /** Where to; absent for a trial, which knows of no indicators but those of the file and writes nothing. */
  readonly store?: Pick<Store, 'putRecords' | 'indicators'>;
  /** Language of messages, and of texts that do not say theirs. */
  readonly language: Language;
  /** Name of the source of indicators that are new. */
  readonly sourceName: string;
  /** Time of the import, ISO 8601. */
  readonly now: string;
  /** Who imports, as the history names them. */
  readonly by: string;
  /** Why: kept with every figure that is entered or corrected. */
  readonly reason: LanguageMap;
  readonly onReject?: (rejected: RejectedRow) => void;
}

/** What an import did. */
export interface IndicatorImportReport {
  /** Rows read. */
  readonly read: number;
  /** Rows that were not used. */
  readonly rejected: number;
  /** Definitions of indicators. */
  readonly indicators: PutResult;
  /** Their figures. */
  readonly figures: RecordResult;
  readonly oddities: readonly OddityCount[];
  /** Columns that are not understood, with the number of rows that hold something there; most frequent first. */
  readonly ignoredColumns: readonly { readonly header: string; readonly count: number }[];
}

/**
 * Imports indicators: a row is a whole indicator in the platform's own shape, or gives one figure, one target or the
 * figures of several periods in as many columns. Rows with the same code, or else the same name, are one indicator; what
 * they leave out of its definition stays as the platform has it. Importing a file twice changes nothing.
 */
export async function importIndicators(
  rows: AsyncIterable<SourceRow> | Iterable<SourceRow>,
  options: IndicatorImportOptions,
): Promise<IndicatorImportReport> {
  const run = new ImportRun(options);
  for await (const row of rows) await run.add(row);
  return run.finish();
}

const Figures = z.object({ observations: z.array(Observation), targets: z.array(Target) });

type Mapped = Exclude<MappedIndicatorRow, { fault: Fault }>;

/** One indicator as the rows so far have it. */
interface Draft {
  readonly rows: { readonly line: number; readonly row: unknown }[];
  readonly known: Indicator | undefined;
  facts: IndicatorFacts;
  likelyBasis: string;
  readonly observations: Map<string, Observation>;
  readonly targets: Map<string, Target>;
}

interface Made {
  readonly indicator: Indicator;
  readonly draft: Draft;
}

interface Written {
  readonly indicators: { created: number; updated: number; unchanged: number };
  readonly figures: { entered: number; corrected: number; unchanged: number };
}

class ImportRun {
  readonly #options: IndicatorImportOptions;
  readonly #drafts = new Map<string, Draft>();
  readonly #oddities = new OddityCounter();
  readonly #ignored = new Map<string, number>();
  #read = 0;
  #rejected = 0;

  constructor(options: IndicatorImportOptions) {
    this.#options = options;
  }

  async add(row: SourceRow): Promise<void> {
    this.#read += 1;
    if ('fault' in row) return this.#reject(row.line, row.fault, row.text);
    const mapped = isNative(row.values)
      ? this.#native(row.values)
      : mapIndicatorRow(row.values, this.#options.language);
    const fault = 'fault' in mapped ? mapped.fault : await this.#merge(mapped, row.line, row.values);
    if (fault) this.#reject(row.line, fault, row.values);
  }

  async finish(): Promise<IndicatorImportReport> {
    const made: Made[] = [];
    for (const draft of this.#drafts.values()) {
      const indicator = this.#indicator(draft);
      if ('fault' in indicator) this.#rejectAll(draft, indicator.fault);
      else made.push({ indicator, draft });
    }
    const { indicators, figures } = await this.#writeAll(made);
    const ignoredColumns = [...this.#ignored]
      .map(([header, count]) => ({ header, count }))
      .toSorted((a, b) => b.count - a.count);
    const oddities = this.#oddities.list();
    return { read: this.#read, rejected: this.#rejected, indicators, figures, oddities, ignoredColumns };
  }

  /** A whole indicator in the platform's own shape; what the platform assigns may be absent. */
  #native(values: Readonly<Record<string, unknown>>): MappedIndicatorRow {
    const { now, sourceName } = this.#options;
    const assigned = { id: 'new', status: 'published', createdAt: now, updatedAt: now, observations: [] };
    const whole = { ...assigned, source: { name: sourceName, id: String(values.code) }, ...values };
    const parsed = Indicator.safeParse(whole);
    if (!parsed.success) return { fault: this.#invalid(parsed.error.issues, whole) };
    const { observations, targets = [], id: _id, createdAt: _created, updatedAt: _updated, ...facts } = parsed.data;
    return { facts, likelyBasis: facts.basis, observations, targets, oddities: [], ignored: [] };
  }

  async #merge(mapped: Mapped, line: number, row: unknown): Promise<Fault | undefined> {
    const { facts, observations, targets } = mapped;
    const draft = this.#drafts.get(facts.code) ?? (await this.#newDraft(mapped));
    const unit = unitOf(draft.facts) ?? unitOf(draft.known);
    const own = unitOf(facts);
    if (unit !== undefined && own !== undefined && unit !== own) {
      return { code: 'unit-conflict', details: { unit: own, other: unit } };
    }
    const computed = facts.computed ?? draft.facts.computed ?? draft.known?.computed;
    // A table of the platform's own has the figures that it computed: they are not entered again
    if (computed && observations.length > 0 && !isNative(row) && !facts.computed) return { code: 'indicator-computed' };
    const parsed = Figures.safeParse({ observations, targets });
    if (!parsed.success) return this.#invalid(parsed.error.issues, { observations, targets });
    const days = [...observations, ...targets].flatMap(({ periodStart, periodEnd }) => [periodStart, periodEnd]);
    const unreal = days.find((day) => day.length === 10 && !isRealDay(day));
    if (unreal !== undefined) return { code: 'period-unreadable', details: { column: 'period', value: unreal } };
    this.#drafts.set(facts.code, draft);
    draft.rows.push({ line, row });
    draft.facts = { ...draft.facts, ...facts };
    for (const observation of computed ? [] : observations) {
      const key = periodKey(observation);
      if (draft.observations.has(key)) this.#oddities.add({ kind: 'duplicate-figure', value: facts.code }, line);
      draft.observations.set(key, observation);
    }
    for (const target of targets) draft.targets.set(periodKey(target), target);
    for (const oddity of mapped.oddities) this.#oddities.add(oddity, line);
    for (const header of mapped.ignored) this.#ignored.set(header, (this.#ignored.get(header) ?? 0) + 1);
    return undefined;
  }

  async #newDraft({ facts, likelyBasis }: Mapped): Promise<Draft> {
    const record = await this.#options.store?.indicators.find(facts.code);
    // Stored after it was checked by the schema of its kind
    const known = record as (StoredRecord & Indicator) | undefined;
    return { rows: [], known, facts, likelyBasis, observations: new Map(), targets: new Map() };
  }

  #indicator({ facts, known, likelyBasis, targets, rows }: Draft): Indicator | { fault: Fault } {
    const { now, sourceName } = this.#options;
    const basis = facts.basis ?? known?.basis;
    if (basis === undefined) this.#oddities.add({ kind: 'basis-assumed', value: likelyBasis }, rows[0]?.line ?? 0);
    const merged = new Map([...(known?.targets ?? []).map((each) => [periodKey(each), each] as const), ...targets]);
    const source = facts.source ?? known?.source ?? { name: sourceName, id: facts.code };
    const whole = {
      kind: 'indicator',
      status: 'published',
      lang: 'zh-CN',
      createdAt: now,
      ...known,
      ...facts,
      ...mergedTexts(known, facts),
      basis: basis ?? likelyBasis,
      source,
      id: known?.id ?? recordId('indicator', source.name, source.id),
      updatedAt: now,
      observations: [],
      ...(merged.size > 0 && { targets: [...merged.values()].toSorted(byPeriod) }),
    };
    const parsed = Indicator.safeParse(whole);
    return parsed.success ? parsed.data : { fault: this.#invalid(parsed.error.issues, whole) };
  }

  /** Writes all at once; where the store refuses one of them, one by one, so that the others get in. */
  async #writeAll(made: readonly Made[]): Promise<Written> {
    const written: Written = {
      indicators: { created: 0, updated: 0, unchanged: 0 },
      figures: { entered: 0, corrected: 0, unchanged: 0 },
    };
    if (!this.#options.store) return written;
    if (!(await this.#write(made, written))) return written;
    for (const each of made) {
      const fault = await this.#write([each], written);
      if (fault) this.#rejectAll(each.draft, fault);
    }
    return written;
  }

  /** Writes definitions, then figures. Gives what the store refuses; what was written by then is written again in vain. */
  async #write(made: readonly Made[], written: Written): Promise<Fault | undefined> {
    const { store, by, reason } = this.#options;
    const entries = made.flatMap(({ indicator, draft }) =>
      [...draft.observations.values()].map((observation) => ({ indicatorId: indicator.id, observation, by, reason })),
    );
    try {
      if (!store) return undefined;
      add(written.indicators, await store.putRecords(made.map(({ indicator }) => indicator)));
      add(written.figures, await store.indicators.record(entries));
      return undefined;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return { code: 'record-invalid', details: { path: made[0]?.indicator.code ?? '', message: error.message } };
    }
  }

  #invalid(issues: Parameters<typeof faultsOf>[0], input: unknown): Fault {
    const [first] = faultsOf(issues, input, this.#options.language);
    return { code: 'record-invalid', details: { path: first?.path || 'record', message: first?.message ?? '' } };
  }

  #rejectAll({ rows }: Draft, fault: Fault): void {
    for (const { line, row } of rows) this.#reject(line, fault, row);
  }

  #reject(line: number, fault: Fault, row: unknown): void {
    this.#rejected += 1;
    this.#options.onReject?.({ line, fault, row });
  }
}

function isNative(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'indicator';
}

/** Texts in the languages that the file has, and in the others as the platform has them. */
function mergedTexts(known: Indicator | undefined, facts: IndicatorFacts): Partial<Indicator> {
  const merged: Partial<Indicator> = {};
  for (const field of ['title', 'unit', 'definition', 'formula'] as const) {
    const text = { ...known?.[field], ...facts[field] };
    if (Object.keys(text).length > 0) merged[field] = text;
  }
  return merged;
}

function unitOf(facts: Pick<Partial<Indicator>, 'unit'> | undefined): string | undefined {
  return pickText(facts?.unit, 'zh-CN')?.text;
}

function periodKey({ periodStart, periodEnd }: Observation | Target): string {
  return `${firstDay(periodStart)}/${lastDay(periodEnd)}`;
}

function byPeriod(a: Target, b: Target): number {
  return lastDay(a.periodEnd) - lastDay(b.periodEnd) || firstDay(a.periodStart) - firstDay(b.periodStart);
}

function add<Counts extends Record<keyof Counts, number>>(sum: Counts, more: Counts): void {
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] = (sum[key] + more[key]) as Counts[keyof Counts];
}
