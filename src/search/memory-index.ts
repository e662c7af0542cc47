import { ANALYSER_VERSION } from './analysis.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { FacetCounter } from './facet-counter.js';
import { FacetDictionary, mostFrequent, type ValueCount } from './facet-dictionary.js';
import { foldText } from './fold.js';
import { LiveSegment } from './live-segment.js';
import { chooseMerge } from './merge-policy.js';
import { SyllableTable, type Phonetics } from './phonetics.js';
import { parseQuery, queryKey, requiredTerms } from './query.js';
import { Scratch } from './scratch.js';
import {
  type Change,
  type FacetValuesQuery,
  type IndexDefinition,
  type IndexDocument,
  type IndexStats,
  type SearchIndex,
  type SearchPage,
  type SearchQuery,
  type Suggestion,
  type SuggestQuery,
} from './search-index.js';
import { runSearch } from './search-run.js';
import { decodeIndex, encodeIndex } from './segment/codec.js';
import { MAX_SEGMENT_DOCUMENTS } from './segment/postings.js';
import { SegmentBuilder } from './segment/segment-builder.js';
import { suggest } from './suggest.js';

/** Options of {@link createMemoryIndex}. */
export interface MemoryIndexOptions {
  /** Bytes of an earlier `snapshot()`. @throws {SnapshotError} when they are damaged or of another version. */
  readonly snapshot?: Uint8Array;
  /** Finds titles, keywords and names by pinyin, too, when Latin letters find little: `pinyinPhonetics()`. */
  readonly phonetics?: Phonetics;
}

/**
 * An index in this thread's memory, empty or opened from a snapshot: about 2 KB a record. `apply` now and then merges
 * segments, which takes up to a second for the largest; a server runs it in a worker thread.
 */
export function createMemoryIndex(definition: IndexDefinition, options: MemoryIndexOptions = {}): SearchIndex {
  return new MemoryIndex(definition, options);
}

/**
 * Immutable segments like an LSM tree: each `apply` makes one of its new documents and marks the old versions deleted;
 * segments of like size are merged, which also drops what was deleted. Invariant: an id is live in one segment at most.
 */
class MemoryIndex implements SearchIndex {
  readonly #definition: IndexDefinition;
  readonly #fields: readonly string[];
  readonly #origin: string;
  readonly #dictionaries: readonly FacetDictionary[];
  readonly #scratch = new Scratch();
  readonly #suggested: readonly boolean[];
  readonly #syllables: SyllableTable | undefined;
  #segments: readonly LiveSegment[] = [];
  #seq = 0;

