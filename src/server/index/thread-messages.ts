import type { RecordKind } from '../../domain/record.js';
import type {
  Change,
  FacetValuesQuery,
  IndexStats,
  SearchPage,
  SearchQuery,
  Suggestion,
  SuggestQuery,
} from '../../search/search-index.js';
import type { SnapshotPosition } from './snapshot-file.js';
import type { StoredRecord } from '../store/store.js';

/** What an index thread is started with. */
export interface IndexThreadData {
  readonly kind: RecordKind;
}

/**
 * One step of the outbox with the record as it is now, if there still is one. Records are sent, and made into documents
 * in the thread, because that takes the sender a quarter of the time of making and sending documents.
 */
export interface RecordChange {
  readonly seq: number;
  readonly id: string;
  readonly record?: StoredRecord;
}

/** How the index in a file stands, or why it could not be opened; nothing of both where there is no file. */
export interface OpenedFile {
  readonly position?: SnapshotPosition;
  readonly stats: IndexStats;
  readonly refusal?: string;
}

/** What an index thread does, by name: what it is given and what it answers. */
export interface IndexTasks {
  readonly apply: { readonly given: readonly Change[]; readonly answer: number };
  readonly applyRecords: { readonly given: readonly RecordChange[]; readonly answer: IndexStats };
  readonly search: { readonly given: SearchQuery; readonly answer: SearchPage };
  readonly suggest: { readonly given: SuggestQuery; readonly answer: readonly Suggestion[] };
  readonly facetValues: {
    readonly given: FacetValuesQuery;
    readonly answer: readonly { readonly value: string; readonly count: number }[];
  };
  readonly snapshot: { readonly given: undefined; readonly answer: Uint8Array };
  readonly stats: { readonly given: undefined; readonly answer: IndexStats };
  readonly open: { readonly given: { readonly file: string }; readonly answer: OpenedFile };
  readonly save: { readonly given: SnapshotPosition & { readonly file: string }; readonly answer: number };
  readonly clear: { readonly given: undefined; readonly answer: undefined };
}

export type IndexTask = keyof IndexTasks;

/** What the main thread asks of an index thread. Answers may come in another order. */
export interface IndexCall<Task extends IndexTask = IndexTask> {
  readonly id: number;
  readonly task: Task;
  readonly given: IndexTasks[Task]['given'];
}

/** What an index thread answers. */
export type IndexAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
