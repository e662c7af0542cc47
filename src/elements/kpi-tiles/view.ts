import type { Extras } from './more/extras.js';
import type { KpiLocalizer } from './reading.js';
import type { Readings } from './readings.js';

/** How the indicators are laid out. */
export type KpiLayout = 'tiles' | 'compact' | 'table' | 'board';
/** How much room a tile takes, and with that how much it tells. */
export type KpiSize = 'small' | 'medium' | 'large';

/** One place among the tiles: for an indicator, or for a code that the platform does not know. */
export interface Place {
  readonly code: string;
  readonly size: KpiSize;
}

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
  readonly readings: Readings;
  /** What comes a moment after the figures; its room is kept until then. */
  readonly extras?: Extras;
}
