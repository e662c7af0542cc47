import type { DeskMe } from '../../domain/desk.js';
import type { Services } from './app-env.js';
import { sendEntry, sendPrivate } from './desk-answer.js';
import { assign, editDraft, merge, settleObjection, takeStep } from './desk-changes.js';
import {
  downloadAttachment,
  eraseObjector,
  erasePersonalData,
  exportPersonalData,
  verifyTrail,
} from './desk-privacy.js';
import { listQueue } from './desk-queue.js';
import { DESK_SCOPE } from './desk-scopes.js';
import { requireScope, requireToken } from './operator-token.js';
import { readPlain } from './plain-parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';

type Methods = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Handler>>>;

/** The addresses of the desk and what each does. */
export function deskRoutes(services: Services): Readonly<Record<string, Methods>> {
  const one = '/api/v1/desk/submissions/:reference';
  return {
    '/api/v1/desk/me': { GET: tellMe(services) },
    '/api/v1/desk/submissions': { GET: listQueue(services) },
    [one]: { GET: getSubmission(services) },
    [`${one}/transitions`]: { POST: takeStep(services) },
    [`${one}/revisions`]: { POST: editDraft(services) },
    [`${one}/assignment`]: { POST: assign(services) },
    [`${one}/merge`]: { POST: merge(services) },
    [`${one}/objections/:id/settlement`]: { POST: settleObjection(services) },
    [`${one}/objections/:id/personal-data`]: { DELETE: eraseObjector(services) },
    [`${one}/personal-data`]: { GET: exportPersonalData(services), DELETE: erasePersonalData(services) },
    '/api/v1/desk/attachments/:id': { GET: downloadAttachment(services) },
    '/api/v1/desk/audit/verification': { GET: verifyTrail(services) },
  };
}

/** `GET /api/v1/desk/me`: label and scopes of the token, whatever they are. */
function tellMe({ store }: Services): Handler {
  return async (c) => {
    const { label, scopes } = await requireToken(store, c);
    readPlain(c);
    return sendPrivate(c, { label, scopes: [...scopes] } satisfies DeskMe);
  };
}

/** `GET /api/v1/desk/submissions/:reference`: one submission with everything that belongs to it. */
function getSubmission(services: Services): Handler {
  return async (c) => {
    const token = await requireScope(services.store, c, DESK_SCOPE);
    readPlain(c);
    const entry = await services.store.desk.get(c.req.param('reference') ?? '');
    if (!entry) throw new ProblemError('reference-not-found');
    return sendEntry(c, services, entry, token);
  };
}
