import { FacetDictionary, mostFrequent, type ValueCount } from './facet-dictionary.js';
import { foldText } from './fold.js';
import { mergePartials, sumCounts, type FacetNames } from './merge-partials.js';
import type { PartialPage, Share } from './partial-page.js';
import type { FacetValuesQuery, IndexDefinition, SearchPage, SearchQuery } from './search-index.js';
import type { SegmentUpdate } from './segment-update.js';

/** Asks the reader of a share: {@link IndexReader.search}, perhaps in another thread. */
export type AskShare = (query: SearchQuery, share: Share) => Promise<PartialPage>;

/**
 * Has several readers search one index together, each its share, and puts their answers together to the answer that one
 * reader would give. Readers and gatherer are given every update of the writer, and the readers are asked, in one order:
 * whoever posts updates and questions to threads posts them in the same turn to all.
 */
export class ShareGatherer {
  readonly #definition: IndexDefinition;
  #facets: FacetNames;

  constructor(definition: IndexDefinition) {
    this.#definition = definition;
    this.#facets = this.#noValues();
  }

  /** Takes an update in: it knows the texts of the facets' values. */
  update({ whole, values }: SegmentUpdate): void {
    // Anew, not emptied: a search that is under way still needs the old ones.
    if (whole) this.#facets = this.#noValues();
    for (const [facet, texts] of values.entries()) this.#facets.dictionaries[facet]?.append(texts);
  }

  /** One page, searched in `of` shares; in a second round where near matches are needed. */
  async search(query: SearchQuery, of: number, ask: AskShare): Promise<SearchPage> {
    const facets = this.#facets;
    for (const near of [false, true]) {
      const page = mergePartials(facets, query, await askAll(query, of, near, ask));
      if (page) return page;
    }
    throw new Error('A reader gave no near matches, though it was asked for them.');
  }

  /** @throws {RangeError} for a facet that is not defined, from the reader */
  async facetValues(query: FacetValuesQuery, of: number, ask: AskShare): Promise<readonly ValueCount[]> {
    const facets = this.#facets;
    return valuesOf(facets, query, await askAll(countsQuery(query), of, false, ask));
  }

  /** {@link search} with one reader in this thread. */
  searchAlone(query: SearchQuery, ask: (query: SearchQuery) => PartialPage): SearchPage {
    const page = mergePartials(this.#facets, query, [ask(query)]);
    if (!page) throw new Error('A sole reader finds out by itself whether near matches are needed.');
    return page;
  }

  /** {@link facetValues} with one reader in this thread. */
  facetValuesAlone(query: FacetValuesQuery, ask: (query: SearchQuery) => PartialPage): readonly ValueCount[] {
    return valuesOf(this.#facets, query, [ask(countsQuery(query))]);
  }

  #noValues(): FacetNames {
    const { facets } = this.#definition;
    return { names: facets, dictionaries: facets.map(() => new FacetDictionary()) };
  }
}

function askAll(query: SearchQuery, of: number, near: boolean, ask: AskShare): Promise<PartialPage[]> {
  return Promise.all(Array.from({ length: of }, (_, part) => ask(query, { part, of, near })));
}

function countsQuery({ facet, contains: _contains, values: _values, ...selection }: FacetValuesQuery): SearchQuery {
  return { ...selection, facets: [facet], limit: 0 };
}

function valuesOf(
  { names, dictionaries }: FacetNames,
  { facet, contains = '', values, limit }: FacetValuesQuery,
  partials: readonly PartialPage[],
): readonly ValueCount[] {
  const counts = sumCounts(partials.map((partial) => partial.counts[0] as Uint32Array));
  const wanted = foldText(contains);
  const dictionary = dictionaries[names.indexOf(facet)] as FacetDictionary;
  const among = values && new Set(values);
  return mostFrequent(dictionary, counts, limit, [], (value) => {
    return (among?.has(value) ?? true) && (wanted === '' || foldText(value).includes(wanted));
  });
}
