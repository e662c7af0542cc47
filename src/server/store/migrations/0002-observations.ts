import type { Migration } from './migration.js';

/**
 * The series of indicators, one row for each time that a figure was entered or corrected: of the rows of a period the
 * newest counts and the others are its history. The database itself refuses to change or to remove one.
 */
export const observations: Migration = {
  version: 2,
  name: 'observations of indicators',
  statements: [
    `CREATE TABLE observations (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      indicator_id text COLLATE "C" NOT NULL,
      first_day integer NOT NULL,
      last_day integer NOT NULL CHECK (last_day >= first_day),
      facts jsonb NOT NULL,
      reason jsonb,
      recorded_by text NOT NULL,
      recorded_at timestamptz NOT NULL
    )`,
    'CREATE INDEX observations_period ON observations (indicator_id, last_day, first_day, seq)',
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is only added to: record a correction instead', TG_TABLE_NAME;
      END
    $$`,
    `CREATE TRIGGER observations_append_only BEFORE UPDATE OR DELETE ON observations
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE UNIQUE INDEX records_indicator_code ON records ((body->>'code')) WHERE kind = 'indicator'`,
  ],
};
