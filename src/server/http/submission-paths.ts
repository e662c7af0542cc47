import type { RecordKind } from '../../domain/record.js';
import type { Services } from './app-env.js';
import { uploadAttachment } from './attachment-route.js';
import { listCodeLists } from './code-list-route.js';
import { limited } from './rate-limit.js';
import type { Handler } from './read-routes.js';
import { changeSubmission, showSubmission } from '../pages/submission-routes.js';
import {
  erasePersonalData,
  postConsentWithdrawal,
  postWithdrawal,
  putVersion,
  readPersonalData,
  readState,
} from './submission-own.js';
import { submit } from './submission-routes.js';
import { submissionSettings } from './submission-settings.js';

type Methods = Readonly<Partial<Record<'GET' | 'POST' | 'PUT' | 'DELETE', Handler>>>;

/** What the address of a kind of record takes besides reads. */
export function submissionsOf(services: Services, kind: RecordKind): Methods {
  if (kind !== 'demand' && kind !== 'achievement') return {};
  return { POST: limited(services.intake.limiter, submit(services, kind)) };
}

/** The addresses of what people send, and what each does. */
export function submissionRoutes(services: Services): Readonly<Record<string, Methods>> {
  return {
    '/api/v1/enquiries': { POST: limited(services.intake.limiter, submit(services, 'enquiry')) },
    '/api/v1/attachments': { POST: uploadAttachment(services) },
    '/api/v1/submission-settings': { GET: submissionSettings(services) },
    '/api/v1/submissions/:reference': { GET: readState(services), PUT: putVersion(services) },
    '/api/v1/submissions/:reference/withdrawal': { POST: postWithdrawal(services) },
    '/api/v1/submissions/:reference/consent-withdrawals': { POST: postConsentWithdrawal(services) },
    '/api/v1/submissions/:reference/personal-data': {
      GET: readPersonalData(services),
      DELETE: erasePersonalData(services),
    },
    '/submissions/:reference': { GET: showSubmission(services), POST: changeSubmission(services) },
    '/api/v1/code-lists': { GET: listCodeLists() },
  };
}
