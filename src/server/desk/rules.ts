import type { Objection } from '../../domain/desk.js';
import { firstDay, lastDay } from '../../domain/partial-date.js';
import { MIN_NOTICE_DAYS } from '../../domain/workflow.js';

/** Longest notice, in days: more is a slip of the keyboard. */
export const MAX_NOTICE_DAYS = 366;

/** A public notice as it is kept. */
export interface KeptNotice {
  /** First and last day, `2026-05-18`, both included. */
  readonly start: string;
  readonly end: string;
  /** When it was begun, ISO 8601: objections before belong to an earlier notice. */
  readonly at: string;
  readonly relatedParty?: boolean | undefined;
}

/** Why a step that the way of a submission has cannot be taken yet. */
export type Obstacle = 'notice-runs' | 'objection-open' | 'objection-upheld' | 'edit-in-notice';

/** What a submission is looked at for before it is published. */
export interface Publishable {
  readonly status: string;
  readonly notice?: Pick<KeptNotice, 'end' | 'at'> | undefined;
  readonly objections: readonly Pick<Objection, 'at' | 'settled'>[];
}

/**
 * What stands in the way of `to` on the day `today` (`2026-05-18`, in China). Nothing is published while its notice runs,
 * while an objection is open, or by a notice to which an objection was upheld.
 */
export function obstacleTo(to: string, submission: Publishable, today: string): Obstacle | undefined {
  if (to !== 'published') return undefined;
  const { status, notice, objections } = submission;
  if (objections.some(({ settled }) => settled === undefined)) return 'objection-open';
  if (status !== 'publicNotice' || !notice) return undefined;
  if (today <= notice.end) return 'notice-runs';
  const own = objections.filter(({ at }) => at >= notice.at);
  return own.some(({ settled }) => settled?.upheld) ? 'objection-upheld' : undefined;
}

/** Whether objections are taken on the day `today`. */
export function isOpen(status: string, notice: Pick<KeptNotice, 'start' | 'end'>, today: string): boolean {
  return status === 'publicNotice' && notice.start <= today && today <= notice.end;
}

/** The first day on which a notice may end that starts on the day `start`. */
export function earliestEnd(start: string): string {
  return dayAfter(start, MIN_NOTICE_DAYS - 1);
}

/** Whether `end` is a day on which a notice from `start` may end: neither too soon nor too late. */
export function isNoticePeriod(start: string, end: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(end) || dayAfter(end, 0) !== end) return false;
  const days = lastDay(end) - firstDay(start) + 1;
  return days >= MIN_NOTICE_DAYS && days <= MAX_NOTICE_DAYS;
}

/** A day that no calendar has gives another one. */
function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
