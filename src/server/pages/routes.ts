import type { AppContext, Services } from '../http/app-env.js';
import { pagePath } from '../http/address.js';
import type { Collection } from '../http/collections.js';
import { IndexUnavailableError } from '../index/index-errors.js';
import { ProblemError } from '../http/problems.js';
import type { Handler } from '../http/read-routes.js';
import { sendBody } from '../http/respond.js';
import { type Language, LANGUAGES } from '../language.js';
import { achievementPage } from './achievement-page.js';
import { demandPage } from './demand-page.js';
import { errorPage } from './error-page.js';
import { listPage } from './list-page.js';
import { robots, sitemap } from './sitemap.js';
import { PAGE_STYLE, PAGE_STYLE_PATH } from './style.js';

const YEAR_SECONDS = 31_536_000;

/** The pages that the platform shows by itself, by path. */
export function pageRoutes(services: Services, collection: Collection): [path: string, handler: Handler][] {
  return [
    ...LANGUAGES.flatMap((lang): [string, Handler][] => [
      [pagePath(lang), asPage(services, lang, (c) => listPage(services, collection, c))],
      [`${pagePath(lang)}/:id`, asPage(services, lang, (c) => achievementPage(services, c))],
      [`${pagePath(lang, undefined, 'demands')}/:id`, asPage(services, lang, (c) => demandPage(services, c))],
    ]),
    [PAGE_STYLE_PATH, sendStyle],
  ];
}

/** What crawlers ask for; a website of the platform's owner may have its own. */
export function crawlerRoutes(services: Services, collection: Collection): [path: string, handler: Handler][] {
  return [
    ['/sitemap.xml', (c) => sitemap(services, collection, c)],
    ['/robots.txt', robots],
  ];
}

/** A handler whose language is that of its path, and whose problems are pages. */
function asPage(services: Services, lang: Language, handler: (c: AppContext) => Promise<Response>): Handler {
  return async (c) => {
    c.set('lang', lang);
    try {
      return await handler(c);
    } catch (error) {
      if (error instanceof ProblemError) return errorPage(c, services, error);
      if (!(error instanceof IndexUnavailableError)) throw error;
      return errorPage(c, services, new ProblemError('search-unavailable', { headers: { 'Retry-After': '1' } }));
    }
  };
}

function sendStyle(c: AppContext): Promise<Response> {
  return sendBody(c, Buffer.from(PAGE_STYLE), {
    contentType: 'text/css; charset=utf-8',
    cacheControl: `public, max-age=${YEAR_SECONDS}, immutable`,
  });
}
