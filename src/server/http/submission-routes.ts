import type { DemandSubmission, SubmissionKind, SubmissionReceipt } from '../../domain/submission.js';
import { SUBMISSIONS } from '../../domain/submission.js';
import type * as z from 'zod/mini';
import { canonicalJson } from '../store/audit.js';
import { StoreError } from '../store/errors.js';
import type { Receipt } from '../store/submission-store.js';
import { checkBody } from '../submissions/check-body.js';
import type { Draft } from '../submissions/title.js';
import { platformOrigin, statusPath } from './address.js';
import type { AppContext, Services } from './app-env.js';
import { fieldFault } from './issue-messages.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { admit } from './submission-admission.js';
import { asksOf, isTooFast, requireSolved } from './submission-challenge.js';

/** Largest body of a submission. */
export const MAX_SUBMISSION_BYTES = 256 * 1024;
const KILOBYTE = 1024;

/** A body of any kind, as far as this file has to know it. */
type Body = Omit<DemandSubmission, 'draft' | 'submitter'> & {
  readonly draft: Draft;
  readonly submitter: Parameters<Services['store']['submissions']['receive']>[0]['submitter'];
};

/**
 * `POST /api/v1/demands`, `/achievements`, `/enquiries`: takes a submission and answers 202 with its receipt once it is
 * stored. The same `Idempotency-Key` with the same body brings the same receipt.
 */
export function submit(services: Services, kind: SubmissionKind): Handler {
  const { submissions } = services.store;
  return async (c) => {
    const idempotencyKey = readIdempotencyKey(c);
    const admission = await admit(services, c);
    const received = await readSubmission(c);
    const identity = identityOf(kind, received);
    const earlier = await submissions.receiptFor(idempotencyKey, identity).catch(asProblem(c, []));
    if (earlier) return sendReceipt(c, earlier);
    const body = checkSubmission(c, kind, received);
    const { draft, submitter, consents, attachments = [], website } = body;
    const solved = asksOf(services.intake.challengePolicy, admission)
      ? await requireSolved(services, body.challenge)
      : undefined;
    const origin = platformOrigin(c);
    const receipt = await submissions
      .receive({
        kind,
        draft,
        submitter,
        consents,
        attachments: [...new Set(attachments)],
        body: identity,
        idempotencyKey,
        source: services.source,
        ...(admission.via === 'site' && { site: admission.key }),
        suspicious: isFilled(website) || (solved !== undefined && isTooFast(services, c, solved)),
        ...(solved && { challenge: solved }),
        lang: c.var.lang,
        statusUrl: (reference, secret) => origin + statusPath(reference, secret),
      })
      .catch(asProblem(c, attachments));
    return sendReceipt(c, receipt);
  };
}

/** Whether something stands in the field that people do not see. */
function isFilled(website: string | undefined): boolean {
  return website !== undefined && website !== '';
}

/** The body of a submission, not yet checked. @throws {ProblemError} 413, 415 or 400 */
export function readSubmission(c: AppContext): Promise<unknown> {
  const limit = MAX_SUBMISSION_BYTES / KILOBYTE;
  return readJson(c, MAX_SUBMISSION_BYTES, new ProblemError('submission-too-large', { values: { limit } }));
}

/** The body by the schema of its kind. @throws {ProblemError} 422 with every fault */
export function checkSubmission(c: AppContext, kind: SubmissionKind, received: unknown): Body {
  const checked = checkBody(SUBMISSIONS[kind] as unknown as z.ZodMiniType<Body>, received, c.var.lang);
  if ('errors' in checked) throw new ProblemError('invalid-body', { errors: checked.errors });
  return checked.body;
}

/** What the same key is held against: everything that was sent but the challenge, which is another one for each try. */
function identityOf(kind: SubmissionKind, received: unknown): string {
  if (typeof received !== 'object' || received === null) return canonicalJson([kind, received]);
  const { challenge: _challenge, ...rest } = received as Record<string, unknown>;
  return canonicalJson([kind, rest]);
}

/** @throws {ProblemError} 400 where there is none that can be used */
export function readIdempotencyKey(c: AppContext): string {
  const key = c.req.header('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ProblemError('idempotency-key-missing');
  return key;
}

function sendReceipt(c: AppContext, { reference, secret, receivedAt }: Receipt): Response {
  const statusUrl = platformOrigin(c) + statusPath(reference, secret);
  // The status is that of the moment it was received, so that one key has one receipt
  const receipt: SubmissionReceipt = { reference, status: 'submitted', statusUrl, receivedAt };
  c.header('Location', statusUrl);
  c.header('Cache-Control', 'no-store');
  return c.json(receipt, 202);
}

/** What the store refused, as the problem that says so. */
export function asProblem(c: AppContext, attachments: readonly string[]): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'key-reused') throw new ProblemError('idempotency-key-reused');
    if (error.code === 'challenge-spent') throw new ProblemError('challenge-failed');
    if (error.code === 'attachment-unknown') {
      const path = `attachments.${attachments.indexOf(error.message)}`;
      throw new ProblemError('invalid-body', { errors: [fieldFault(path, 'unknown_attachment', c.var.lang)] });
    }
    throw error;
  };
}
