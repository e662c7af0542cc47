import type { Extras } from './more/extras.js';
import type { KpiLocalizer, Reading } from './reading.js';

/** How the indicators are laid out. */
export type KpiLayout = 'tiles' | 'compact' | 'table' | 'board';
/** How much room a tile takes, and with that how much it tells. */
export type KpiSize = 'small' | 'medium' | 'large';

/** One place among the tiles: an indicator, or a code that the platform does not know. */
export type Place =
  | { readonly code: string; readonly size: KpiSize; readonly reading: Reading }
  | { readonly code: string; readonly size: KpiSize; readonly reading?: undefined };

/** Places under one heading; without a title where the author has chosen the order. */
export interface Group {
  readonly id: string;
  readonly title?: string;
  readonly places: readonly Place[];
}

/** What every layout needs to draw a place. */
export interface PlaceContext {
  readonly l10n: KpiLocalizer;
  readonly layout: KpiLayout;
  /** What comes a moment after the figures; its room is kept until then. */
  readonly extras?: Extras;
}
