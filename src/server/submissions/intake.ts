import { type RateLimit, RateLimiter } from '../http/rate-limit.js';
import type { Store } from '../store/store.js';
import { type ChallengePolicy, Challenges } from './challenge.js';
import type { Handler } from './consent-texts.js';
import { FirstSeen } from './first-seen.js';

/** How a platform takes in what people send. */
export interface IntakeOptions {
  /** Name of the platform, which handles personal data. */
  readonly source: string;
  /** What one client address may submit. Default: 30 a minute, 60 at once. */
  readonly submissionRateLimit?: Partial<RateLimit>;
  /**
   * When a proof of work is asked for: `auto` (of everybody but this machine and operators, once a site is registered),
   * `always` (of everybody but operators) or `never`. Default `auto`.
   */
  readonly challenge?: ChallengePolicy;
  /** How people reach whoever handles their personal data; consent texts say it. */
  readonly contact?: string;
  /** How many months personal data is kept after a submission is settled, 1 to 600. Default 24. */
  readonly retainMonths?: number;
}

/** What the routes of submissions work with. */
export interface Intake {
  /** What one client may send; apart from what it may read. */
  readonly limiter: RateLimiter;
  /** What one client may upload, in units of half a megabyte. */
  readonly uploadLimiter: RateLimiter;
  /** What one client may ask about submissions, so that nobody tries out keys. */
  readonly statusLimiter: RateLimiter;
  readonly challenges: Challenges;
  /** Who asked for settings, and when first. */
  readonly firstSeen: FirstSeen;
  readonly challengePolicy: ChallengePolicy;
  /** Who handles what people send. */
  readonly handler: Handler;
}

const SUBMISSION_LIMIT: RateLimit = { perSecond: 0.5, burst: 60 };
/** 15 MB a minute; ten files of the largest size at once. */
const UPLOAD_LIMIT: RateLimit = { perSecond: 0.5, burst: 220 };
const STATUS_LIMIT: RateLimit = { perSecond: 2, burst: 120 };

/** How long personal data is kept after a submission is settled, unless the operator says otherwise. */
export const RETENTION_MONTHS = 24;

export function createIntake({ submissions }: Pick<Store, 'submissions'>, options: IntakeOptions): Intake {
  const { source, submissionRateLimit, challenge = 'auto', contact, retainMonths = RETENTION_MONTHS } = options;
  return {
    limiter: new RateLimiter({ ...SUBMISSION_LIMIT, ...submissionRateLimit }),
    uploadLimiter: new RateLimiter(UPLOAD_LIMIT),
    statusLimiter: new RateLimiter(STATUS_LIMIT),
    firstSeen: new FirstSeen(),
    challenges: new Challenges(() => submissions.challengeKey()),
    challengePolicy: challenge,
    handler: { name: source, retentionMonths: retainMonths, ...(contact !== undefined && { contact }) },
  };
}
