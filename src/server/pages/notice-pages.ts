import { randomUUID } from 'node:crypto';
import { pickText } from '../../domain/language.js';
import type { PublicNotice } from '../../domain/desk.js';
import { noticePath } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import { encodeNoticePlace, findNotice, readNoticeCursor, storeObjection } from '../http/notice-routes.js';
import { PAGE_POLICY } from '../http/pages.js';
import { Parameters } from '../http/parameters.js';
import { ProblemError } from '../http/problems.js';
import { limited } from '../http/rate-limit.js';
import type { Handler } from '../http/read-routes.js';
import { readBytes } from '../http/request-body.js';
import { admit } from '../http/submission-admission.js';
import { type Language, LANGUAGES } from '../language.js';
import { errorPage } from './error-page.js';
import { document, sendPage } from './layout.js';
import { noticeList, noticeMain, type NoticeView, type ObjectionFields } from './notice-templates.js';
import { noticeText } from './notice-texts.js';

const PAGE_SIZE = 20;
const MAX_FORM_BYTES = 64 * 1024;
const OBJECTION_ID = /^obj_[\w-]{16}$/;

type Methods = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;

/** The pages of public notices, by path. */
export function noticePages(services: Services): Readonly<Record<string, Methods>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((lang): [string, Methods][] => [
      [noticePath(lang), { GET: asPage(services, lang, (c) => showNotices(services, c)) }],
      [
        `${noticePath(lang)}/:reference`,
        {
          GET: asPage(services, lang, async (c) => showNotice(services, c, await findNotice(services, c))),
          POST: asPage(
            services,
            lang,
            limited(services.intake.limiter, (c) => takeForm(services, c)),
          ),
        },
      ],
    ]),
  );
}

/** `GET /notices`: what is on public notice; with `?state=archived` what was. */
async function showNotices(services: Services, c: AppContext): Promise<Response> {
  const { lang } = c.var;
  const params = new Parameters(c.req.url, lang);
  const isOpen = params.choice('state', ['open', 'archived']) !== 'archived';
  const after = readNoticeCursor(params);
  params.assertValid();
  const { notices, next } = await services.store.desk.notices({ isOpen, limit: PAGE_SIZE, after });
  const suffix = isOpen ? '' : '?state=archived';
  return sendPage(c, services, {
    title: `${noticeText('heading', lang)} · ${services.source}`,
    description: noticeText('intro', lang),
    paths: { 'zh-CN': noticePath('zh-CN') + suffix, en: noticePath('en') + suffix },
    data: `/api/v1/notices${suffix}`,
    unlisted: after !== undefined,
    main: noticeList({ lang, isOpen, notices, next: next && encodeNoticePlace(next) }),
  });
}

/** `GET /notices/:reference`: one notice and, while it runs, the form to object. Never kept: the form is for one objection. */
function showNotice(
  services: Services,
  c: AppContext,
  notice: PublicNotice,
  more: Pick<NoticeView, 'typed' | 'errors'> & { readonly key?: string } = {},
): Response {
  const { lang } = c.var;
  const { reference, title } = notice;
  const received = c.req.query('received');
  const view: NoticeView = {
    lang,
    notice,
    key: randomUUID(),
    ...more,
    received: received !== undefined && OBJECTION_ID.test(received) ? received : undefined,
    handler: services.intake.handler,
  };
  const page = document(c, services, {
    title: `${pickText(title, lang)?.text ?? reference} · ${noticeText('heading', lang)}`,
    paths: { 'zh-CN': noticePath('zh-CN', reference), en: noticePath('en', reference) },
    main: noticeMain(view),
  });
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Content-Language', lang);
  c.header('Content-Type', 'text/html; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  return c.body(page.toString(), more.errors ? 422 : 200);
}

/** `POST /notices/:reference`: what the form sends. Leads back to the page, which says that it has arrived. */
async function takeForm(services: Services, c: AppContext): Promise<Response> {
  const { lang } = c.var;
  const notice = await findNotice(services, c);
  await admit(services, c);
  const form = new URLSearchParams(Buffer.from(await readBytes(c, MAX_FORM_BYTES)).toString());
  const field = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const typed: ObjectionFields = {
    text: field('text'),
    person: field('person'),
    unit: field('unit'),
    phone: field('phone'),
    email: field('email'),
  };
  const key = /^[\x21-\x7e]{1,255}$/.test(field('key')) ? field('key') : randomUUID();
  try {
    const { id } = await storeObjection(services, c, objectionOf(typed, field('website'), lang), key);
    return c.redirect(`${noticePath(lang, notice.reference)}?received=${id}`, 303);
  } catch (error) {
    // Nothing that was typed is lost
    if (!(error instanceof ProblemError) || error.kind !== 'invalid-body' || !error.errors) throw error;
    return showNotice(services, c, notice, { typed, errors: error.errors, key });
  }
}

/** The body that the API takes. What is empty was not said. */
function objectionOf({ text, person, unit, phone, email }: ObjectionFields, website: string, lang: Language): object {
  const isSigned = [person, unit, phone, email].some((value) => value !== '');
  const from = {
    person,
    ...(unit !== '' && { organisation: { name: { [lang]: unit } } }),
    ...(phone !== '' && { phone }),
    ...(email !== '' && { email }),
  };
  return { text, ...(isSigned && { from }), ...(website !== '' && { website }) };
}

/** A handler whose language is that of its path, and whose problems are pages. */
function asPage(services: Services, lang: Language, handler: (c: AppContext) => Promise<Response> | Response): Handler {
  return async (c) => {
    c.set('lang', lang);
    try {
      return await handler(c);
    } catch (error) {
      if (error instanceof ProblemError) return errorPage(c, services, error);
      throw error;
    }
  };
}
