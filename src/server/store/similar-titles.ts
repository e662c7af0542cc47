import { type Draft, titleOf } from '../submissions/title.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { Queryable } from './database.js';

/** Pieces of a title that are looked for in others, and how long they are. */
const PIECES = 12;
const PIECE_LENGTH = 3;
const MAX_CANDIDATES = 50;

/** A submission whose title has pieces in common with another. */
export interface SimilarSubmission {
  readonly kind: string;
  readonly reference: string;
  readonly status: string;
  readonly title: LanguageMap;
}

/** Submissions of a kind that have pieces of the folded title `key`, those with most of them first. */
export async function findSimilar(
  tx: Queryable,
  { kind, key, reference }: { readonly kind: string; readonly key: string; readonly reference: string },
): Promise<SimilarSubmission[]> {
  if (key === '') return [];
  const pieces = piecesOf(key);
  const hits = pieces.map((_piece, at) => `(strpos(title_key, $${at + 3}) > 0)::integer`).join(' + ');
  const rows = await tx.query<{ kind: string; reference: string; status: string; draft: string }>(
    `SELECT s.kind, s.reference, s.status, s.draft::text AS draft
     FROM submissions s JOIN (
       SELECT reference, hits FROM (
         SELECT reference, received_at, ${hits} AS hits FROM submissions
         WHERE kind = $1 AND reference <> $2 AND merged_into IS DISTINCT FROM $2
       ) AS compared WHERE hits > 0 ORDER BY hits DESC, received_at LIMIT ${MAX_CANDIDATES}
     ) AS candidates USING (reference) ORDER BY candidates.hits DESC, s.received_at`,
    [kind, reference, ...pieces],
  );
  return rows.map(({ draft, ...row }) => Object.assign(row, { title: titleOf(JSON.parse(draft) as Draft) }));
}

/** Pieces from all over the title, so that a word more or less at either end matters little. */
function piecesOf(key: string): string[] {
  const characters = Array.from(key);
  if (characters.length <= PIECE_LENGTH) return [key];
  const last = characters.length - PIECE_LENGTH;
  const step = Math.max(1, last / (PIECES - 1));
  const starts = new Set(Array.from({ length: PIECES }, (_, nr) => Math.min(last, Math.round(nr * step))));
  return [...starts].map((start) => characters.slice(start, start + PIECE_LENGTH).join(''));
}
