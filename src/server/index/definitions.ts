import type { RecordKind } from '../../domain/record.js';
import { achievementIndex, demandIndex, eventIndex, incubatorIndex } from '../../search/index.js';
import type { IndexDefinition } from '../../search/search-index.js';
import type { StoredRecord } from '../store/store.js';

/** The kinds of records that can be searched, and how. A thread finds its own here: functions cannot be sent to it. */
export const DEFINITIONS: Readonly<Partial<Record<RecordKind, IndexDefinition<StoredRecord>>>> = {
  achievement: achievementIndex,
  demand: demandIndex,
  incubator: incubatorIndex,
  event: eventIndex,
};

/** @throws {Error} for a kind that cannot be searched */
export function definitionOf(kind: RecordKind): IndexDefinition<StoredRecord> {
  const definition = DEFINITIONS[kind];
  if (!definition) throw new Error(`There is no index definition for "${kind}".`);
  return definition;
}
