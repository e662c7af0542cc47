import { pagePath, platformOrigin } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import type { Collection } from '../http/collections.js';
import { EXPORT_FORMATS } from '../http/export-route.js';
import { sendBody } from '../http/respond.js';
import { findAll } from '../http/result-set.js';
import { LANGUAGES } from '../language.js';
import { type Html, xml } from '../markup.js';

/** A sitemap holds 50,000 addresses, and each record has two. */
const MAX_RECORDS = 25_000;

/** `GET /sitemap.xml`: the pages of the records that changed last, in both languages. */
export async function sitemap(services: Services, collection: Collection, c: AppContext): Promise<Response> {
  const origin = platformOrigin(c);
  const found = await findAll(services, collection, { sort: 'updated' }, MAX_RECORDS);
  const urls = [entries(origin)];
  for await (const { id, updatedAt } of found.records) urls.push(entries(origin, id, updatedAt));
  const map = xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`;
  const { asOf } = services.indexer;
  return sendBody(c, Buffer.from(map.toString()), {
    contentType: 'application/xml; charset=utf-8',
    cacheControl: 'public, max-age=3600',
    ...(asOf !== undefined && { lastModified: asOf }),
  });
}

/** One page in each language, each naming both. */
function entries(origin: string, id?: string, updatedAt?: string): Html {
  const address = (lang: (typeof LANGUAGES)[number]): string => origin + pagePath(lang, id);
  const alternates = LANGUAGES.map(
    (lang) => xml`<xhtml:link rel="alternate" hreflang="${lang}" href="${address(lang)}"/>`,
  );
  const lastmod = updatedAt !== undefined && xml`<lastmod>${updatedAt}</lastmod>`;
  return xml`${LANGUAGES.map((lang) => xml`<url><loc>${address(lang)}</loc>${lastmod}${alternates}</url>\n`)}`;
}

/** `GET /robots.txt`: records and the list may be read; searches and whole files, of which there are endlessly many, not. */
export function robots(c: AppContext): Promise<Response> {
  const lines = [
    'User-agent: *',
    ...LANGUAGES.map((lang) => `Disallow: ${pagePath(lang)}?`),
    ...EXPORT_FORMATS.filter((format) => format !== 'atom').map((format) => `Disallow: /api/v1/achievements.${format}`),
    '',
    `Sitemap: ${platformOrigin(c)}/sitemap.xml`,
    '',
  ];
  return sendBody(c, Buffer.from(lines.join('\n')), {
    contentType: 'text/plain; charset=utf-8',
    cacheControl: 'public, max-age=3600',
  });
}
