import * as z from 'zod/mini';
import { AssignRequest, EditRequest, MergeRequest, SettlementRequest, TransitionRequest } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { DRAFTS } from '../desk/drafts.js';
import type { DeskActor, DeskEntry } from '../store/desk-store.js';
import type { OperatorToken } from '../store/store.js';
import { checkFields } from '../submissions/check-body.js';
import { pagePath, platformOrigin } from './address.js';
import type { AppContext, Services } from './app-env.js';
import { sendEntry } from './desk-answer.js';
import { orProblem } from './desk-problems.js';
import { DESK_SCOPE } from './desk-scopes.js';
import { faultsOf, fieldFault } from './issue-messages.js';
import { requireScope } from './operator-token.js';
import { readPlain } from './plain-parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { unstorablePath } from './storable.js';

/** Largest body of a change: the largest draft and what goes with it. */
const MAX_BYTES = 512 * 1024;

/** `POST …/transitions`: takes a step of the way. */
export function takeStep(services: Services): Handler {
  return change(services, TransitionRequest, ({ note, notice, ...order }, { reference, actor, lang }) =>
    services.store.desk.transition(reference, { ...order, notice, note: inLanguages(note, lang) }, actor),
  );
}

/** `POST …/revisions`: replaces the draft. */
export function editDraft(services: Services): Handler {
  return change(services, EditRequest, async ({ note, ...order }, { reference, actor, lang, c }) => {
    checkDraft(c, reference, order.draft);
    return services.store.desk.edit(reference, { ...order, note: inLanguages(note, lang) }, actor);
  });
}

/** As strict as with a submitter: nothing that was typed vanishes without a word. @throws {ProblemError} 422 */
function checkDraft(c: AppContext, reference: string, draft: object): void {
  // The first letter of a reference is that of its kind; the store finds that there is no other reference
  const schema = Object.entries(DRAFTS).find(([kind]) => kind.charAt(0) === reference.charAt(0).toLowerCase())?.[1];
  const checked = schema && checkFields(schema as z.ZodMiniType<unknown>, draft, c.var.lang);
  if (!checked || !('errors' in checked)) return;
  const errors = checked.errors.map(({ path, code, message }) => ({ path: `draft.${path}`, code, message }));
  throw new ProblemError('invalid-body', { errors });
}

/** `POST …/assignment`: says who deals with it. */
export function assign(services: Services): Handler {
  return change(services, AssignRequest, (order, { reference, actor }) =>
    services.store.desk.assign(reference, order, actor),
  );
}

/** `POST …/merge`: closes it as a duplicate. */
export function merge(services: Services): Handler {
  return change(services, MergeRequest, ({ note, ...order }, { reference, actor, lang }) =>
    services.store.desk.merge(reference, { ...order, note: inLanguages(note, lang) }, actor),
  );
}

/** `POST …/objections/:id/settlement`: settles an objection. */
export function settleObjection(services: Services): Handler {
  return change(services, SettlementRequest, ({ note, ...order }, { reference, actor, lang, c }) => {
    const settlement = { ...order, note: inLanguages(note, lang) ?? {} };
    return services.store.desk.settleObjection(reference, c.req.param('id') ?? '', settlement, actor);
  });
}

/** Where a change is to be made, and by whom. */
export interface ChangeContext {
  readonly reference: string;
  readonly actor: DeskActor;
  readonly lang: string;
  readonly c: AppContext;
}

/** A change that an operator asks for: the body checked, the refusals put in words, the submission as it stands then. */
export function change<Body extends { readonly version: number }>(
  services: Services,
  schema: z.ZodMiniType<Body>,
  work: (body: Body, context: ChangeContext) => Promise<DeskEntry>,
): Handler {
  return async (c) => {
    const token = await requireScope(services.store, c, DESK_SCOPE);
    readPlain(c);
    const body = await readBody(c, schema);
    const context = {
      reference: c.req.param('reference') ?? '',
      actor: actorOf(c, services, token),
      lang: c.var.lang,
      c,
    };
    const entry = await orProblem(work(body, context), c.var.lang, body.version);
    void services.indexer.wake();
    return sendEntry(c, services, entry, token);
  };
}

/** The operator as the store knows one. */
export function actorOf(c: AppContext, { source }: Services, { label, scopes }: OperatorToken): DeskActor {
  const origin = platformOrigin(c);
  return {
    label,
    scopes,
    source,
    recordUrl: (kind, id) =>
      kind === 'enquiry' ? undefined : origin + pagePath('zh-CN', id, kind === 'demand' ? 'demands' : 'achievements'),
  };
}

/** The body by its schema. @throws {ProblemError} that lists what is wrong */
export async function readBody<Body>(c: AppContext, schema: z.ZodMiniType<Body>): Promise<Body> {
  const received = await readJson(c, MAX_BYTES);
  const parsed = schema.safeParse(received);
  const errors = parsed.success ? [] : faultsOf(parsed.error.issues, received, c.var.lang);
  const unstorable = unstorablePath(received);
  if (unstorable !== undefined) errors.push(fieldFault(unstorable, 'invalid_text', c.var.lang));
  if (!parsed.success || errors.length > 0) throw new ProblemError('invalid-body', { errors });
  return parsed.data;
}

/** A text without a language is in that of the request. */
export function inLanguages(note: string | LanguageMap | undefined, lang: string): LanguageMap | undefined {
  return typeof note === 'string' ? { [lang]: note } : note;
}