  constructor(definition: IndexDefinition, { snapshot, phonetics }: MemoryIndexOptions) {
    this.#definition = definition;
    this.#fields = definition.fields.map(({ name }) => name);
    this.#origin = `${definition.kind} ${definition.version}, analyser ${ANALYSER_VERSION}`;
    this.#dictionaries = definition.facets.map(() => new FacetDictionary());
    this.#suggested = definition.fields.map(({ suggest: open }) => open === true);
    this.#syllables = phonetics && new SyllableTable(phonetics);
    if (!snapshot) return;
    const { seq, segments } = decodeIndex(snapshot, definition, this.#origin);
    this.#segments = segments.map(({ segment, deleted }) => new LiveSegment(segment, deleted, this.#dictionaries));
    this.#seq = seq;
  }

  async apply(changes: readonly Change[]): Promise<number> {
    // The last change of an id decides.
    const latest = new Map<string, IndexDocument | undefined>();
    let seq = this.#seq;
    for (const change of changes) {
      if (change.seq <= seq) continue;
      if (change.op === 'put') latest.set(change.document.id, change.document);
      else latest.set(change.id, undefined);
      seq = change.seq;
    }
    let builder = new SegmentBuilder(this.#definition);
    const built: SegmentBuilder[] = [builder];
    for (const document of latest.values()) {
      if (!document) continue;
      if (builder.documents === MAX_SEGMENT_DOCUMENTS) built.push((builder = new SegmentBuilder(this.#definition)));
      builder.addDocument(document);
    }
    const added = built.filter(({ documents }) => documents > 0).map((done) => this.#live(done));
    for (const id of latest.keys()) this.#segments.some((segment) => segment.delete(id));
    this.#segments = [...this.#segments, ...added];
    this.#merge();
    this.#seq = seq;
    return seq;
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    const { facets = [], filters = {}, limit } = query;
    this.#checkNames(query);
    const parsed = parseQuery(query.q ?? '', this.#fields);
    const terms = requiredTerms(parsed);
    const sort = this.#sortOf(query, terms.length > 0);
    const { kind, version } = this.#definition;
    const key = JSON.stringify([kind, version, queryKey(parsed), canonical(filters), sort]);
    const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, key, terms.length);
    for (const { segment } of this.#segments) this.#scratch.reserve(segment.documents);
    const counter = new FacetCounter(
      { names: this.#definition.facets, dictionaries: this.#dictionaries },
      filters,
      facets,
      this.#scratch,
    );
    const { total, hits, next } = runSearch(this.#segments, {
      q: query.q ?? '',
      parsed,
      fields: this.#fields,
      counter,
      sort: this.#definition.sorts.indexOf(sort),
      limit,
      cursor,
      scratch: this.#scratch,
      syllables: this.#syllables,
      suggested: this.#suggested,
    });
    const page = { hits, total, facets: counter.results(), seq: this.#seq };
    return next ? { ...page, nextCursor: encodeCursor(next, key) } : page;
  }

  async suggest(query: SuggestQuery): Promise<readonly Suggestion[]> {
    return suggest(this.#segments, { definition: this.#definition, syllables: this.#syllables }, query);
  }

  async facetValues({ facet, contains = '', limit }: FacetValuesQuery): Promise<readonly ValueCount[]> {
    this.#checkNames({ facets: [facet] });
    const at = this.#definition.facets.indexOf(facet);
    const dictionary = this.#dictionaries[at] as FacetDictionary;
    const counts = new Uint32Array(dictionary.values.length);
    for (const live of this.#segments) live.addCounts(at, live.allCounts(at), counts);
    const wanted = foldText(contains);
    return mostFrequent(dictionary, counts, limit, [], (value) => wanted === '' || foldText(value).includes(wanted));
  }

  async snapshot(): Promise<Uint8Array> {
    return encodeIndex({ origin: this.#origin, seq: this.#seq, segments: this.#segments });
  }

  async stats(): Promise<IndexStats> {
    return {
      documents: this.#segments.reduce((sum, { size }) => sum + size, 0),
      seq: this.#seq,
      bytes: this.#segments.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  #live(builder: SegmentBuilder): LiveSegment {
    const segment = builder.finish();
    return new LiveSegment(segment, new Uint8Array(segment.documents), this.#dictionaries);
  }

  #merge(): void {
    for (let group = chooseMerge(this.#segments); group; group = chooseMerge(this.#segments)) {
      const builder = new SegmentBuilder(this.#definition);
      for (const { segment, deleted } of group) builder.addSegment(segment, deleted);
      const merged = builder.documents > 0 ? [this.#live(builder)] : [];
      const old = new Set(group);
      this.#segments = [...this.#segments.filter((segment) => !old.has(segment)), ...merged];
    }
  }

  #checkNames({ sort, facets = [], filters = {} }: Pick<SearchQuery, 'sort' | 'facets' | 'filters'>): void {
    const { sorts, facets: known } = this.#definition;
    if (sort !== undefined && sort !== 'relevance' && !sorts.includes(sort)) {
      throw new RangeError(`Unknown sort "${sort}". Known: ${['relevance', ...sorts].join(', ')}.`);
    }
    for (const facet of [...facets, ...Object.keys(filters)]) {
      if (!known.includes(facet)) throw new RangeError(`Unknown facet "${facet}". Known: ${known.join(', ')}.`);
    }
  }

  #sortOf({ sort }: SearchQuery, hasTerms: boolean): string {
    if (sort !== undefined && sort !== 'relevance') return sort;
    return hasTerms ? 'relevance' : (this.#definition.sorts[0] ?? 'relevance');
  }
}

/** Filters in one order, whatever order they were given in. */
function canonical(filters: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string[]])[] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => [facet, [...new Set(values)].toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
