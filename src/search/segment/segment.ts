import type { IndexDefinition } from '../search-index.js';
import { Dictionary } from './dictionary.js';
import type { DocumentTexts } from './document-texts.js';
import type { FacetColumn } from './facet-column.js';
import type { NumberColumn } from './number-column.js';
import { Postings } from './postings.js';
import { lowerBound, StringTable } from './string-table.js';

/**
 * Up to {@link MAX_SEGMENT_DOCUMENTS} documents, numbered from 0, never changed once made: all of it typed arrays, so
 * that it can be laid over bytes that threads share.
 */
export interface Segment {
  readonly documents: number;
  readonly ids: StringTable;
  /** Document numbers in the order of their ids. */
  readonly byId: Uint16Array;
  /** Place of each document in that order: ties are broken by it. */
  readonly rankOf: Uint16Array;
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly texts: DocumentTexts;
  /** In the order of the definition's facets. */
  readonly facets: readonly FacetColumn[];
  /** In the order of the definition's named facets: each value with its English name, as one text. See {@link NameCounter}. */
  readonly names: readonly FacetColumn[];
  /** In the order of {@link numberColumns}. */
  readonly numbers: readonly NumberColumn[];
  readonly completions: Completions;
}

/** The original texts of the fields that are offered while the user types, each once, and who has them. */
export interface Completions {
  readonly texts: StringTable;
  /** Ordinal of the field each text stands in. */
  readonly fields: Uint8Array;
  /** Document `d` has `entries[starts[d]] … entries[starts[d + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const column = ({ values, numbers, starts, ordinals }: FacetColumn): Numbers[] => [
  values.units,
  values.starts,
  numbers,
  starts,
  ordinals,
];
const table = ({ units, starts }: StringTable): Numbers[] => [units, starts];

/** Names of the number columns: the sorts, then those ranges that are no sorts. */
export function numberColumns({ sorts, ranges }: IndexDefinition): readonly string[] {
  return [...new Set([...sorts, ...ranges])];
}

/** Every array of a segment, in the one order that {@link segmentFrom} reads. */
export function segmentArrays(segment: Segment): Numbers[] {
  const { dictionary, postings, texts, completions, facets, names } = segment;
  return [
    ...table(segment.ids),
    segment.byId,
    segment.rankOf,
    dictionary.grams,
    ...table(dictionary.texts),
    postings.starts,
    postings.impacts,
    postings.documents,
    postings.dense,
    postings.bits,
    postings.ranks,
    texts.bytes,
    texts.starts,
    texts.alphabet,
    ...table(completions.texts),
    completions.fields,
    completions.starts,
    completions.entries,
    ...segment.numbers,
    ...[...facets, ...names].flatMap(column),
  ];
}

/** The segment of {@link segmentArrays}. */
export function segmentFrom(definition: IndexDefinition, arrays: readonly Numbers[]): Segment {
  let next = 0;
  const take = <T extends Numbers>(): T => arrays[next++] as T;
  const takeTable = (): StringTable => new StringTable(take<Uint16Array>(), take<Uint32Array>());
  const takeFacet = (): FacetColumn => ({ values: takeTable(), numbers: take(), starts: take(), ordinals: take() });
  const ids = takeTable();
  return {
    documents: ids.size,
    ids,
    byId: take(),
    rankOf: take(),
    dictionary: new Dictionary(take(), takeTable()),
    postings: new Postings({
      starts: take(),
      impacts: take(),
      documents: take(),
      dense: take(),
      bits: take(),
      ranks: take(),
    }),
    texts: { bytes: take(), starts: take(), alphabet: take() },
    completions: { texts: takeTable(), fields: take(), starts: take(), entries: take() },
    numbers: numberColumns(definition).map(() => take<NumberColumn>()),
    facets: definition.facets.map(takeFacet),
    names: (definition.namedFacets ?? []).map(takeFacet),
  };
}

/** The document of that id, `undefined` when there is none. */
export function findDocument({ ids, byId, documents }: Segment, id: string): number | undefined {
  const document = byId[lowerBound(ids, documents, id, byId)];
  return document !== undefined && ids.compare(document, id) === 0 ? document : undefined;
}
