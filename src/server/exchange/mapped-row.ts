import { murmur128 } from '../../domain/hash.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { StoredRecord } from '../store/store.js';
import type { Fault } from './fault.js';
import type { Oddity, OddityKind } from './oddities.js';

/** What a mapping needs to know besides the row. */
export interface MappingOptions {
  /** Name of the source, set by the operator: it counts before what a row says. */
  readonly sourceName?: string;
  /** Name of the source where neither the operator nor the row gives one. */
  readonly fallbackSource: string;
  /** Time of the import, ISO 8601. */
  readonly now: string;
}

/** A row made into a record, not yet checked against the schema; or why it cannot become one. */
export type MappedRow<R> =
  | { readonly record: R; readonly oddities: readonly Oddity[]; readonly ignored: readonly string[] }
  | { readonly fault: Fault };

/** An id for a row that has none: the same for the same values, whatever the order of the columns. */
export function contentId(values: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const words = murmur128(new TextEncoder().encode(JSON.stringify(sorted)));
  return `content-${words.map((word) => word.toString(16).padStart(8, '0')).join('')}`;
}

/** Notes what a searcher will miss in a record. */
export type NoteMissing<R> = (record: Partial<R>, note: (kind: OddityKind) => void) => void;

/** A record that can be read from a row. */
export interface RowRecord extends StoredRecord {
  readonly title: LanguageMap;
  readonly lang: string;
}
