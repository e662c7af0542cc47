import type { DeskMe } from '../../domain/desk.js';
import type { AppContext, Services } from './app-env.js';
import { sendEntry, sendPrivate } from './desk-answer.js';
import { listQueue } from './desk-queue.js';
import { DESK_SCOPE } from './desk-scopes.js';
import { requireScope, requireToken } from './operator-token.js';
import { Parameters } from './parameters.js';
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
    if (!entry) throw new ProblemError('submission-not-found');
    return sendEntry(c, services, entry, token);
  };
}

function readPlain(c: AppContext): void {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  params.assertValid();
}
