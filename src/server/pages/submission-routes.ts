import { statusPath } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import { orProblem } from '../http/desk-problems.js';
import { prefersPage } from '../http/pages.js';
import { ProblemError } from '../http/problems.js';
import type { Handler } from '../http/read-routes.js';
import { readBytes } from '../http/request-body.js';
import { describeState, openOwn, readState, withdrawConsent } from '../http/submission-own.js';
import { errorPage } from './error-page.js';
import { type Outcome, OUTCOMES, submissionPage } from './submission-page.js';

const MAX_FORM_BYTES = 16 * 1024;

/** `GET /submissions/:reference?key=`: the page of a submission to a browser, its state as JSON to everybody else. */
export function showSubmission(services: Services): Handler {
  const asData = readState(services);
  return async (c) => {
    c.header('Vary', 'Accept', { append: true });
    if (!prefersPage(c)) return asData(c);
    return asPage(services, c, async () => {
      const kept = await openOwn(services, c);
      const outcome = OUTCOMES.find((each) => each === c.req.query('done'));
      const state = await describeState(services, c, kept);
      return submissionPage(c, services, state, { key: c.req.query('key') ?? '', outcome });
    });
  };
}

/** `POST /submissions/:reference?key=`: what the forms of the page ask for. Leads back to the page, which says what was done. */
export function changeSubmission(services: Services): Handler {
  return async (c) =>
    asPage(services, c, async () => {
      const { reference } = await openOwn(services, c);
      const fields = new URLSearchParams(Buffer.from(await readBytes(c, MAX_FORM_BYTES)).toString());
      const outcome = await change(services, c, reference, fields);
      void services.indexer.wake();
      const query = new URLSearchParams({ lang: c.var.lang, done: outcome });
      return c.redirect(`${statusPath(reference, c.req.query('key') ?? '')}&${query.toString()}`, 303);
    });
}

async function change(services: Services, c: AppContext, reference: string, fields: URLSearchParams): Promise<Outcome> {
  const { store, source } = services;
  const action = fields.get('action');
  if (fields.get('confirm') !== 'yes') return 'unconfirmed';
  if (action === 'withdraw') await orProblem(store.submissions.withdraw(reference, source), c.var.lang);
  else if (action === 'erase') await store.submissions.erase(reference, source);
  else if (action === 'consent') {
    const consent = { purpose: fields.get('purpose') ?? '', recipient: fields.get('recipient') ?? '' };
    await withdrawConsent(services, c, reference, consent);
  } else throw new ProblemError('not-found');
  return action;
}

/** A problem is a page here, and no address that has a secret is told to anybody. */
async function asPage(services: Services, c: AppContext, work: () => Promise<Response>): Promise<Response> {
  c.header('Referrer-Policy', 'no-referrer');
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) return errorPage(c, services, error);
    throw error;
  }
}
