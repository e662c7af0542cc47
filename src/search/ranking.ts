import type { LiveSegment } from './live-segment.js';
import type { IndexDefinition } from './search-index.js';

/**
 * How soon more occurrences of a term stop to matter: here a title, weight 5, counts as much as five mentions in the text.
 * Twice the usual value, because it measures better where the heaviest field is that heavy.
 */
export const K1 = 2.4;
/** How much a long text lowers the worth of an occurrence, 0 to 1. */
export const B = 0.75;
/** A near match needs a term rarer than this: one that stands in over 60 of 100 records tells nothing. */
export const MIN_RELAXED_WEIGHT = 0.5;

/** Inverse document frequency, never negative. */
export function inverseFrequency(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

/** What one occurrence counts in each field of a record, by the lengths of its fields (BM25F). */
export function occurrenceWeights(definition: IndexDefinition, lengths: readonly number[]): number[] {
  return definition.fields.map(({ weight, usualLength }, field) => {
    const length = lengths[field] ?? 0;
    return weight / (1 - B + (B * length) / usualLength);
  });
}

/** The part of a term's score that the record decides, 0 to 1: the sum of its occurrences' weights, saturated. */
export function impact(occurrences: number): number {
  return occurrences / (K1 + occurrences);
}

/** A term and what it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Terms that a score is the sum of, with the weight of each. */
export interface Ranking {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
}

/** Documents of all segments; the deleted ones count until they are merged away, in both halves of a frequency. */
export function documentsOf(segments: readonly LiveSegment[]): number {
  return segments.reduce((sum, { segment }) => sum + segment.documents, 0);
}

/** How many of them have the term. */
export function documentFrequency(segments: readonly LiveSegment[], term: string): number {
  let having = 0;
  for (const live of segments) having += live.frequency(term);
  return having;
}
