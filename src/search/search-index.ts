/**
 * What a record looks like to the index. A definition (`definitions/`) makes it from a record, so that the index itself
 * knows no record kind.
 */
export interface IndexDocument {
  readonly id: string;
  /** Searchable texts by field name, for example `{title: ['钙钛矿电池', 'Perovskite cell'], keywords: ['光伏']}`. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Values by facet name; a record may have several in one facet, or none. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** What values of facets are called in English, for the definition's {@link IndexDefinition.namedFacets}: `{institution: [['天津大学', 'Tianjin University']]}`. */
  readonly names?: Readonly<Record<string, readonly ValueName[]>>;
  /** Numbers to sort by (`newest`: days or milliseconds); absent sorts last. */
  readonly sorts: Readonly<Record<string, number | undefined>>;
  /** Numbers to filter by (dates as days since 1970-01-01, money in yuan). One that is a sort, too, need not be given twice. */
  readonly ranges: Readonly<Record<string, number | undefined>>;
}

/** A value of a facet and what one record calls it in English. */
export type ValueName = readonly [value: string, name: string];

/** A searchable field of a definition. */
export interface IndexField {
  readonly name: string;
  /** Weight in BM25F. */
  readonly weight: number;
  /** Usual length in characters and words, by which BM25F judges long and short texts. Fixed, so that a record's score does not depend on others. */
  readonly usualLength: number;
  /** Whether its texts are offered while the user types. */
  readonly suggest?: boolean;
}

/** Which fields, facets, sorts and ranges one kind of record has. The index reads nothing else of the kind. */
export interface IndexDefinition<R = unknown> {
  readonly kind: string;
  /** Raised whenever the mapping changes, so that a stored index of an older mapping is rebuilt. */
  readonly version: number;
  /** Searchable fields, the heaviest first. */
  readonly fields: readonly IndexField[];
  readonly facets: readonly string[];
  /** Those facets whose values records have English names for; none when absent. */
  readonly namedFacets?: readonly string[];
  /** Sort orders by number, descending. `relevance` is always there and not listed. */
  readonly sorts: readonly string[];
  /** Numbers that can be filtered by and whose span is counted; may name sorts. */
  readonly ranges: readonly string[];
  toDocument(record: R): IndexDocument;
}

/** One step of the outbox. `put` replaces the whole document. */
export type Change =
  | { readonly seq: number; readonly op: 'put'; readonly document: IndexDocument }
  | { readonly seq: number; readonly op: 'delete'; readonly id: string };

/** Numbers from `min` to `max`, both included; open where absent. */
export interface RangeFilter {
  readonly min?: number;
  readonly max?: number;
}

/** Which records are meant. */
export interface SearchSelection {
  /** What the user typed; empty or absent finds everything. */
  readonly q?: string;
  /** Chosen values by facet: OR within a facet, AND between facets. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Facets in which a record must have all of the chosen values, not just one. */
  readonly matchAll?: readonly string[];
  /** By range; a record without the number is not found. */
  readonly ranges?: Readonly<Record<string, RangeFilter>>;
}

/** @throws {RangeError} from `search` for a facet, range or sort that is not defined, and for an end that is no number. */
export interface SearchQuery extends SearchSelection {
  /**
   * `relevance` (the default when there is a `q`) or a name from the definition's sorts (the first is the default without
   * words to rank by).
   */
  readonly sort?: string;
  /** 0 to 100. */
  readonly limit: number;
  /** From an earlier page's `nextCursor`, for the same query. */
  readonly cursor?: string;
  /** Facets to count; none when absent. */
  readonly facets?: readonly string[];
  /** Ranges to count; none when absent. */
  readonly countRanges?: readonly string[];
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  /** True where the record matches only some of the words: below the divider. */
  readonly relaxed: boolean;
}

/** Most values that a page counts for one facet, chosen ones not counted. */
export const MAX_FACET_VALUES = 100;

