import { decodeCursor } from './cursor.js';
import { LiveSegment } from './live-segment.js';
import { PageCounter } from './page-counter.js';
import { ALL, type PartialPage, type Share } from './partial-page.js';
import { SyllableTable, type Phonetics } from './phonetics.js';
import { parseQuery, queryKey, requiredTerms } from './query.js';
import { cursorKey, readQuery } from './read-query.js';
import { Scratch } from './scratch.js';
import type { IndexDefinition, IndexStats, SearchQuery, Suggestion, SuggestQuery } from './search-index.js';
import { runSearch } from './search-run.js';
import type { SegmentUpdate } from './segment-update.js';
import { decodeSegment } from './segment/codec.js';
import { suggest } from './suggest.js';

/** Options of an {@link IndexReader}. */
export interface IndexReaderOptions {
  /** Finds titles, keywords and names by pinyin, too, when Latin letters find little: `pinyinPhonetics()`. */
  readonly phonetics?: Phonetics;
}

/**
 * Searches the segments that an {@link IndexWriter} made, in the writer's thread or, where their bytes are shared, in
 * others: any number of readers over one copy. Its answers are those of the index as the last update left it.
 */
export class IndexReader {
  readonly #definition: IndexDefinition;
  readonly #fields: readonly string[];
  readonly #suggested: readonly boolean[];
  readonly #scratch = new Scratch();
  readonly #syllables: SyllableTable | undefined;
  #segments: readonly LiveSegment[] = [];
  #valueCounts: number[];
  #seq = 0;
  #version = 0;
  /** The segments of each share, by how many shares there are. */
  #shares = new Map<number, readonly (readonly LiveSegment[])[]>();

  constructor(definition: IndexDefinition, { phonetics }: IndexReaderOptions = {}) {
    this.#definition = definition;
    this.#fields = definition.fields.map(({ name }) => name);
    this.#suggested = definition.fields.map(({ suggest: open }) => open === true);
    this.#syllables = phonetics && new SyllableTable(phonetics);
    this.#valueCounts = definition.facets.map(() => 0);
  }

  /**
   * Takes an update in, as one step: a search sees all of it or nothing.
   * @throws {Error} when it is not the next one; the way out is the writer's `state()`.
   */
  update({ version, seq, whole, added, removed, deleted, values }: SegmentUpdate): void {
    if (!whole && version !== this.#version + 1) {
      throw new Error(
        `Update ${version} does not follow update ${this.#version}. Begin again with the writer's state().`,
      );
    }
    const kept = whole ? [] : this.#segments.filter(({ number }) => !removed.includes(number));
    for (const { segment, documents } of deleted) kept.find(({ number }) => number === segment)?.delete(documents);
    const fresh = added.map(
      ({ number, bytes, deleted: gone }) =>
        new LiveSegment(number, decodeSegment(this.#definition, bytes), gone, bytes.length),
    );
    this.#segments = [...kept, ...fresh];
    for (const { segment } of fresh) this.#scratch.reserve(segment.documents);
    this.#valueCounts = values.map((texts, facet) => (whole ? 0 : (this.#valueCounts[facet] ?? 0)) + texts.length);
    this.#seq = seq;
    this.#version = version;
    this.#shares.clear();
  }

  /**
   * What one share of the index holds of a page. A sole share is the whole answer, but for its form: see
   * {@link ShareGatherer}.
   * @throws {RangeError} for what the definition does not have, {InvalidCursorError} for a cursor of another query
   */
  search(query: SearchQuery, share: Share = ALL): PartialPage {
    const parsed = parseQuery(query.q ?? '', this.#fields);
    const terms = requiredTerms(parsed);
    const { sort, selection } = readQuery(this.#definition, query, this.#valueCounts, terms.length > 0);
    const key = cursorKey(this.#definition, queryKey(parsed), sort, selection);
    const counter = new PageCounter(selection, this.#scratch);
    const found = runSearch({
      q: query.q ?? '',
      parsed,
      key,
      fields: this.#fields,
      segments: this.#segments,
      share: this.#shareOf(share),
      near: share.of === 1 ? undefined : share.near,
      counter,
      sort: this.#definition.sorts.indexOf(sort),
      limit: query.limit,
      cursor: query.cursor === undefined ? undefined : decodeCursor(query.cursor, key, terms.length),
      scratch: this.#scratch,
      syllables: this.#syllables,
      definition: this.#definition,
      suggested: this.#suggested,
    });
    return { version: this.#version, seq: this.#seq, ...found, counts: counter.counts(), ranges: counter.ranges() };
  }

  suggest(query: SuggestQuery): Suggestion[] {
    return suggest(this.#segments, { definition: this.#definition, syllables: this.#syllables }, query);
  }

  stats(): IndexStats {
    return {
      documents: this.#segments.reduce((sum, { size }) => sum + size, 0),
      seq: this.#seq,
      bytes: this.#segments.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** Segments in shares of about as many documents each: the largest first, each to the share that has least. */
  #shareOf({ part, of }: Share): readonly LiveSegment[] {
    if (of === 1) return this.#segments;
    let shares = this.#shares.get(of);
    if (!shares) {
      const open = Array.from({ length: of }, () => ({ documents: 0, segments: [] as LiveSegment[] }));
      for (const live of this.#segments.toSorted((a, b) => b.segment.documents - a.segment.documents)) {
        const least = open.reduce((a, b) => (b.documents < a.documents ? b : a));
        least.documents += live.segment.documents;
        least.segments.push(live);
      }
      shares = open.map(({ segments }) => segments);
      this.#shares.set(of, shares);
    }
    return shares[part] ?? [];
  }
}
