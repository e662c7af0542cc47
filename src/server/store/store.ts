import type { Observation } from '../../domain/indicator.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { RecordKind } from '../../domain/record.js';
import type { DeskExportStore } from './desk-exports.js';
import type { DeskStore } from './desk-store.js';
import type { SubmissionStore } from './submission-store.js';

/** A record as the store keeps it: any kind, already validated by the domain's schema. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly status: string;
  readonly source: { readonly name: string; readonly id: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What became of the records of one `putRecords` call. */
export interface PutResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** One row of the outbox: something happened to a record. The record itself is read when the change is applied. */
export interface OutboxEntry {
  readonly seq: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly op: 'put' | 'delete';
}

/** A page that may embed the platform: its publishable key and the origins it may be used from. */
export interface Site {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** What its pages may do: `read`, `submit`. */
  readonly scopes: readonly string[];
  readonly createdAt: string;
}

/** What a site can be allowed to do; new ones may do both. */
export const SITE_SCOPES = ['read', 'submit'] as const;

/** What an operator's token may do; the token itself is never stored, only its hash. */
export interface OperatorToken {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
}

/** A figure as it is entered: of a period that has one already, it is a correction. */
export interface NewObservation {
  readonly indicatorId: string;
  /** Without `revisions`: those are what was entered before. */
  readonly observation: Observation;
  /** Why it is entered; for a correction, why the figure before was wrong. */
  readonly reason?: LanguageMap;
  /** Who enters it, as the token or the command line is known. */
  readonly by: string;
}

/** A figure as it was entered, and when. */
export interface RecordedObservation extends NewObservation {
  /** First and last day of its period, in days since 1970-01-01: equal for one period however it is written. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** ISO 8601. */
  readonly at: string;
}

/** What became of the figures of one `record` call. */
export interface RecordResult {
  /** Of periods that had none. */
  readonly entered: number;
  /** Of periods that had another figure, which stays in the history. */
  readonly corrected: number;
  /** Equal to what is there. */
  readonly unchanged: number;
}

/** A figure that the platform has counted in its own records. */
export interface YearFigure {
  readonly year: number;
  readonly value: number;
}

/** Indicators and their series. Their definitions are records like others; `putRecords` stores them. */
export interface IndicatorStore {
  /** All published indicators, as stored: what they have in `observations` is not their series. */
  published(): Promise<StoredRecord[]>;
  /** The indicator with this id or, where there is none, this code; whatever its status. */
  find(idOrCode: string): Promise<StoredRecord | undefined>;
  /** Everything ever entered for these indicators: by indicator and period, oldest period first, then as entered. */
  series(ids: readonly string[]): Promise<RecordedObservation[]>;
  /**
   * Adds figures to the series and writes an outbox entry for each indicator that they change. Nothing is overwritten: a
   * figure that differs from the newest of its period is added after it, an equal one is left out. Of figures of the same
   * period in one call the last counts. Rejects with `UnstorableTextError` as `putRecords` does.
   */
  record(observations: readonly NewObservation[]): Promise<RecordResult>;
  /**
   * What one of the platform's own queries counts in its published records by year, up to and including `today`
   * (`2026-05-18`). `undefined` for a query that it does not know.
   */
  figures(query: string, today: string): Promise<YearFigure[] | undefined>;
}

/** How a message reaches its reader. */
export type MessageChannel = 'mail' | 'webhook';

/** A message that is to be delivered now. */
export interface DueMessage {
  readonly id: number;
  /** Stays the same at every attempt and is no other message's: by it a receiver tells a repetition. */
  readonly key: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly channel: MessageChannel;
  /** `submitter` or `office` for a letter, the id of a webhook for an event. */
  readonly target: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Reference of the submission that it is about. */
  readonly reference?: string;
}

/** A message that has not been delivered, as operators see it: neither its text nor an address. */
export interface MessageRow extends Pick<DueMessage, 'id' | 'channel' | 'target' | 'reference'> {
  /** Kind of letter, or type of event. */
  readonly subject: string;
  /** `failed` when the platform has given up. */
  readonly state: 'waiting' | 'failed';
  readonly attempts: number;
  readonly createdAt: string;
  /** When it is tried next. */
  readonly nextAt?: string;
  /** Why the last attempt failed. */
  readonly error?: string;
}

/** How many messages of a channel are in a state. */
export interface MessageCount {
  readonly channel: MessageChannel;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly count: number;
}

/** Messages that wait for delivery. `enqueue` puts them there, in the transaction that they tell of. */
export interface MessageStore {
  /**
   * Takes messages that are due, oldest first. They are leased: whoever does not settle one in `leaseMs` (killed, say)
   * leaves it to the next claim. Two that claim at once never get the same message.
   */
  claim(channel: MessageChannel, limit: number, now: Date, leaseMs: number): Promise<DueMessage[]>;
  /** Notes a delivery and forgets secrets that the message held. */
  sent(message: DueMessage, now: Date): Promise<void>;
  /** Notes a failure: tried again at `nextAt`, given up without it. */
  failed(message: DueMessage, reason: string, nextAt: Date | undefined): Promise<void>;
  /** Removes a message that nobody may or can receive any more. */
  drop(message: DueMessage): Promise<void>;
  /** Address of a submitter who may be written to. */
  recipient(reference: string): Promise<string | undefined>;
  count(): Promise<MessageCount[]>;
  /** What has not been delivered, oldest first; the first 1,000. */
  list(): Promise<MessageRow[]>;
  /** Makes one or all undelivered messages due at once, with all attempts before them. Resolves to how many. */
  retry(id: number | undefined, now: Date): Promise<number>;
  /** Removes what was delivered over 30 days ago, and the secret links of letters that a week did not see sent. */
  prune(now: Date): Promise<void>;
}

