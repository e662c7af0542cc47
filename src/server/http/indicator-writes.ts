import * as z from 'zod/mini';
import { type Indicator, Observation } from '../../domain/indicator.js';
import { LanguageMap, text } from '../../domain/primitives.js';
import type { ProblemField } from '../../domain/problem.js';
import type { IndicatorReader } from '../indicators/indicator-reader.js';
import type { AppContext, Services } from './app-env.js';
import { faultsOf, fieldFault } from './issue-messages.js';
import { requireScope } from './operator-token.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { isRealDay, unstorablePath } from './storable.js';

/** What an operator's token must allow to enter, correct or import figures, and to see who did. */
export const INDICATORS_SCOPE = 'indicators';
const MAX_BYTES = 64 * 1024;
const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Why a figure is entered or corrected: a text in the language of the request, or one in several. */
export const Reason = z.object({ reason: z.union([text(1000), LanguageMap]) });

/** What became of one figure. */
export interface ObservationReceipt {
  readonly result: 'entered' | 'corrected' | 'unchanged';
  /** As it stands now, with what it said before. */
  readonly observation: Observation;
}

/**
 * `PUT /api/v1/indicators/:idOrCode/observations`: enters the figure of a period or corrects it, for an operator's token
 * with the scope `indicators`. What stood there before stays in the history; the same figure again changes nothing.
 */
export function putObservation(services: Services, reader: IndicatorReader): Handler {
  return async (c) => {
    const { store } = services;
    const token = await requireScope(store, c, INDICATORS_SCOPE);
    const indicator = await findWritable(services, c);
    const { observation, reason } = await readEntry(c);
    const { entered, corrected } = await store.indicators.record([
      { indicatorId: indicator.id, observation, reason, by: token.label },
    ]);
    void services.indexer.wake();
    const now = await reader.find(indicator.id, { isOperator: true });
    const receipt: ObservationReceipt = {
      result: entered > 0 ? 'entered' : corrected > 0 ? 'corrected' : 'unchanged',
      observation: now?.observations.find((each) => isSamePeriod(each, observation)) ?? observation,
    };
    c.header('Cache-Control', 'no-store');
    return c.json(receipt);
  };
}

async function findWritable({ store }: Services, c: AppContext): Promise<Indicator> {
  const wanted = c.req.param('idOrCode') ?? '';
  const record = CODE.test(wanted) ? await store.indicators.find(wanted) : undefined;
  if (!record) throw new ProblemError('record-not-found');
  if (record.status === 'tombstone') throw new ProblemError('record-gone');
  // Stored after it was checked by the schema of its kind
  const indicator = record as typeof record & Indicator;
  if (indicator.computed) throw new ProblemError('indicator-computed');
  return indicator;
}

async function readEntry(c: AppContext): Promise<{ observation: Observation; reason: LanguageMap }> {
  const body = await readJson(c, MAX_BYTES);
  const observation = Observation.safeParse(body);
  const why = Reason.safeParse(body);
  const errors: ProblemField[] = [observation, why].flatMap((each) =>
    each.success ? [] : faultsOf(each.error.issues, body, c.var.lang),
  );
  if (observation.success) errors.push(...unreal(observation.data, c));
  const path = unstorablePath(body);
  if (path !== undefined) errors.push(fieldFault(path, 'invalid_text', c.var.lang));
  if (!observation.success || !why.success || errors.length > 0) throw new ProblemError('invalid-body', { errors });
  const { reason } = why.data;
  return { observation: observation.data, reason: typeof reason === 'string' ? { [c.var.lang]: reason } : reason };
}

/** Days that no calendar has: their form is right. */
function unreal({ periodStart, periodEnd, asOf }: Observation, c: AppContext): ProblemField[] {
  const dates = Object.entries({ periodStart, periodEnd, asOf });
  return dates.flatMap(([field, date]) =>
    date === undefined || date.length < 10 || isRealDay(date) ? [] : [fieldFault(field, 'no_such_day', c.var.lang)],
  );
}

function isSamePeriod(a: Observation, b: Observation): boolean {
  return a.periodStart === b.periodStart && a.periodEnd === b.periodEnd;
}
