import type { Services } from './app-env.js';
import { sendPrivate } from './desk-answer.js';
import { DESK_SCOPE } from './desk-scopes.js';
import { requireScope } from './operator-token.js';
import { readPlain } from './plain-parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';

/** The addresses of undelivered letters and events. */
export function messageRoutes(services: Services): Readonly<Record<string, Readonly<Record<string, Handler>>>> {
  return {
    '/api/v1/desk/messages': { GET: listMessages(services) },
    '/api/v1/desk/messages/:id/retry': { POST: retryMessage(services) },
  };
}

/** `GET /api/v1/desk/messages`: letters and events that have not been delivered, without their texts and addresses. */
function listMessages({ store }: Services): Handler {
  return async (c) => {
    await requireScope(store, c, DESK_SCOPE);
    readPlain(c);
    return sendPrivate(c, { items: await store.messages.list() });
  };
}

/** `POST /api/v1/desk/messages/:id/retry`: has one tried again at once, with all attempts before it. */
function retryMessage({ store }: Services): Handler {
  return async (c) => {
    await requireScope(store, c, DESK_SCOPE);
    readPlain(c);
    const id = /^\d{1,15}$/.exec(c.req.param('id') ?? '')?.[0];
    const retried = id === undefined ? 0 : await store.messages.retry(Number(id), new Date());
    if (retried === 0) throw new ProblemError('not-found');
    return sendPrivate(c, { retried });
  };
}