/** A system of somebody's that is told of events. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** `whsec_` and the key in base64: what its deliveries are signed with. */
  readonly secret: string;
  readonly events: readonly string[];
  /** Whether its address may be one of a private network. */
  readonly allowsPrivate: boolean;
  readonly createdAt: string;
}

export interface WebhookStore {
  add(webhook: Pick<Webhook, 'url' | 'events' | 'allowsPrivate'>): Promise<Webhook>;
  find(id: string): Promise<Webhook | undefined>;
  list(): Promise<Webhook[]>;
  /** Also removes what was not delivered to it yet. */
  remove(id: string): Promise<boolean>;
}

/**
 * The platform's truth: records and an outbox of their changes, in PostgreSQL's SQL. Every method is one transaction;
 * when its promise resolves, what it wrote survives a crash.
 */
export interface Store {
  /** Which database answers, for logs and `/healthz`: `pglite` or `postgres`. */
  readonly engine: 'pglite' | 'postgres';
  /**
   * Creates or replaces records by `(kind, id)` and writes one outbox entry for each that changed. A record equal to the
   * stored one but for `createdAt` and `updatedAt` is left alone; a replaced one keeps its `createdAt`. Of records with
   * the same kind and id in one call the last counts, and the counts are of distinct records.
   *
   * Rejects with `UnstorableTextError` (naming record and path) when a text holds U+0000 or half of a surrogate pair,
   * and with a `StoreError` `source-conflict` when another id of the kind already stands for the same source and id, or
   * `code-conflict` when another indicator has the same code; nothing of the call is then stored.
   */
  putRecords(records: readonly StoredRecord[]): Promise<PutResult>;
  /** The record, whatever its status; `undefined` when there is none. */
  getRecord(kind: RecordKind, id: string): Promise<StoredRecord | undefined>;
  /** The records of `ids` in that order; ids without a record are left out. */
  getRecords(kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]>;
  /** Removes records and writes an outbox entry for each. Resolves to how many there were. */
  deleteRecords(kind: RecordKind, ids: readonly string[]): Promise<number>;
  /** All records of a kind ordered by id, `limit` at a time after `afterId`: for building an index. */
  scanRecords(kind: RecordKind, afterId: string | undefined, limit: number): Promise<StoredRecord[]>;
  countRecords(kind: RecordKind): Promise<number>;
  /** Position of the newest outbox entry, 0 for an empty store. */
  outboxHead(): Promise<number>;
  /** Entries after `seq`, oldest first. An entry is visible only when every smaller one is. */
  readOutbox(afterSeq: number, limit: number): Promise<OutboxEntry[]>;
  /**
   * A text that tells the entry at `seq` from the one at the same place in any other database, and in an earlier state of
   * this one that went on differently: who kept it knows whether what was read up to `seq` still holds. `undefined` where
   * there is no entry.
   */
  outboxMark(seq: number): Promise<string | undefined>;
  /** When a record last changed, ISO 8601; `undefined` for an empty store. */
  lastChange(): Promise<string | undefined>;
  /** Whether this store never held a record: the moment to load samples. */
  isNew(): Promise<boolean>;

  readonly indicators: IndicatorStore;
  readonly desk: DeskStore;
  readonly deskExports: DeskExportStore;
  readonly messages: MessageStore;
  readonly webhooks: WebhookStore;
  readonly submissions: SubmissionStore;

  /** Registers a site; without `scopes` it may do all that a site can. */
  addSite(site: { name: string; origins: readonly string[]; scopes?: readonly string[] }): Promise<Site>;
  listSites(): Promise<Site[]>;
  removeSite(key: string): Promise<boolean>;

  /** Makes a token; its secret is in the answer this once and is stored as a hash only. */
  createToken(token: { label: string; scopes: readonly string[] }): Promise<OperatorToken & { secret: string }>;
  /** The token that `secret` belongs to, if it is known and not revoked. */
  findToken(secret: string): Promise<OperatorToken | undefined>;
  listTokens(): Promise<OperatorToken[]>;
  revokeToken(id: string): Promise<boolean>;

  /**
   * Notes the platform's address beside the data, so that a second process that finds the embedded database in use can
   * be told where to send its data. Does nothing on a PostgreSQL server.
   */
  announce?(url: string): Promise<void>;
  /** One trivial query, for `/healthz`. Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How to open a store. */
export interface StoreOptions {
  /** Folder of the embedded database; used when `databaseUrl` is absent. */
  readonly dataDir?: string;
  /** `postgres://…` of a PostgreSQL server. */
  readonly databaseUrl?: string;
}
