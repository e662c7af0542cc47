import type { Language } from '../language.js';
import type { AppContext } from './app-env.js';

const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Address of the platform, without a slash at its end: `https://platform.example.org`. The one that the operator has set;
 * else the one under which it was asked. A reverse proxy on
 * the same machine tells scheme and host by `X-Forwarded-Proto` and `X-Forwarded-Host`; nobody else is believed.
 */
export function platformOrigin(c: AppContext): string {
  if (c.var.publicUrl !== undefined) return c.var.publicUrl;
  const trusted = LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '');
  const forwarded = (name: string): string | undefined =>
    trusted ? c.req.header(name)?.split(',').at(-1)?.trim() : undefined;
  const host = forwarded('x-forwarded-host') ?? c.req.header('host') ?? '';
  const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`;
}

/** Path of the page of one record, or of the list of its kind. */
export function pagePath(
  lang: Language,
  id?: string,
  kind: 'achievements' | 'demands' | 'notices' = 'achievements',
): string {
  return `${lang === 'en' ? '/en' : ''}/${kind}${id === undefined ? '' : `/${id}`}`;
}

/** Path of the page of one public notice, or of their list. */
export function noticePath(lang: Language, reference?: string): string {
  return pagePath(lang, reference, 'notices');
}

/** Path of the page that shows a submission to whoever has its secret. */
export function statusPath(reference: string, secret: string): string {
  return `/submissions/${reference}?key=${secret}`;
}
