import { IndexReader } from './index-reader.js';
import { IndexWriter } from './index-writer.js';
import type { Phonetics } from './phonetics.js';
import type {
  Change,
  FacetValuesQuery,
  IndexDefinition,
  IndexStats,
  SearchIndex,
  SearchPage,
  SearchQuery,
  Suggestion,
  SuggestQuery,
  ValueCount,
} from './search-index.js';
import type { SegmentUpdate } from './segment-update.js';
import { ShareGatherer } from './share-gatherer.js';

/** Options of {@link createMemoryIndex}. */
export interface MemoryIndexOptions {
  /** Bytes of an earlier `snapshot()`. @throws {SnapshotError} when they are damaged or of another version. */
  readonly snapshot?: Uint8Array;
  /**
   * Finds titles, keywords and names by pinyin, too, when Latin letters find little, and values of facets whenever they are
   * typed so: `pinyinPhonetics()`.
   */
  readonly phonetics?: Phonetics;
}

/**
 * An index in this thread's memory, empty or opened from a snapshot: about 2 KB a record. `apply` now and then merges
 * segments, which takes up to a second for the largest; a server has an {@link IndexWriter} in one thread and
 * {@link IndexReader}s in others.
 */
export function createMemoryIndex(definition: IndexDefinition, options: MemoryIndexOptions = {}): SearchIndex {
  return new MemoryIndex(definition, options);
}

/** A writer and a reader in one thread. */
class MemoryIndex implements SearchIndex {
  readonly #writer: IndexWriter;
  readonly #reader: IndexReader;
  readonly #gatherer: ShareGatherer;

  constructor(definition: IndexDefinition, { snapshot, phonetics }: MemoryIndexOptions) {
    this.#writer = new IndexWriter(definition, snapshot ? { snapshot } : {});
    this.#reader = new IndexReader(definition, phonetics ? { phonetics } : {});
    this.#gatherer = new ShareGatherer(definition, phonetics ? { phonetics } : {});
    this.#update(this.#writer.state());
  }

  async apply(changes: readonly Change[]): Promise<number> {
    const update = this.#writer.apply(changes);
    this.#update(update);
    for (let step = this.#writer.mergeStep(); step; step = this.#writer.mergeStep()) this.#update(step);
    return update.seq;
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    return this.#gatherer.searchAlone(query, (asked) => this.#reader.search(asked));
  }

  async suggest(query: SuggestQuery): Promise<readonly Suggestion[]> {
    return this.#reader.suggest(query);
  }

  async facetValues(query: FacetValuesQuery): Promise<readonly ValueCount[]> {
    return this.#gatherer.facetValuesAlone(query, (asked) => this.#reader.search(asked));
  }

  async names(facet: string, values: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#gatherer.names(facet, values);
  }

  async snapshot(): Promise<Uint8Array> {
    return this.#writer.snapshot();
  }

  async stats(): Promise<IndexStats> {
    return this.#reader.stats();
  }

  #update(update: SegmentUpdate): void {
    this.#reader.update(update);
    this.#gatherer.update(update);
  }
}
