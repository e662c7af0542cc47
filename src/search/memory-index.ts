import { analyse, ANALYSER_VERSION } from './analysis.js';
import { decodeCursor, encodeCursor, type Cursor } from './cursor.js';
import { countFacets } from './facet-counts.js';
import { foldText } from './fold.js';
import { parseQuery, queryKey, requiredTerms, type Clause, type ParsedQuery } from './query.js';
import { impact, inverseFrequency, MIN_RELAXED_WEIGHT, occurrenceWeights } from './ranking.js';
import {
  MAX_RELAXED_HITS,
  type Change,
  type FacetValuesQuery,
  type IndexDefinition,
  type IndexDocument,
  type IndexStats,
  type SearchHit,
  type SearchIndex,
  type SearchPage,
  type SearchQuery,
  type Suggestion,
  type SuggestQuery,
} from './search-index.js';
import { openSnapshot, sealSnapshot, SnapshotError } from './snapshot.js';
import { suggestTexts } from './suggest.js';

/** Raised whenever a snapshot of the code before could not be read. */
const SNAPSHOT_VERSION = 1;
/** Positions of one field; a text of the same field starts where the one before ended, one position apart. */
const FIELD_STRIDE = 2 ** 32;

interface Posting {
  readonly positions: number[];
  weight: number;
}

interface Entry {
  readonly document: IndexDocument;
  readonly terms: ReadonlySet<string>;
}

interface Ranked {
  readonly id: string;
  readonly key: number | undefined;
}

/** Options of {@link createMemoryIndex}. */
export interface MemoryIndexOptions {
  /** Bytes of an earlier `snapshot()`. @throws {SnapshotError} when they are damaged or of another version. */
  readonly snapshot?: Uint8Array;
}

/** An index in this thread's memory, empty or opened from a snapshot. */
export function createMemoryIndex(definition: IndexDefinition, options: MemoryIndexOptions = {}): SearchIndex {
  const index = new MemoryIndex(definition);
  if (options.snapshot) index.restore(options.snapshot);
  return index;
}

class MemoryIndex implements SearchIndex {
  readonly #definition: IndexDefinition;
  readonly #fieldNames: readonly string[];
  readonly #entries = new Map<string, Entry>();
  readonly #postings = new Map<string, Map<string, Posting>>();
  #seq = 0;

  constructor(definition: IndexDefinition) {
    this.#definition = definition;
    this.#fieldNames = definition.fields.map(({ name }) => name);
  }

