import type { DeskRow } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { foldTitle } from '../desk/likeness.js';
import { type Draft, titleOf } from '../submissions/title.js';
import type { Queryable, SqlValue } from './database.js';
import type { Counts, QueuePage, QueueQuery, QueueSort } from './desk-store.js';

/** What every row of the queue is made of. */
export const ROW_COLUMNS = `s.reference, s.kind, s.status, s.draft::text AS draft, s.assignee, s.suspicious,
  (extract(epoch FROM s.received_at) * 1000)::float8 AS received, (extract(epoch FROM s.updated_at) * 1000)::float8 AS updated,
  (p.person#>'{organisation,name}')::text AS organisation`;

export const ROW_TABLES = 'submissions s LEFT JOIN submitters p USING (reference)';

export interface SubmissionRow {
  readonly reference: string;
  readonly kind: string;
  readonly status: string;
  readonly draft: string;
  readonly assignee: string | null;
  readonly suspicious: boolean;
  readonly received: number;
  readonly updated: number;
  readonly organisation: string | null;
}

/** A row of the database as a row of the queue. */
export function toDeskRow(row: SubmissionRow): DeskRow {
  const { reference, kind, status, draft, assignee, suspicious, organisation } = row;
  return {
    reference,
    kind,
    status,
    title: titleOf(JSON.parse(draft) as Draft),
    ...(organisation !== null && { organisation: JSON.parse(organisation) as LanguageMap }),
    ...(assignee !== null && { assignee }),
    ...(suspicious && { suspicious }),
    receivedAt: new Date(row.received).toISOString(),
    updatedAt: new Date(row.updated).toISOString(),
  };
}

/** By which column, in which direction, and how the next place compares. */
const SORTS: Readonly<Record<QueueSort, { column: string; order: 'ASC' | 'DESC'; next: '>' | '<' }>> = {
  oldest: { column: 's.received_at', order: 'ASC', next: '>' },
  newest: { column: 's.received_at', order: 'DESC', next: '<' },
  updated: { column: 's.updated_at', order: 'DESC', next: '<' },
};

type Field = 'status' | 'kind' | 'assignee';

/** One page of the queue with its counts. */
export async function readQueue(tx: Queryable, query: QueueQuery): Promise<QueuePage> {
  const groups = await readGroups(tx, query);
  const { rows, next } = await readPage(tx, query);
  const counts = {
    status: countBy(groups, query, 'status'),
    kind: countBy(groups, query, 'kind'),
    assignee: countBy(groups, query, 'assignee'),
  };
  const total = sum(groups.filter((group) => isWanted(group, query)));
  return { rows, total, counts, ...(next && { next }) };
}

async function readPage(tx: Queryable, query: QueueQuery): Promise<Pick<QueuePage, 'rows' | 'next'>> {
  const { limit, after, sort } = query;
  if (limit === 0) return { rows: [] };
  const { column, order, next } = SORTS[sort];
  const { sql, params } = conditionsOf(query);
  const place = (nr: number): string => `timestamptz 'epoch' + $${nr}::float8 * interval '1 microsecond'`;
  const from = after
    ? ` AND (${column}, s.reference) ${next} (${place(params.length + 1)}, $${params.length + 2} COLLATE "C")`
    : '';
  const ordered = `ORDER BY ${column} ${order}, s.reference ${order}`;
  // What rows are made of is read for those of the page alone
  const found = await tx.query<SubmissionRow & { place: number }>(
    `SELECT ${ROW_COLUMNS}, (extract(epoch FROM ${column}) * 1000000)::float8 AS place FROM ${ROW_TABLES}
     WHERE s.reference IN (
       SELECT s.reference FROM ${tablesFor(query)} WHERE ${sql}${from} ${ordered} LIMIT ${limit + 1}
     ) ${ordered}`,
    [...params, ...(after ? [after.at, after.reference] : [])],
  );
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: found.slice(0, limit).map(toDeskRow),
    ...(last && { next: { at: last.place, reference: last.reference } }),
  };
}

/** How many submissions are alike in all that is counted. */
interface Group {
  readonly status: string;
  readonly kind: string;
  readonly assignee: string | null;
  readonly count: number;
}

/** All counts come from one look at the table: of what fits the words, by what is counted. */
function readGroups(tx: Queryable, query: QueueQuery): Promise<Group[]> {
  const { sql, params } = conditionsOf({ ...query, kinds: [], statuses: [], assignee: undefined, unassigned: false });
  return tx.query<Group>(
    `SELECT s.status, s.kind, s.assignee, count(*)::float8 AS count FROM ${tablesFor(query)} WHERE ${sql}
     GROUP BY s.status, s.kind, s.assignee ORDER BY s.status, s.kind, s.assignee`,
    params,
  );
}

function isWanted({ status, kind, assignee }: Group, query: QueueQuery, without?: Field): boolean {
  const { statuses, kinds } = query;
  if (without !== 'status' && statuses.length > 0 && !statuses.includes(status)) return false;
  if (without !== 'kind' && kinds.length > 0 && !kinds.includes(kind)) return false;
  if (without === 'assignee') return true;
  return (query.assignee === undefined || query.assignee === assignee) && !(query.unassigned && assignee !== null);
}

function countBy(groups: readonly Group[], query: QueueQuery, field: Field): Counts {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const value = group[field];
    if (value !== null && isWanted(group, query, field)) counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return counts;
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

/** Names of organisations stand beside the submitter, and are looked at for words alone. */
function tablesFor({ q }: QueueQuery): string {
  return q ? ROW_TABLES : 'submissions s';
}

/** What a row must fulfil. */
function conditionsOf(query: QueueQuery): { readonly sql: string; readonly params: SqlValue[] } {
  const params: SqlValue[] = [];
  const value = (given: SqlValue): string => `$${params.push(given)}`;
  const oneOf = (column: string, values: readonly string[]): string =>
    `${column} IN (SELECT jsonb_array_elements_text(${value(JSON.stringify(values))}::text::jsonb))`;
  const conditions = ['true'];
  if (query.kinds.length > 0) conditions.push(oneOf('s.kind', query.kinds));
  if (query.statuses.length > 0) conditions.push(oneOf('s.status', query.statuses));
  if (query.assignee !== undefined) conditions.push(`s.assignee = ${value(query.assignee)}`);
  if (query.unassigned) conditions.push('s.assignee IS NULL');
  if (query.suspicious !== undefined) conditions.push(`s.suspicious = ${value(query.suspicious)}`);
  for (const word of (query.q ?? '').split(/\s+/).filter(Boolean)) conditions.push(hasWord(word, value));
  return { sql: conditions.join(' AND '), params };
}

/** Titles are compared as the search folds them, names without case, references as they are written. */
function hasWord(word: string, value: (given: SqlValue) => string): string {
  const folded = foldTitle(word);
  const inTitle = folded === '' ? '' : `strpos(s.title_key, ${value(folded)}) > 0 OR `;
  return `(${inTitle}strpos(s.reference, ${value(word.toUpperCase())}) > 0
    OR strpos(lower((p.person#>'{organisation,name}')::text), ${value(word.toLowerCase())}) > 0)`;
}
