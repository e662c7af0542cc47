import type * as z from 'zod/mini';
import { Achievement } from '../../domain/achievement.js';
import { Demand } from '../../domain/demand.js';
import { EventRecord } from '../../domain/event.js';
import { Incubator } from '../../domain/incubator.js';
import type { RecordKind } from '../../domain/record.js';
import type { StoredRecord } from '../store/store.js';

/** A kind of record as the API shows it. */
export interface Collection {
  readonly kind: RecordKind;
  /** Last segment of its address: `/api/v1/<path>`. */
  readonly path: string;
  /** Facets that a list counts unless it is told which. */
  readonly defaultFacets: readonly string[];
  /** Checks what is imported. */
  readonly schema: z.ZodMiniType<StoredRecord>;
}

/** Every kind that has routes. */
export const COLLECTIONS: readonly Collection[] = [
  {
    kind: 'achievement',
    path: 'achievements',
    schema: Achievement,
    defaultFacets: ['field', 'transferMode', 'readiness', 'ipKind', 'region', 'year'],
  },
  {
    kind: 'demand',
    path: 'demands',
    schema: Demand,
    defaultFacets: ['field', 'demandType', 'cooperationMode', 'budget', 'region', 'year'],
  },
  {
    kind: 'incubator',
    path: 'incubators',
    schema: Incubator,
    defaultFacets: ['carrierType', 'carrierLevel', 'service', 'region', 'nature', 'feature'],
  },
  {
    kind: 'event',
    path: 'events',
    schema: EventRecord,
    defaultFacets: ['eventType', 'state', 'mode', 'admission', 'region', 'month'],
  },
];
