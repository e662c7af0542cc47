import type * as z from 'zod/mini';
import { Achievement } from '../../domain/achievement.js';
import { Demand } from '../../domain/demand.js';
import type { RecordKind } from '../../domain/record.js';
import { mapAchievementRow, noteMissingInAchievement } from './achievement-mapping.js';
import { checkColumns, findColumn } from './columns.js';
import { checkDemandColumns, findDemandColumn } from './demand-columns.js';
import { mapDemandRow, noteMissingInDemand } from './demand-mapping.js';
import type { Fault } from './fault.js';
import type { MappedRow, MappingOptions, RowRecord } from './mapped-row.js';
import type { OddityKind } from './oddities.js';

/** A kind of record that is read from the rows of files. */
export interface RowKind<R = RowRecord> {
  readonly kind: RecordKind;
  readonly schema: z.ZodMiniType<R>;
  /** Refuses a table whose rows could never become records. */
  readonly checkColumns: (columns: readonly string[]) => Fault | undefined;
  /** What a header means, by the name of the column; nothing for one that is not known. */
  readonly findColumn: (header: string) => { readonly column: string } | undefined;
  readonly map: (values: Readonly<Record<string, unknown>>, options: MappingOptions) => MappedRow<R>;
  /** Notes what a searcher will miss in a record. */
  noteMissing(record: Partial<R>, note: (kind: OddityKind) => void): void;
}

const achievement: RowKind<Achievement> = {
  kind: 'achievement',
  schema: Achievement,
  checkColumns,
  findColumn,
  map: mapAchievementRow,
  noteMissing: noteMissingInAchievement,
};

const demand: RowKind<Demand> = {
  kind: 'demand',
  schema: Demand,
  checkColumns: checkDemandColumns,
  findColumn: findDemandColumn,
  map: mapDemandRow,
  noteMissing: noteMissingInDemand,
};

/** The kinds that can be read from files, by the last segment of their address. */
export const ROW_KINDS = { achievements: achievement, demands: demand } as const;
