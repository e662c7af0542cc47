import * as z from 'zod/mini';
import { text } from '../../domain/primitives.js';
import type { SubmissionState } from '../../domain/submission.js';
import type { KeptSubmission } from '../store/submission-store.js';
import { stateOf } from '../submissions/state.js';
import { pagePath, platformOrigin } from './address.js';
import type { AppContext, Services } from './app-env.js';
import { orProblem } from './desk-problems.js';
import { faultsOf, fieldFault } from './issue-messages.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import { takeFrom } from './rate-limit.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { asProblem, checkSubmission, readSubmission } from './submission-routes.js';

// What the secret address of a receipt opens. Whoever has it is the submitter: no site key, origin or token is asked for.

const REFERENCE = /^[A-Z0-9-]{1,40}$/;
const MAX_KEY = 200;
const MAX_BYTES = 16 * 1024;

const ConsentWithdrawal = z.object({ purpose: text(200), recipient: text(500) });

/** The submission that the address names. @throws {ProblemError} 404 for a wrong reference or key, 429 for trying too many */
export async function openOwn(services: Services, c: AppContext): Promise<KeptSubmission> {
  takeFrom(services.intake.statusLimiter, c);
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['key', 'lang', 'siteKey', 'done']);
  params.language('lang');
  params.single('siteKey', MAX_KEY);
  const key = params.single('key', MAX_KEY) ?? '';
  params.assertValid();
  const reference = c.req.param('reference') ?? '';
  const kept = REFERENCE.test(reference) ? await services.store.submissions.open(reference, key) : undefined;
  if (!kept) throw new ProblemError('status-address-wrong');
  return kept;
}

/** `GET /api/v1/submissions/:reference?key=`: where it stands. */
export function readState(services: Services): Handler {
  return async (c) => sendState(services, c, await openOwn(services, c));
}

/** `PUT /api/v1/submissions/:reference?key=`: answers a return with a new version. */
export function putVersion(services: Services): Handler {
  return async (c) => {
    const { reference, kind } = await openOwn(services, c);
    const body = checkSubmission(c, kind, await readSubmission(c));
    const { draft, submitter, consents, attachments = [] } = body;
    const version = { draft, submitter, consents, attachments: [...new Set(attachments)] };
    const change = services.store.submissions.resubmit(reference, version, services.source);
    await orProblem(change, c.var.lang).catch(asProblem(c, attachments));
    return afterwards(services, c);
  };
}

/** `POST …/withdrawal?key=`: takes the submission back. */
export function postWithdrawal(services: Services): Handler {
  return async (c) => {
    const { reference } = await openOwn(services, c);
    await orProblem(services.store.submissions.withdraw(reference, services.source), c.var.lang);
    return afterwards(services, c);
  };
}

/** `POST …/consent-withdrawals?key=`: takes a consent back. */
export function postConsentWithdrawal(services: Services): Handler {
  return async (c) => {
    const { reference } = await openOwn(services, c);
    const received = await readJson(c, MAX_BYTES);
    const body = ConsentWithdrawal.safeParse(received);
    if (!body.success)
      throw new ProblemError('invalid-body', { errors: faultsOf(body.error.issues, received, c.var.lang) });
    await withdrawConsent(services, c, reference, body.data);
    return afterwards(services, c);
  };
}

/** @throws {ProblemError} 422 where there is no such consent */
export async function withdrawConsent(
  { store, source }: Services,
  c: AppContext,
  reference: string,
  consent: z.infer<typeof ConsentWithdrawal>,
): Promise<void> {
  if (await store.submissions.withdrawConsent(reference, consent, source)) return;
  throw new ProblemError('invalid-body', { errors: [fieldFault('purpose', 'unknown_purpose', c.var.lang)] });
}

/** `GET …/personal-data?key=`: all that is held of the submitter, as a file to keep. */
export function readPersonalData({ store, ...services }: Services): Handler {
  return async (c) => {
    const { reference } = await openOwn({ store, ...services }, c);
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', `attachment; filename="${reference}.json"`);
    return c.json(await store.submissions.personalData(reference));
  };
}

/** `DELETE …/personal-data?key=`: erases it for good. */
export function erasePersonalData(services: Services): Handler {
  return async (c) => {
    const { reference } = await openOwn(services, c);
    await services.store.submissions.erase(reference, services.source);
    return afterwards(services, c);
  };
}

/** What a change has left. A public record may have changed with it, which the search has to see. */
async function afterwards(services: Services, c: AppContext): Promise<Response> {
  void services.indexer.wake();
  return sendState(services, c, await openOwn(services, c));
}

async function sendState(services: Services, c: AppContext, kept: KeptSubmission): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', c.var.lang);
  return c.json(await describeState(services, c, kept));
}

/** Where it stands in the language of the request, with the page of what became of it. */
export async function describeState(services: Services, c: AppContext, kept: KeptSubmission): Promise<SubmissionState> {
  return stateOf(kept, c.var.lang, await recordUrlOf(services, c, kept));
}

/** Achievements and demands have a page of the platform once they are published. */
async function recordUrlOf(
  { store }: Services,
  c: AppContext,
  { kind, recordId }: KeptSubmission,
): Promise<string | undefined> {
  if (kind === 'enquiry' || recordId === undefined) return undefined;
  const record = await store.getRecord(kind, recordId);
  const path = pagePath(c.var.lang, recordId, kind === 'demand' ? 'demands' : 'achievements');
  return record?.status === 'published' ? platformOrigin(c) + path : undefined;
}