/** Near matches given after the strict ones, all pages together. */
export const MAX_RELAXED_HITS = 100;

/** A value of a facet and how many records have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
  /**
   * What most records of the whole index call the value in English, equals by the name, whatever was searched for; absent
   * where none gives a name.
   */
  readonly name?: string;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Exact number of records that match every word and every filter. Near matches are not counted. */
  readonly total: number;
  /**
   * Counts by facet and value, each facet counted without its own filter (but for one in `matchAll`, which is counted as
   * filtered), most frequent first: the chosen values and the {@link MAX_FACET_VALUES} most frequent ones. `facetValues`
   * finds the others.
   */
  readonly facets: Readonly<Record<string, readonly ValueCount[]>>;
  /**
   * By range, of the records that pass all but this range's own filter: the smallest and the largest number, absent where
   * there is none, and how many records have one.
   */
  readonly ranges: Readonly<Record<string, RangeFilter & { readonly count: number }>>;
  readonly nextCursor?: string;
  /**
   * Words by which the near matches of this page were found in place of those typed (by pinyin, its initials, a slip or
   * a beginning), folded. `highlight` takes them; absent when there are none.
   */
  readonly words?: readonly string[];
  /** The outbox position that this answer reflects. */
  readonly seq: number;
}

/** A text to complete what the user is typing. */
export interface Suggestion {
  readonly text: string;
  /** The field it was found in, for example `title`. */
  readonly field: string;
  readonly count: number;
}

export interface SuggestQuery {
  readonly q: string;
  readonly limit: number;
  readonly fields?: readonly string[];
}

/** The values are counted as `search` counts them: among the records found, without the facet's own filter. */
export interface FacetValuesQuery extends SearchSelection {
  readonly facet: string;
  /**
   * Narrows the values to those that contain it, folded like a query, in the value or its English name; where the index
   * knows readings, also to those typed so in pinyin without tones, in full, by initials, or both mixed (`tjdaxue`). Those
   * that begin so come first, then those that have it as written, then by sound; each most frequent first.
   */
  readonly contains?: string;
  /** What values are shown as, to look into in place of the values themselves. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Narrows the values to these. */
  readonly values?: readonly string[];
  readonly limit: number;
}

export interface IndexStats {
  readonly documents: number;
  readonly seq: number;
  readonly bytes?: number;
}

/**
 * The index of one kind of record. It is a derived, disposable read model: what it lacks is read again from the store's
 * outbox. Methods answer with promises so that the same interface serves an index in this thread, in a worker, or on
 * another machine.
 */
export interface SearchIndex {
  /** Applies changes in the order of their `seq`; a change at or below the current position is skipped. Resolves to the new position. */
  apply(changes: readonly Change[]): Promise<number>;
  /**
   * Finds records that match every part of `q` and every filter. When they do not fill the first page, up to
   * {@link MAX_RELAXED_HITS} near matches follow, best first, marked `relaxed`: records that have some of several terms;
   * for a word of letters that no record has, those with a word near it; and, where the index knows readings, for a query
   * in pinyin or its initials those whose title, keywords or names sound or begin so.
   *
   * Pages hold still while records come and go: a record that did not change is given once and never skipped, because
   * a cursor keeps the weights of the first page's ranking and the place where the page ended, not a number of rows.
   * @throws {InvalidCursorError} when `cursor` was not made by this index for the same query.
   */
  search(query: SearchQuery): Promise<SearchPage>;
  suggest(query: SuggestQuery): Promise<readonly Suggestion[]>;
  facetValues(query: FacetValuesQuery): Promise<readonly ValueCount[]>;
  /** The English names that most records give `values` of a facet; a value without one is absent. */
  names(facet: string, values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The whole index as bytes that {@link SearchIndex} implementations of the same version can open again. */
  snapshot(): Promise<Uint8Array>;
  stats(): Promise<IndexStats>;
}

/** The cursor is damaged, of another query, or of an index that is gone. The way out is to ask for the first page again. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}