  async apply(changes: readonly Change[]): Promise<number> {
    for (const change of changes) {
      if (change.seq <= this.#seq) continue;
      if (change.op === 'put') this.#put(change.document);
      else this.#remove(change.id);
      this.#seq = change.seq;
    }
    return this.#seq;
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    const { facets = [], filters = {}, limit } = query;
    this.#checkNames(query);
    const parsed = parseQuery(query.q ?? '', this.#fieldNames);
    const terms = requiredTerms(parsed);
    const sort = this.#sortOf(query, terms.length > 0);
    const key = JSON.stringify([this.#definition.kind, this.#definition.version, queryKey(parsed), filters, sort]);
    const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, key);
    const weights = cursor && cursor.weights.length === terms.length ? cursor.weights : this.#weights(terms);

    const matching = this.#matching(parsed);
    const counted = countFacets(
      Array.from(matching, (id) => this.#document(id)),
      filters,
      facets,
    );
    const scores = this.#scores(terms, weights, counted.ids);
    const ranked = Array.from(counted.ids, (id): Ranked => ({
      id,
      key: sort === 'relevance' ? (scores.get(id) ?? 0) : this.#document(id).sorts[sort],
    })).toSorted(byRank);
    const rest = cursor?.relaxed === undefined ? after(ranked, cursor) : [];
    const strict = rest.slice(0, limit);
    const hits: SearchHit[] = strict.map(({ id }) => ({ id, score: scores.get(id) ?? 0, relaxed: false }));
    const page = { total: counted.ids.length, facets: counted.facets, seq: this.#seq };
    const last = strict.at(-1);
    if (rest.length > limit) {
      return last ? { ...page, hits, nextCursor: encodeCursor({ ...last, weights }, key) } : { ...page, hits };
    }

    const fillsUp = cursor === undefined ? ranked.length < limit && terms.length > 1 : cursor.relaxed !== undefined;
    if (!fillsUp) return { ...page, hits };
    const given = cursor?.relaxed ?? 0;
    const near = after(this.#nearMatches(parsed, terms, weights, filters), cursor);
    const relaxed = near.slice(0, Math.min(limit - hits.length, MAX_RELAXED_HITS - given));
    hits.push(...relaxed.map(({ id, key: score }) => ({ id, score: score ?? 0, relaxed: true })));
    const end = relaxed.at(-1);
    const now = given + relaxed.length;
    if (!end || near.length <= relaxed.length || now >= MAX_RELAXED_HITS) return { ...page, hits };
    return { ...page, hits, nextCursor: encodeCursor({ ...end, weights, relaxed: now }, key) };
  }

  async suggest(query: SuggestQuery): Promise<readonly Suggestion[]> {
    const fields = this.#definition.fields
      .filter(({ name, suggest }) => (query.fields ? query.fields.includes(name) : suggest))
      .map(({ name }) => name);
    return suggestTexts(
      Array.from(this.#entries.values(), ({ document }) => document),
      fields,
      query,
    );
  }

  async facetValues(query: FacetValuesQuery): Promise<readonly { readonly value: string; readonly count: number }[]> {
    this.#checkNames({ facets: [query.facet] });
    const wanted = foldText(query.contains ?? '');
    const documents = Array.from(this.#entries.values(), ({ document }) => document);
    return (countFacets(documents, {}, [query.facet], Infinity).facets[query.facet] ?? [])
      .filter(({ value }) => foldText(value).includes(wanted))
      .slice(0, query.limit);
  }

  async snapshot(): Promise<Uint8Array> {
    const documents = Array.from(this.#entries.values(), ({ document }) => document);
    const payload = { origin: this.#origin(), seq: this.#seq, documents };
    return sealSnapshot(new TextEncoder().encode(JSON.stringify(payload)), SNAPSHOT_VERSION);
  }

  async stats(): Promise<IndexStats> {
    return { documents: this.#entries.size, seq: this.#seq };
  }

  restore(bytes: Uint8Array): void {
    const text = new TextDecoder().decode(openSnapshot(bytes, SNAPSHOT_VERSION));
    const payload = JSON.parse(text) as { origin: string; seq: number; documents: readonly IndexDocument[] };
    if (payload.origin !== this.#origin()) throw new SnapshotError('The snapshot is of another definition.');
    for (const document of payload.documents) this.#put(document);
    this.#seq = payload.seq;
  }

  #origin(): string {
    return `${this.#definition.kind} ${this.#definition.version} ${ANALYSER_VERSION}`;
  }

  #document(id: string): IndexDocument {
    return (this.#entries.get(id) as Entry).document;
  }

  #put(document: IndexDocument): void {
    this.#remove(document.id);
    const positions = new Map<string, number[]>();
    const lengths = this.#definition.fields.map(({ name }, field) => {
      let base = 0;
      for (const text of document.texts[name] ?? []) {
        const start = field * FIELD_STRIDE + base;
        const length = analyse(text, (term, _kind, position) => {
          const list = positions.get(term);
          if (list) list.push(start + position);
          else positions.set(term, [start + position]);
        });
        base += length + 1;
      }
      return base;
    });
    const worth = occurrenceWeights(this.#definition, lengths);
    for (const [term, list] of positions) {
      let sum = 0;
      for (const position of list) sum += worth[Math.floor(position / FIELD_STRIDE)] ?? 0;
      const posting = { positions: list, weight: impact(sum) };
      const postings = this.#postings.get(term);
      if (postings) postings.set(document.id, posting);
      else this.#postings.set(term, new Map([[document.id, posting]]));
    }
    this.#entries.set(document.id, { document, terms: new Set(positions.keys()) });
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    for (const term of entry.terms) {
      const postings = this.#postings.get(term);
      postings?.delete(id);
      if (postings?.size === 0) this.#postings.delete(term);
    }
    this.#entries.delete(id);
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

  #weights(terms: readonly string[]): number[] {
    return terms.map((term) => inverseFrequency(this.#entries.size, this.#postings.get(term)?.size ?? 0));
  }

  #matching(query: ParsedQuery): Iterable<string> {
    const excluded = new Set(query.excluded.flatMap((clause) => this.#idsOf(clause)));
    const lists = query.required.map((clause) => new Set(this.#idsOf(clause))).toSorted((a, b) => a.size - b.size);
    const candidates = lists[0] ?? this.#entries.keys();
    return Array.from(candidates).filter((id) => !excluded.has(id) && lists.every((list) => list.has(id)));
  }

  #idsOf(clause: Clause): string[] {
    const field = clause.field === undefined ? undefined : this.#fieldNames.indexOf(clause.field);
    const lists = clause.terms.map(({ term }) => this.#postings.get(term));
    const first = lists[0];
    if (!first || lists.includes(undefined)) return [];
    if (lists.length === 1 && field === undefined) return Array.from(first.keys());
    const ids: string[] = [];
    for (const [id, { positions }] of first) {
      const others = lists.map((list) => list?.get(id)?.positions);
      if (others.includes(undefined)) continue;
      const sets = others.map((list) => new Set(list));
      const found = positions.some(
        (position) =>
          (field === undefined || Math.floor(position / FIELD_STRIDE) === field) &&
          clause.terms.every(({ offset }, index) => sets[index]?.has(position + offset)),
      );
      if (found) ids.push(id);
    }
    return ids;
  }

  #scores(terms: readonly string[], weights: readonly number[], ids: Iterable<string>): Map<string, number> {
    const lists = terms.map((term) => this.#postings.get(term));
    const scores = new Map<string, number>();
    for (const id of ids) {
      let score = 0;
      for (const [index, list] of lists.entries()) score += (weights[index] ?? 0) * (list?.get(id)?.weight ?? 0);
      scores.set(id, score);
    }
    return scores;
  }

  #nearMatches(
    query: ParsedQuery,
    terms: readonly string[],
    weights: readonly number[],
    filters: Readonly<Record<string, readonly string[]>>,
  ): Ranked[] {
    const strict = new Set(this.#matching(query));
    const excluded = new Set(query.excluded.flatMap((clause) => this.#idsOf(clause)));
    const told = terms.filter((_, index) => (weights[index] ?? 0) >= MIN_RELAXED_WEIGHT);
    const ids = new Set(told.flatMap((term) => Array.from(this.#postings.get(term)?.keys() ?? [])));
    const near = [...ids].filter((id) => !strict.has(id) && !excluded.has(id));
    const { ids: kept } = countFacets(
      near.map((id) => this.#document(id)),
      filters,
      [],
    );
    return Array.from(this.#scores(terms, weights, kept), ([id, key]): Ranked => ({ id, key })).toSorted(byRank);
  }
}

function byRank(a: Ranked, b: Ranked): number {
  return (b.key ?? -Infinity) - (a.key ?? -Infinity) || (a.id < b.id ? -1 : 1);
}

function after(ranked: readonly Ranked[], cursor: Cursor | undefined): readonly Ranked[] {
  return cursor ? ranked.filter((candidate) => byRank(cursor, candidate) < 0 && candidate.id !== cursor.id) : ranked;
}
