import { FacetDictionary } from './facet-dictionary.js';
import { findValues } from './find-values.js';
import { mergePartials, sumCounts, type FacetNames } from './merge-partials.js';
import type { PartialPage, Share } from './partial-page.js';
import type { Phonetics } from './phonetics.js';
import type { FacetValuesQuery, IndexDefinition, SearchPage, SearchQuery, ValueCount } from './search-index.js';
import type { SegmentUpdate } from './segment-update.js';
import { Spelling } from './spelling.js';

/** Asks the reader of a share: {@link IndexReader.search}, perhaps in another thread. */
export type AskShare = (query: SearchQuery, share: Share) => Promise<PartialPage>;

/** Options of a {@link ShareGatherer}. */
export interface ShareGathererOptions {
  /** Finds values of facets by pinyin, too: `pinyinPhonetics()`. */
  readonly phonetics?: Phonetics;
}

/**
 * Has several readers search one index together, each its share, and puts their answers together to the answer that one
 * reader would give. Readers and gatherer are given every update of the writer, and the readers are asked, in one order:
 * whoever posts updates and questions to threads posts them in the same turn to all.
 */
export class ShareGatherer {
  readonly #definition: IndexDefinition;
  readonly #spelling: Spelling | undefined;
  #facets: FacetNames;

  constructor(definition: IndexDefinition, { phonetics }: ShareGathererOptions = {}) {
    this.#definition = definition;
    this.#spelling = phonetics && new Spelling(phonetics);
    this.#facets = this.#noValues();
  }

  /** Takes an update in: it knows the texts of the facets' values, and their names. */
  update({ whole, values, names }: SegmentUpdate): void {
    // Anew, not emptied: a search that is under way still needs the old ones.
    if (whole) this.#facets = this.#noValues();
    const { dictionaries } = this.#facets;
    for (const [facet, texts] of values.entries()) dictionaries[facet]?.append(texts);
    for (const [facet, changed] of names.entries()) dictionaries[facet]?.rename(changed);
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
    return this.#valuesOf(facets, query, await askAll(countsQuery(query), of, false, ask));
  }

  /** What the values of a named facet are called, those left out that have no name. */
  names(facet: string, values: readonly string[]): ReadonlyMap<string, string> {
    const { names, dictionaries } = this.#facets;
    const dictionary = dictionaries[names.indexOf(facet)];
    return new Map(
      values.flatMap((value): [string, string][] => {
        const name = dictionary?.nameOf(value);
        return name === undefined ? [] : [[value, name]];
      }),
    );
  }

  /** {@link search} with one reader in this thread. */
  searchAlone(query: SearchQuery, ask: (query: SearchQuery) => PartialPage): SearchPage {
    const page = mergePartials(this.#facets, query, [ask(query)]);
    if (!page) throw new Error('A sole reader finds out by itself whether near matches are needed.');
    return page;
  }

  /** {@link facetValues} with one reader in this thread. */
  facetValuesAlone(query: FacetValuesQuery, ask: (query: SearchQuery) => PartialPage): readonly ValueCount[] {
    return this.#valuesOf(this.#facets, query, [ask(countsQuery(query))]);
  }

  #valuesOf(
    { names, dictionaries }: FacetNames,
    query: FacetValuesQuery,
    partials: readonly PartialPage[],
  ): readonly ValueCount[] {
    const counts = sumCounts(partials.map((partial) => partial.counts[0] as Uint32Array));
    return findValues(dictionaries[names.indexOf(query.facet)] as FacetDictionary, counts, query, this.#spelling);
  }

  #noValues(): FacetNames {
    const { facets } = this.#definition;
    return { names: facets, dictionaries: facets.map(() => new FacetDictionary()) };
  }
}

function askAll(query: SearchQuery, of: number, near: boolean, ask: AskShare): Promise<PartialPage[]> {
  return Promise.all(Array.from({ length: of }, (_, part) => ask(query, { part, of, near })));
}

function countsQuery({
  facet,
  contains: _contains,
  labels: _labels,
  values: _values,
  ...selection
}: FacetValuesQuery): SearchQuery {
  return { ...selection, facets: [facet], limit: 0 };
}
