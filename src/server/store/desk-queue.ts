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
  const { rows, next } = await readPage(tx, query);
  const all = conditionsOf(query);
  const [total] = await tx.query<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM ${ROW_TABLES} WHERE ${all.sql}`,
    all.params,
  );
  const counts = {
    status: await countBy(tx, query, 'status'),
    kind: await countBy(tx, query, 'kind'),
    assignee: await countBy(tx, query, 'assignee'),
  };
  return { rows, total: total?.count ?? 0, counts, ...(next && { next }) };
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
  const found = await tx.query<SubmissionRow & { place: number }>(
    `SELECT ${ROW_COLUMNS}, (extract(epoch FROM ${column}) * 1000000)::float8 AS place
     FROM ${ROW_TABLES} WHERE ${sql}${from}
     ORDER BY ${column} ${order}, s.reference ${order} LIMIT ${limit + 1}`,
    [...params, ...(after ? [after.at, after.reference] : [])],
  );
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: found.slice(0, limit).map(toDeskRow),
    ...(last && { next: { at: last.place, reference: last.reference } }),
  };
}

async function countBy(tx: Queryable, query: QueueQuery, field: Field): Promise<Counts> {
  const { sql, params } = conditionsOf(query, field);
  const rows = await tx.query<{ value: string; count: number }>(
    `SELECT s.${field} AS value, count(*)::float8 AS count FROM ${ROW_TABLES}
     WHERE ${sql} AND s.${field} IS NOT NULL GROUP BY s.${field} ORDER BY s.${field}`,
    params,
  );
  return new Map(rows.map(({ value, count }) => [value, count]));
}

/** What a row must fulfil, the filter of `without` left out. */
function conditionsOf(query: QueueQuery, without?: Field): { readonly sql: string; readonly params: SqlValue[] } {
  const params: SqlValue[] = [];
  const value = (given: SqlValue): string => `$${params.push(given)}`;
  const oneOf = (column: string, values: readonly string[]): string =>
    `${column} IN (SELECT jsonb_array_elements_text(${value(JSON.stringify(values))}::text::jsonb))`;
  const conditions = ['true'];
  if (query.kinds.length > 0 && without !== 'kind') conditions.push(oneOf('s.kind', query.kinds));
  if (query.statuses.length > 0 && without !== 'status') conditions.push(oneOf('s.status', query.statuses));
  if (without !== 'assignee') {
    if (query.assignee !== undefined) conditions.push(`s.assignee = ${value(query.assignee)}`);
    if (query.unassigned) conditions.push('s.assignee IS NULL');
  }
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
