import { SUBMISSION_KINDS, type SubmissionSettings, MAX_ATTACHMENTS } from '../../domain/submission.js';
import { consentRequests } from '../submissions/consent-texts.js';
import { FILE_TYPES } from '../submissions/file-type.js';
import type { AppContext, Services } from './app-env.js';
import { Parameters } from './parameters.js';
import { requestClient } from './rate-limit.js';
import type { Handler } from './read-routes.js';
import { isChallenged } from './submission-challenge.js';
import { labelledIn } from './respond.js';

/** `GET /api/v1/submission-settings?kind=`: what a form has to ask for before it can be sent. */
export function submissionSettings(services: Services): Handler {
  return async (c) => {
    services.intake.firstSeen.note(requestClient(c));
    const asksChallenge = await isChallenged(services, c);
    const settings: SubmissionSettings = {
      consents: consentRequests(readKind(c), c.var.lang, services.intake.handler),
      ...(asksChallenge && { challenge: await services.intake.challenges.make() }),
      attachments: { maxCount: MAX_ATTACHMENTS, maxBytes: MAX_FILE_BYTES, mediaTypes: [...FILE_TYPES.keys()] },
    };
    labelledIn(c);
    c.header('Cache-Control', 'no-store');
    return c.json(settings);
  };
}

function readKind(c: AppContext): (typeof SUBMISSION_KINDS)[number] {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['kind', 'lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  const kind = params.choice('kind', SUBMISSION_KINDS);
  if (!params.has('kind')) params.fault('kind', 'invalid_value', { known: SUBMISSION_KINDS.join(', ') });
  params.assertValid();
  return kind ?? 'demand';
}

/** Largest file that is taken. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
