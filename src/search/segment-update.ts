/**
 * What one step of the writer changed. Plain data, to be posted between threads: the segments' bytes are not copied when
 * they lie in shared memory. A reader takes an update in as one step, so that a replaced record is seen exactly once.
 */
export interface SegmentUpdate {
  /** Counts the writer's steps. Updates are given to every reader one after the other, none left out. */
  readonly version: number;
  /** The outbox position that the index then reflects. */
  readonly seq: number;
  /** True when the update is the whole index, whatever the reader had before. */
  readonly whole: boolean;
  readonly added: readonly AddedSegment[];
  /** Numbers of the segments that are gone. */
  readonly removed: readonly number[];
  readonly deleted: readonly DeletedDocuments[];
  /** For each facet of the definition the texts of values that came up for the first time; they are numbered as they come. */
  readonly values: readonly (readonly string[])[];
  /** For each facet the values whose English name is now another one, by their number. */
  readonly names: readonly (readonly NamedValue[])[];
}

/** What a value is called in English; `undefined` when no record has a name for it any more. */
export type NamedValue = readonly [number: number, name: string | undefined];

/** A segment's bytes never change; which of its documents are deleted does. */
export interface AddedSegment {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Documents of it that are deleted already. */
  readonly deleted: Uint16Array;
}

/** Further documents of a segment that are deleted. */
export interface DeletedDocuments {
  readonly segment: number;
  readonly documents: Uint16Array;
}

/**
 * Gives memory for a segment: that many bytes, 0, beginning at a multiple of eight. A server gives shared memory, so that
 * threads read one copy: `(bytes) => new Uint8Array(new SharedArrayBuffer(bytes))`.
 */
export type Allocate = (bytes: number) => Uint8Array;
