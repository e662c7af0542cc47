import type { AppContext } from './app-env.js';
import type { Language, Text } from '../language.js';

/**
 * What a served page may do: only its own files, no inline script or style, no eval, and DOM sinks for script closed by
 * Trusted Types but for the policy that Lit brings. The elements have to live under it, here as on a partner's page.
 */
export const PAGE_POLICY: string = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** For answers that are no pages: should one be shown as a page all the same, it can do nothing. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

const HOME = {
  title: { 'zh-CN': '技术转移平台', en: 'Technology transfer platform' },
  text: {
    'zh-CN': '平台正在运行，但未配置网站页面。',
    en: 'The platform is running. It has no website of its own.',
  },
  api: { 'zh-CN': '接口说明（OpenAPI）', en: 'Description of the API (OpenAPI)' },
  search: { 'zh-CN': '科技成果（JSON）', en: 'Achievements (JSON)' },
} as const satisfies Record<string, Text>;

const MISSING = {
  title: { 'zh-CN': '找不到页面', en: 'Page not found' },
  text: { 'zh-CN': '此地址没有页面，请核对地址。', en: 'There is no page at this address. Check the address.' },
  home: { 'zh-CN': '返回首页', en: 'Go to the start page' },
} as const satisfies Record<string, Text>;

/** The page at `/` of a platform without a website. */
export function homePage(c: AppContext): Response {
  const lang = c.var.lang;
  return sendPage(c, 200, HOME.title[lang], [
    `<p>${HOME.text[lang]}</p>`,
    `<p><a href="/openapi.json">${HOME.api[lang]}</a></p>`,
    `<p><a href="/api/v1/achievements">${HOME.search[lang]}</a></p>`,
  ]);
}

/** The 404 page for browsers. */
export function missingPage(c: AppContext): Response {
  const lang = c.var.lang;
  return sendPage(c, 404, MISSING.title[lang], [
    `<p>${MISSING.text[lang]}</p>`,
    `<p><a href="/">${MISSING.home[lang]}</a></p>`,
  ]);
}

/** Whether the sender would rather have a page than data. */
export function prefersPage(c: AppContext): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}

/** `title` and `body` are our own words: nothing of the request goes into a page. */
function sendPage(c: AppContext, status: 200 | 404, title: string, body: readonly string[]): Response {
  const lang: Language = c.var.lang;
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Content-Language', lang);
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept, Accept-Language');
  const html = [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head>`,
    `<body><h1>${title}</h1>`,
    ...body,
    '</body></html>',
  ].join('\n');
  return c.body(html, status, { 'Content-Type': 'text/html; charset=utf-8' });
}
