import type { Migration } from './migration.js';

/** Records, the outbox of their changes, sites and tokens. */
export const records: Migration = {
  version: 1,
  name: 'records, outbox, sites, tokens',
  statements: [
    `CREATE TABLE meta (
      key text PRIMARY KEY,
      value text NOT NULL
    )`,
    `CREATE TABLE records (
      kind text NOT NULL,
      id text COLLATE "C" NOT NULL,
      source_name text NOT NULL,
      source_id text NOT NULL,
      status text NOT NULL,
      body jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      PRIMARY KEY (kind, id),
      CONSTRAINT records_source_key UNIQUE (kind, source_name, source_id)
    )`,
    `CREATE TABLE outbox (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL,
      id text NOT NULL,
      op text NOT NULL CHECK (op IN ('put', 'delete')),
      at timestamptz NOT NULL
    )`,
    `CREATE TABLE sites (
      key text PRIMARY KEY,
      name text NOT NULL,
      origins jsonb NOT NULL,
      created_at timestamptz NOT NULL
    )`,
    `CREATE TABLE tokens (
      id text PRIMARY KEY,
      label text NOT NULL,
      scopes jsonb NOT NULL,
      secret_sha256 text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL,
      revoked_at timestamptz
    )`,
  ],
};
