import type { DeskSubmission } from '../../domain/desk.js';
import { findDuplicates } from '../desk/duplicates.js';
import { stepsOf } from '../desk/steps.js';
import { chinaDay } from '../indicators/computed-series.js';
import type { DeskEntry } from '../store/desk-store.js';
import type { OperatorToken } from '../store/store.js';
import type { AppContext, Services } from './app-env.js';
import { labelledIn } from './respond.js';

/** Answers with a submission as the operator may see it and with what may be done with it now. */
export async function sendEntry(
  c: AppContext,
  services: Services,
  entry: DeskEntry,
  token: OperatorToken,
): Promise<Response> {
  const { notice, ...rest } = entry;
  const submission: DeskSubmission = {
    ...rest,
    ...(notice && { notice: { start: notice.start, end: notice.end } }),
    duplicates: await findDuplicates(services, entry),
    steps: stepsOf(entry, token.scopes, c.var.lang, chinaDay(new Date())),
  };
  return sendPrivate(c, submission);
}

/** Answers with what is for the operator alone: kept by nobody on the way. */
export async function sendPrivate(c: AppContext, value: object): Promise<Response> {
  labelledIn(c);
  c.header('Cache-Control', 'no-store');
  return c.json(value);
}
