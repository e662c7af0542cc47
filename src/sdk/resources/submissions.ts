import type { PersonalData } from '../../domain/desk.js';
import type {
  AchievementSubmission,
  DemandSubmission,
  EnquirySubmission,
  SubmissionKind,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
} from '../../domain/submission.js';
import type { RequestOptions } from '../options.js';
import type { Transport } from '../transport.js';
import { lazyResource } from './lazy-resource.js';
import { loaded } from './lazy-schema.js';

/** What can be sent to the platform's staff. */
export interface Submits<Body> {
  /**
   * Sends a submission. It is stored when the receipt comes. With an `idempotencyKey`, made once a submission and kept
   * while the user tries again, it is booked once however often it is sent; without one a key is made for this call.
   * @throws {HttpError} with `code: 'invalid'` (see its `problem.errors`), `'forbidden'` where the challenge of the
   * settings was not solved or this site may not submit; otherwise the same as a read
   * @example
   * const key = createIdempotencyKey();
   * const { reference, statusUrl } = await client.demands.submit(body, { idempotencyKey: key });
   */
  submit(body: Body, options?: RequestOptions): Promise<SubmissionReceipt>;
}

/** Options of a read whose labels and texts are in a language. */
export interface SubmissionQuery extends RequestOptions {
  /** A BCP 47 tag; overrides the client's. Chinese or English is answered, whichever is nearer. */
  readonly lang?: string;
}

/** What becomes of submissions, for whoever has the secret key of the receipt. */
export interface SubmissionsResource {
  /** What a form of this kind has to ask for before it can be sent: consents, limits of files, a challenge to solve. */
  settings(kind: SubmissionKind, options?: SubmissionQuery): Promise<SubmissionSettings>;
  /**
   * Where a submission stands.
   * @throws {HttpError} with `code: 'not-found'` when reference or key are wrong
   */
  state(reference: string, key: string, options?: SubmissionQuery): Promise<SubmissionState>;
  /** Takes a submission back that is not settled yet. Answers where it stands then. */
  withdraw(reference: string, key: string, options?: SubmissionQuery): Promise<SubmissionState>;
  /** Takes a consent back: the data is not used for that purpose from then on. */
  withdrawConsent(
    reference: string,
    key: string,
    consent: { readonly purpose: string; readonly recipient: string },
    options?: SubmissionQuery,
  ): Promise<SubmissionState>;
  /** Answers a return with a new version. What was sent before stays as a revision. */
  resubmit(
    reference: string,
    key: string,
    body: DemandSubmission | AchievementSubmission | EnquirySubmission,
    options?: SubmissionQuery,
  ): Promise<SubmissionState>;
  /** All personal data that the platform holds with the submission. */
  personalData(reference: string, key: string, options?: RequestOptions): Promise<PersonalData>;
  /** Erases the submitter's personal data for good; what was published stays, since it names no private person. */
  erase(reference: string, key: string, options?: SubmissionQuery): Promise<SubmissionState>;
}

/** Sends submissions to `path`. A page loads the code for it when it first sends one. */
export function submitter<Body>(transport: Transport, path: string): Submits<Body>['submit'] {
  return async (body, options) => (await loaded(loadReader)).sendSubmission(transport, path, body, options);
}

/** Submissions of the platform at the other end of `transport`. */
export function createSubmissions(transport: Transport): SubmissionsResource {
  return lazyResource(async () => (await loadReader()).submissionsReader(transport));
}

function loadReader(): Promise<typeof import('./submissions-reader.js')> {
  return import('./submissions-reader.js');
}
