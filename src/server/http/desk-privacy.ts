import type { AuditVerification } from '../../domain/desk.js';
import type { DeskActor, DeskEntry } from '../store/desk-store.js';
import type { AppContext, Services } from './app-env.js';
import { sendEntry, sendPrivate } from './desk-answer.js';
import { actorOf } from './desk-changes.js';
import { orProblem } from './desk-problems.js';
import { DESK_SCOPE, PRIVACY_SCOPE } from './desk-scopes.js';
import { requireScope } from './operator-token.js';
import { readPlain } from './plain-parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';

/** A file of a stranger: should it be shown all the same, it can do nothing. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** `GET …/personal-data`: all that is kept of the submitter. */
export function exportPersonalData(services: Services): Handler {
  return async (c) => {
    const token = await requireScope(services.store, c, PRIVACY_SCOPE);
    readPlain(c);
    const reference = c.req.param('reference') ?? '';
    const actor = actorOf(c, services, token);
    return sendPrivate(c, await orProblem(services.store.desk.personalData(reference, actor), c.var.lang));
  };
}

/** `DELETE …/personal-data`: erases it for good. */
export function erasePersonalData(services: Services): Handler {
  return erase(services, (c, actor) => services.store.desk.erase(c.req.param('reference') ?? '', actor));
}

/** `DELETE …/objections/:id/personal-data`: erases who made an objection. */
export function eraseObjector(services: Services): Handler {
  return erase(services, (c, actor) =>
    services.store.desk.eraseObjector(c.req.param('reference') ?? '', c.req.param('id') ?? '', actor),
  );
}

function erase(services: Services, work: (c: AppContext, actor: DeskActor) => Promise<DeskEntry>): Handler {
  return async (c) => {
    const token = await requireScope(services.store, c, PRIVACY_SCOPE);
    readPlain(c);
    const entry = await orProblem(work(c, actorOf(c, services, token)), c.var.lang);
    void services.indexer.wake();
    return sendEntry(c, services, entry, token);
  };
}

/** `GET /api/v1/desk/attachments/:id`: a file of a submission, to be saved and never shown by the browser. */
export function downloadAttachment({ store }: Services): Handler {
  return async (c) => {
    await requireScope(store, c, DESK_SCOPE);
    readPlain(c);
    const file = await store.submissions.attachment(c.req.param('id') ?? '');
    if (!file) throw new ProblemError('not-found');
    c.header('Content-Type', file.mediaType);
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeName(file.name)}`);
    c.header('Content-Security-Policy', FILE_POLICY);
    c.header('Cache-Control', 'no-store');
    c.header('Content-Length', String(file.content.byteLength));
    return c.body(file.content as Uint8Array<ArrayBuffer>);
  };
}

/** As RFC 8187 has it; half a character is no character. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `GET /api/v1/desk/audit/verification`: looks through the whole audit trail. */
export function verifyTrail({ store }: Services): Handler {
  return async (c) => {
    await requireScope(store, c, PRIVACY_SCOPE);
    readPlain(c);
    return sendPrivate(c, (await store.desk.verifyAudit()) satisfies AuditVerification);
  };
}
