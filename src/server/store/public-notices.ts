import type { PublicNotice } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { isOpen, type KeptNotice } from '../desk/rules.js';
import { type Draft, titleOf } from '../submissions/title.js';
import type { Queryable, SqlValue } from './database.js';
import type { NoticePage, NoticeQuery } from './desk-store.js';

/** Those that the public may read: what was rejected or withdrawn in the end is nobody's business any more. */
const PUBLIC = `s.notice IS NOT NULL AND s.kind <> 'enquiry'
  AND s.status IN ('publicNotice', 'published', 'negotiating', 'contracted')`;
const RUNS = `(s.status = 'publicNotice' AND s.notice->>'end' >= $1)`;

const COLUMNS = `s.reference, s.kind, s.status, s.draft::text AS draft, s.notice::text AS notice,
  coalesce(p.person#>'{organisation,name}', r.body#>'{owner,name}')::text AS organisation`;
const TABLES = `submissions s LEFT JOIN submitters p USING (reference)
  LEFT JOIN records r ON r.kind = s.kind AND r.id = s.record_id`;

interface NoticeRow {
  readonly reference: string;
  readonly kind: string;
  readonly status: string;
  readonly draft: string;
  readonly notice: string;
  readonly organisation: string | null;
}

/** One page of notices, the newest first. */
export async function readNotices(tx: Queryable, query: NoticeQuery, today: string): Promise<NoticePage> {
  const { isOpen: open, after, limit } = query;
  const where = `${PUBLIC} AND ${RUNS} = $2::boolean`;
  const params: SqlValue[] = [today, open];
  const [total] = await tx.query<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM submissions s WHERE ${where}`,
    params,
  );
  const from = after ? ` AND (s.notice->>'start', s.reference) < ($3, $4 COLLATE "C")` : '';
  const rows = await tx.query<NoticeRow>(
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${where}${from}
     ORDER BY s.notice->>'start' DESC, s.reference DESC LIMIT ${limit + 1}`,
    [...params, ...(after ? [after.start, after.reference] : [])],
  );
  const notices = rows.slice(0, limit).map((row) => toNotice(row, today));
  const last = rows.length > limit ? notices.at(-1) : undefined;
  return {
    notices,
    total: total?.count ?? 0,
    ...(last && { next: { start: last.start, reference: last.reference } }),
  };
}

/** One notice that the public may read. */
export async function readNotice(tx: Queryable, reference: string, today: string): Promise<PublicNotice | undefined> {
  const [row] = await tx.query<NoticeRow>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE ${PUBLIC} AND s.reference = $1`, [
    reference,
  ]);
  return row && toNotice(row, today);
}

function toNotice({ reference, kind, status, organisation, ...row }: NoticeRow, today: string): PublicNotice {
  const draft = JSON.parse(row.draft) as Exclude<Draft, { readonly kind: 'enquiry' }>;
  const notice = JSON.parse(row.notice) as KeptNotice;
  const isAnonymous = draft.kind === 'demand' && draft.anonymous === true;
  const name = draft.owner?.name ?? (organisation === null ? undefined : (JSON.parse(organisation) as LanguageMap));
  const summary = draft.summary ?? (draft.kind === 'demand' ? draft.problem : draft.benefit);
  return {
    reference,
    kind,
    title: titleOf(draft),
    ...(summary && { summary }),
    ...(name && !isAnonymous && { organisation: name }),
    start: notice.start,
    end: notice.end,
    ...(notice.relatedParty && { relatedParty: true }),
    isOpen: isOpen(status, notice, today),
  };
}
