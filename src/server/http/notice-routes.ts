import type { PublicNotice } from '../../domain/desk.js';
import { ObjectionRequest } from '../../domain/desk.js';
import type { PageEnvelope } from '../../domain/page.js';
import type { NoticePlace } from '../store/desk-store.js';
import { checkFields } from '../submissions/check-body.js';
import type { AppContext, Services } from './app-env.js';
import { orProblem } from './desk-problems.js';
import { Parameters } from './parameters.js';
import { readPlain } from './plain-parameters.js';
import { ProblemError } from './problems.js';
import { limited } from './rate-limit.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { sendJson } from './respond.js';
import { admit } from './submission-admission.js';
import { readIdempotencyKey } from './submission-routes.js';

const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 20;
const MAX_OBJECTION_BYTES = 64 * 1024;

type Methods = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;

/** The addresses of public notices and what each does. */
export function noticeRoutes(services: Services): Readonly<Record<string, Methods>> {
  const one = '/api/v1/notices/:reference';
  return {
    '/api/v1/notices': { GET: listNotices(services) },
    [one]: { GET: getNotice(services) },
    [`${one}/objections`]: { POST: limited(services.intake.limiter, takeObjection(services)) },
  };
}

/** `GET /api/v1/notices`: what is on public notice, or was; the newest first. */
function listNotices(services: Services): Handler {
  return async (c) => {
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['state', 'limit', 'cursor', 'lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', 200);
    const state = params.choice('state', ['open', 'archived']) ?? 'open';
    const limit = params.integer('limit', 1, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE;
    const after = readNoticeCursor(params);
    params.assertValid();
    const page = await services.store.desk.notices({ isOpen: state === 'open', limit, after });
    const envelope: PageEnvelope = {
      items: [...page.notices],
      total: page.total,
      facets: [],
      ...(page.next && { nextCursor: encodeNoticePlace(page.next) }),
      asOf: new Date().toISOString(),
      source: services.source,
    };
    return sendJson(c, envelope);
  };
}

/** Where a page of notices is to begin; a damaged cursor is noted as a fault. */
export function readNoticeCursor(params: Parameters): NoticePlace | undefined {
  const cursor = params.single('cursor', 200);
  if (cursor === undefined) return undefined;
  const [, start, reference] = /^(\d{4}-\d{2}-\d{2})_([\w-]{1,40})$/.exec(cursor) ?? [];
  if (start !== undefined && reference !== undefined) return { start, reference };
  params.fault('cursor', 'invalid_cursor');
  return undefined;
}

/** The cursor of a place. Everything in it is public. */
export function encodeNoticePlace({ start, reference }: NoticePlace): string {
  return `${start}_${reference}`;
}

/** `GET /api/v1/notices/:reference`: one notice. */
function getNotice(services: Services): Handler {
  return async (c) => {
    readPlain(c);
    return sendJson(c, await findNotice(services, c));
  };
}

/** The notice of the address. @throws {ProblemError} 404 when there is none that the public may read */
export async function findNotice({ store }: Services, c: AppContext): Promise<PublicNotice> {
  const notice = await store.desk.notice(c.req.param('reference') ?? '');
  if (!notice) throw new ProblemError('reference-not-found');
  return notice;
}

/** `POST /api/v1/notices/:reference/objections`: takes an objection while the notice runs. */
function takeObjection(services: Services): Handler {
  return async (c) => {
    const idempotencyKey = readIdempotencyKey(c);
    await admit(services, c);
    readPlain(c);
    const received = await readJson(c, MAX_OBJECTION_BYTES);
    const receipt = await storeObjection(services, c, received, idempotencyKey);
    c.header('Cache-Control', 'no-store');
    return c.json(receipt, 202);
  };
}

/** Checks an objection and stores it. @throws {ProblemError} 422 with every fault, 404 or 409 where none is taken */
export async function storeObjection(
  { store }: Services,
  c: AppContext,
  received: unknown,
  idempotencyKey: string,
): ReturnType<Services['store']['desk']['object']> {
  const checked = checkFields(ObjectionRequest, received, c.var.lang);
  if ('errors' in checked) throw new ProblemError('invalid-body', { errors: checked.errors });
  const { text, from, website } = checked.body;
  const objection = { text, ...(from && { from }), isByProgram: Boolean(website), idempotencyKey };
  return orProblem(store.desk.object(c.req.param('reference') ?? '', objection), c.var.lang);
}
