import type { RecordKind } from '../../domain/record.js';
import type {
  FacetValuesQuery,
  IndexStats,
  PartialPage,
  SearchPage,
  SearchQuery,
  SegmentUpdate,
  Share,
  Suggestion,
  SuggestQuery,
  ValueCount,
} from '../../search/index.js';
import type { StoredRecord } from '../store/store.js';
import type { SnapshotPosition } from './snapshot-file.js';

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

/** A task of a thread: what it is given and what it answers. */
interface Task<Given, Answer> {
  readonly given: Given;
  readonly answer: Answer;
}

interface OfKind {
  readonly kind: RecordKind;
}

/** What the writing thread does. It answers when the work is done; merging goes on between tasks. */
export interface WriterTasks {
  /** Begins a kind's index anew, with what is in the file. Nothing of it is told to readers before `publish`. */
  readonly open: Task<OfKind & { readonly file?: string }, OpenedFile>;
  readonly apply: Task<OfKind & { readonly changes: readonly RecordChange[] }, IndexStats>;
  /** Merges all that is due. */
  readonly settle: Task<OfKind, IndexStats>;
  /** One step towards the fewest segments. The answer is whether there may be another. */
  readonly tidy: Task<OfKind, boolean>;
  /** Tells the whole index, and from then on every change. */
  readonly publish: Task<OfKind, undefined>;
  /** Writes the index into a file. The answer is its length in bytes. */
  readonly save: Task<OfKind & SnapshotPosition & { readonly file: string }, number>;
}

/** What the writing thread tells unasked: a step that every reader has to take. */
export interface WriterEvent extends OfKind {
  readonly update: SegmentUpdate;
  readonly stats: IndexStats;
  /** Whether the step merged segments, and changed nothing that can be found. */
  readonly merged: boolean;
}

/** What a reading thread does. */
export interface ReaderTasks {
  /** Takes in what the writer changed. */
  readonly update: Task<OfKind & { readonly update: SegmentUpdate }, undefined>;
  readonly search: Task<OfKind & { readonly query: SearchQuery }, SearchPage>;
  /** A share of a search that several threads answer together. */
  readonly share: Task<OfKind & { readonly query: SearchQuery; readonly share: Share }, PartialPage>;
  readonly suggest: Task<OfKind & { readonly query: SuggestQuery }, readonly Suggestion[]>;
  readonly facetValues: Task<OfKind & { readonly query: FacetValuesQuery }, readonly ValueCount[]>;
}

/** What is sent to a thread. No answer is wanted where there is no id; `ping` and `end` are for every thread. */
export interface ThreadCall {
  readonly id?: number;
  readonly task: string;
  readonly given?: unknown;
}

/** What a thread sends: the answer to a call, or something of its own accord. */
export type ThreadAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } }
  | { readonly event: unknown };
