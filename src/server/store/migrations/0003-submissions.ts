import type { Migration } from './migration.js';

/**
 * What people send, and what is done with it. Personal data stands in `submitters`, `objections` and `messages` alone, so
 * that it can be erased without touching the audit trail, which the database refuses to change. `title_key` is the start
 * of the folded title, short enough for an index. An enquiry never becomes a record and has no `record_id`.
 */
export const submissions: Migration = {
  version: 3,
  name: 'submissions, audit trail, attachments, messages, webhooks',
  statements: [
    `ALTER TABLE sites ADD COLUMN scopes jsonb NOT NULL DEFAULT '["read"]'`,
    `CREATE TABLE submissions (
      reference text COLLATE "C" PRIMARY KEY,
      kind text NOT NULL,
      status text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      draft jsonb NOT NULL,
      title_key text NOT NULL,
      record_id text COLLATE "C",
      site_key text,
      assignee text,
      suspicious boolean NOT NULL DEFAULT false,
      notice jsonb,
      merged_into text COLLATE "C",
      key_sha256 text NOT NULL UNIQUE,
      body_sha256 text NOT NULL,
      secret_sha256 text NOT NULL,
      received_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      settled_at timestamptz
    )`,
    'CREATE INDEX submissions_queue ON submissions (status, received_at, reference)',
    'CREATE INDEX submissions_received ON submissions (received_at, reference)',
    'CREATE INDEX submissions_updated ON submissions (updated_at, reference)',
    'CREATE INDEX submissions_title ON submissions (title_key)',
    'CREATE INDEX submissions_record ON submissions (record_id)',
    `CREATE TABLE spent_challenges (
      signature text PRIMARY KEY,
      expires_at timestamptz NOT NULL
    )`,
    `CREATE TABLE submitters (
      reference text COLLATE "C" PRIMARY KEY REFERENCES submissions,
      person jsonb NOT NULL
    )`,
    `CREATE TABLE consents (
      reference text COLLATE "C" NOT NULL REFERENCES submissions,
      purpose text NOT NULL,
      recipient text NOT NULL,
      text_version text NOT NULL,
      given_at timestamptz NOT NULL,
      withdrawn_at timestamptz,
      PRIMARY KEY (reference, purpose, recipient)
    )`,
    `CREATE TABLE revisions (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      reference text COLLATE "C" NOT NULL REFERENCES submissions,
      version integer NOT NULL,
      draft jsonb NOT NULL,
      actor text NOT NULL,
      at timestamptz NOT NULL
    )`,
    'CREATE INDEX revisions_reference ON revisions (reference, seq)',
    `CREATE TABLE audit (
      seq bigint PRIMARY KEY,
      reference text COLLATE "C" NOT NULL,
      at timestamptz NOT NULL,
      actor text NOT NULL,
      action text NOT NULL,
      facts jsonb NOT NULL,
      hash text NOT NULL
    )`,
    'CREATE INDEX audit_reference ON audit (reference, seq)',
    `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TABLE attachments (
      id text COLLATE "C" PRIMARY KEY,
      reference text COLLATE "C" REFERENCES submissions,
      key_sha256 text NOT NULL UNIQUE,
      name text NOT NULL,
      media_type text,
      size integer NOT NULL,
      received integer NOT NULL DEFAULT 0,
      uploaded_at timestamptz NOT NULL
    )`,
    `CREATE TABLE attachment_parts (
      id text COLLATE "C" NOT NULL REFERENCES attachments ON DELETE CASCADE,
      start integer NOT NULL,
      content text NOT NULL,
      PRIMARY KEY (id, start)
    )`,
    'CREATE INDEX attachments_reference ON attachments (reference)',
    `CREATE TABLE objections (
      id text COLLATE "C" PRIMARY KEY,
      reference text COLLATE "C" NOT NULL REFERENCES submissions,
      at timestamptz NOT NULL,
      text text NOT NULL,
      person jsonb,
      settled jsonb,
      key_sha256 text NOT NULL UNIQUE,
      body_sha256 text NOT NULL
    )`,
    'CREATE INDEX objections_reference ON objections (reference, at)',
    `CREATE TABLE messages (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      reference text COLLATE "C",
      channel text NOT NULL CHECK (channel IN ('mail', 'webhook')),
      target text NOT NULL,
      payload jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      next_at timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      sent_at timestamptz,
      last_error text
    )`,
    'CREATE INDEX messages_due ON messages (next_at) WHERE next_at IS NOT NULL',
    `CREATE TABLE webhooks (
      id text PRIMARY KEY,
      url text NOT NULL,
      secret text NOT NULL,
      events jsonb NOT NULL,
      allows_private boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL
    )`,
  ],
};
