import { firstDay, lastDay } from '../../domain/partial-date.js';
import type { Observation } from '../../domain/indicator.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { FIGURE_QUERIES } from './figure-queries.js';
import type { Database } from './database.js';
import { writeInOrder } from './outbox.js';
import { isStorable, toStorableJson } from './storable.js';
import type {
  IndicatorStore,
  NewObservation,
  RecordedObservation,
  RecordResult,
  StoredRecord,
  YearFigure,
} from './store.js';

/** Figures written by one statement. */
const BATCH = 500;

/**
 * Adds the figures that differ from the newest of their period, and an outbox entry for each indicator they belong to.
 * How precisely a period is written (`2025` or `2025-01` to `2025-12`) makes no difference.
 */
const RECORD = `
  WITH input AS (
    SELECT entry->>'indicatorId' AS indicator_id, (entry->>'firstDay')::integer AS first_day,
      (entry->>'lastDay')::integer AS last_day, entry->'observation' AS facts, entry->'reason' AS reason,
      entry->>'by' AS recorded_by, nr
    FROM jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS given (entry, nr)
  ), current AS (
    SELECT DISTINCT ON (indicator_id, last_day, first_day) indicator_id, first_day, last_day, facts
    FROM observations WHERE indicator_id IN (SELECT indicator_id FROM input)
    ORDER BY indicator_id, last_day, first_day, seq DESC
  ), changed AS (
    SELECT input.*, current.facts IS NOT NULL AS is_correction
    FROM input LEFT JOIN current USING (indicator_id, first_day, last_day)
    WHERE current.facts IS NULL
      OR current.facts - '{periodStart,periodEnd}'::text[] IS DISTINCT FROM input.facts - '{periodStart,periodEnd}'::text[]
  ), written AS (
    INSERT INTO observations (indicator_id, first_day, last_day, facts, reason, recorded_by, recorded_at)
    SELECT indicator_id, first_day, last_day, facts, nullif(reason, 'null'), recorded_by,
      date_trunc('milliseconds', clock_timestamp())
    FROM changed ORDER BY nr
  ), noted AS (
    INSERT INTO outbox (kind, id, op, at)
    SELECT 'indicator', indicator_id, 'put', clock_timestamp() FROM (SELECT DISTINCT indicator_id FROM changed) AS each
  )
  SELECT count(*) FILTER (WHERE NOT is_correction)::float8 AS entered,
    count(*) FILTER (WHERE is_correction)::float8 AS corrected
  FROM changed`;

interface SeriesRow {
  readonly indicator_id: string;
  readonly first_day: number;
  readonly last_day: number;
  readonly facts: string;
  readonly reason: string | null;
  readonly recorded_by: string;
  readonly recorded: number;
}

/** Indicators and their series. */
export class Indicators implements IndicatorStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async published(): Promise<StoredRecord[]> {
    const rows = await this.#database.query<{ body: string }>(
      `SELECT body::text AS body FROM records WHERE kind = 'indicator' AND status = 'published' ORDER BY id`,
    );
    return rows.map(({ body }) => JSON.parse(body) as StoredRecord);
  }

  async find(idOrCode: string): Promise<StoredRecord | undefined> {
    if (!isStorable(idOrCode)) return undefined;
    const [row] = await this.#database.query<{ body: string }>(
      `SELECT body::text AS body FROM records WHERE kind = 'indicator' AND (id = $1 OR body->>'code' = $1)
       ORDER BY id = $1 DESC LIMIT 1`,
      [idOrCode],
    );
    return row && (JSON.parse(row.body) as StoredRecord);
  }

  async series(ids: readonly string[]): Promise<RecordedObservation[]> {
    const rows = await this.#database.query<SeriesRow>(
      `SELECT indicator_id, first_day::float8 AS first_day, last_day::float8 AS last_day, facts::text AS facts, reason::text AS reason, recorded_by,
         (extract(epoch FROM recorded_at) * 1000)::float8 AS recorded
       FROM observations WHERE indicator_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))
       ORDER BY indicator_id, last_day, first_day DESC, seq`,
      [JSON.stringify(ids.filter(isStorable))],
    );
    return rows.map(toRecorded);
  }

  async record(observations: readonly NewObservation[]): Promise<RecordResult> {
    const entries = lastOfEach(observations);
    const total = { entered: 0, corrected: 0, unchanged: 0 };
    if (entries.length === 0) return total;
    const texts = entries.map((entry) => toStorableJson(entry, () => `The observation of ${entry.indicatorId}`));
    return writeInOrder(this.#database, async (tx) => {
      for (let at = 0; at < texts.length; at += BATCH) {
        const batch = texts.slice(at, at + BATCH);
        const [row] = await tx.query<{ entered: number; corrected: number }>(RECORD, [`[${batch.join(',')}]`]);
        const { entered, corrected } = row ?? { entered: 0, corrected: 0 };
        total.entered += entered;
        total.corrected += corrected;
        total.unchanged += batch.length - entered - corrected;
      }
      return total;
    });
  }

  async figures(query: string, today: string): Promise<YearFigure[] | undefined> {
    const sql = FIGURE_QUERIES.get(query);
    return sql === undefined ? undefined : this.#database.query<YearFigure>(sql, [today]);
  }
}

/** A figure with the days of its period, by which periods are told apart. */
interface Entry extends NewObservation {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Of figures of the same period the last one remains. */
function lastOfEach(observations: readonly NewObservation[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { observation, ...entry } of observations) {
    const { revisions: _history, ...facts } = observation;
    const days = { firstDay: firstDay(facts.periodStart), lastDay: lastDay(facts.periodEnd) };
    const key = [entry.indicatorId, days.firstDay, days.lastDay].join('/');
    entries.set(key, { ...entry, ...days, observation: facts });
  }
  return [...entries.values()];
}

function toRecorded(row: SeriesRow): RecordedObservation {
  return {
    indicatorId: row.indicator_id,
    firstDay: row.first_day,
    lastDay: row.last_day,
    observation: JSON.parse(row.facts) as Observation,
    ...(row.reason !== null && { reason: JSON.parse(row.reason) as LanguageMap }),
    by: row.recorded_by,
    at: new Date(row.recorded).toISOString(),
  };
}
