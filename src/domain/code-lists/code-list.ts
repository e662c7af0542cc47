import type { LanguageMap, PartialDate } from '../primitives.js';

/** One entry of a code list. Entries are never removed: a code that ended keeps its label and gets `validUntil`. */
export interface CodeEntry {
  readonly code: string;
  readonly label: LanguageMap;
  /** Spellings met in real data that mean this entry. */
  readonly aliases?: readonly string[];
  readonly validFrom?: PartialDate;
  readonly validUntil?: PartialDate;
}

/** A versioned vocabulary with labels in every language we ship, and where it comes from. */
export interface CodeList {
  /** The `scheme` of a concept or the name a field's docstring gives, for example `transfer-mode`. */
  readonly id: string;
  readonly label: LanguageMap;
  /** Date of this edition of the list. */
  readonly version: PartialDate;
  /** The statute, standard or form it was taken from, in words a reader can look up. */
  readonly source: string;
  /** False where the full official list could not be sourced: the entries are then only the attested ones. */
  readonly complete: boolean;
  readonly entries: readonly CodeEntry[];
}
