import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { noticePath, pagePath, platformOrigin } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import { PAGE_POLICY } from '../http/pages.js';
import { sendBody } from '../http/respond.js';
import type { Language } from '../language.js';
import { type Html, html, jsonScript, type Piece } from '../markup.js';
import { PAGE_STYLE_PATH } from './style.js';
import { pageText } from './texts.js';

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** One or two sentences for whoever lists the page. */
  readonly description?: string;
  /** Path of this page and of the same page in the other language; absent for a page that is not to be found by it. */
  readonly paths?: Readonly<Record<Language, string>>;
  /** Path of a feed of what the page lists. */
  readonly feed?: string;
  /** Path of the same as data. */
  readonly data?: string;
  readonly jsonLd?: object;
  /** Whether search engines are to leave it out. */
  readonly unlisted?: boolean;
  /** Script modules that make more of the page. */
  readonly scripts?: readonly string[];
  readonly main: Html;
  readonly footer?: Piece;
}

/** A whole HTML document. */
export function document(c: AppContext, { source }: Services, page: Page): Html {
  const { lang } = c.var;
  const origin = platformOrigin(c);
  const { paths, feed, data } = page;
  const other: Language = lang === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" /> `}${
          page.unlisted && html`<meta name="robots" content="noindex" /> `
        }${
          paths &&
          html`<link rel="canonical" href="${origin + paths[lang]}" />
            <link rel="alternate" hreflang="zh-CN" href="${origin + paths['zh-CN']}" />
            <link rel="alternate" hreflang="en" href="${origin + paths.en}" />
            <link rel="alternate" hreflang="x-default" href="${origin + paths['zh-CN']}" /> `
        }${
          feed &&
          html`<link rel="alternate" type="application/atom+xml" title="${pageText('feed', lang)}" href="${feed}" /> `
        }${data && html`<link rel="alternate" type="application/json" href="${data}" /> `}
        <link rel="stylesheet" href="${PAGE_STYLE_PATH}" />
        ${(page.scripts ?? []).map((path) => html`<script type="module" src="${path}"></script> `)}${
          page.jsonLd &&
          html`<script type="application/ld+json">
            ${jsonScript(page.jsonLd)}
          </script> `
        }
      </head>
      <body>
        <a class="skip" href="#content">${pageText('skip', lang)}</a>
        <header>
          <p><a href="${pagePath(lang)}">${pageText('achievements', lang)}</a> <span class="site">${source}</span></p>
          ${
            paths &&
            html`<nav aria-label="${pageText('languages', lang)}">
              <a href="${paths[other]}" hreflang="${other}" lang="${other}">${pageText('otherLanguage', lang)}</a>
            </nav> `
          }
        </header>
        <main id="content">${page.main}</main>
        <footer>
          ${page.footer}
          <p><a href="${noticePath(lang)}">${pageText('notices', lang)}</a></p>
          ${data && html`<p><a href="${data}">${pageText('asData', lang)}</a></p> `}
        </footer>
      </body>
    </html> `;
}

/** Sends a page that may be kept, and has to be checked for changes. */
export function sendPage(c: AppContext, services: Services, page: Page, lastModified?: string): Promise<Response> {
  pageHeaders(c);
  return sendBody(c, Buffer.from(document(c, services, page).toString()), {
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'public, no-cache',
    ...(lastModified !== undefined && { lastModified }),
  });
}

/** Sends a page that says what is wrong. Never kept. */
export function sendErrorPage(c: AppContext, services: Services, status: number, page: Page): Response {
  pageHeaders(c);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'text/html; charset=utf-8');
  return c.body(document(c, services, { ...page, unlisted: true }).toString(), status as ContentfulStatusCode);
}

function pageHeaders(c: AppContext): void {
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Content-Language', c.var.lang);
}
