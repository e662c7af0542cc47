import {
  IndexReader,
  IndexWriter,
  ShareGatherer,
  transferablesOf,
  type Allocate,
  type AskShare,
  type Change,
  type IndexDefinition,
  type Phonetics,
  type SearchPage,
  type SearchQuery,
  type SegmentUpdate,
} from '../../../src/search/index.js';

/** Memory as a server gives it; a page that is not isolated has none to share. */
export const sharedBytes: Allocate = (length) =>
  new Uint8Array(typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(length) : new SharedArrayBuffer(length));

/**
 * An index searched in shares, as threads do it: segments lie in shared memory, updates and partial pages are cloned as
 * they are between threads.
 */
export class SharedIndex {
  readonly writer: IndexWriter;
  readonly gatherer: ShareGatherer;
  readonly readers: readonly IndexReader[];

  constructor(definition: IndexDefinition, readers: number, phonetics?: Phonetics) {
    this.writer = new IndexWriter(definition, {
      allocate: sharedBytes,
    });
    this.gatherer = new ShareGatherer(definition);
    this.readers = Array.from({ length: readers }, () => new IndexReader(definition, phonetics && { phonetics }));
  }

  apply(changes: readonly Change[]): void {
    this.update(this.writer.apply(changes));
  }

  /** Merges what is due, one group at most. */
  merge(): void {
    const step = this.writer.mergeStep();
    if (step) this.update(step);
  }

  update(update: SegmentUpdate): void {
    for (const reader of this.readers) reader.update(structuredClone(update));
    this.gatherer.update(structuredClone(update));
  }

  readonly ask: AskShare = async (query, share) => {
    const partial = this.readers[share.part]!.search(query, share);
    return structuredClone(partial, { transfer: transferablesOf(partial) });
  };

  search(query: SearchQuery): Promise<SearchPage> {
    return this.gatherer.search(query, this.readers.length, this.ask);
  }
}
