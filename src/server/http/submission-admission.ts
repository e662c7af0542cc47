import { allowsOrigin } from './sites.js';
import { isSameOrigin } from './cors.js';
import type { AppContext, Services } from './app-env.js';
import { requireScope } from './operator-token.js';
import { ProblemError } from './problems.js';

/** What an operator's token must allow to submit, and a site's pages likewise. */
export const SUBMIT_SCOPE = 'submit';

/** How somebody came to submit. */
export type Admission =
  /** From this machine, while no site is registered. */
  | { readonly via: 'machine' }
  /** From a page of the platform itself. */
  | { readonly via: 'page' }
  /** From a page of a registered site. */
  | { readonly via: 'site'; readonly key: string }
  /** With an operator's token. */
  | { readonly via: 'token' };

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** What a reverse proxy adds: a request that has any of these did not begin on this machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Who may submit. With no site registered only this machine, by its own pages or by none; with sites the pages of those
 * that may `submit`, the platform's own pages, and whoever bears a token with the scope `submit`.
 * @throws {ProblemError} 403 for everybody else, 401 for a token that is not known
 */
export async function admit({ sites, store, publicUrl }: Services, c: AppContext): Promise<Admission> {
  if (c.req.header('authorization') !== undefined) {
    await requireScope(store, c, SUBMIT_SCOPE);
    return { via: 'token' };
  }
  const origin = c.req.header('origin');
  const registered = await sites.list();
  if (registered.length === 0) {
    if (isFromThisMachine(c) && (origin === undefined || isLocal(origin) || origin === publicUrl))
      return { via: 'machine' };
    throw new ProblemError('submissions-local-only');
  }
  if (origin === undefined) {
    await requireScope(store, c, SUBMIT_SCOPE);
    return { via: 'token' };
  }
  if (isSameOrigin(c, origin)) return { via: 'page' };
  const key = new URL(c.req.url).searchParams.get('siteKey');
  const site = registered.find((each) => each.key === key);
  if (!site) throw new ProblemError('site-key-unknown');
  if (!allowsOrigin(site.origins, origin)) throw new ProblemError('origin-not-allowed', { values: { origin } });
  if (!site.scopes.includes(SUBMIT_SCOPE))
    throw new ProblemError('site-scope-missing', { values: { scope: SUBMIT_SCOPE } });
  return { via: 'site', key: site.key };
}

function isFromThisMachine(c: AppContext): boolean {
  const address = c.env.incoming.socket.remoteAddress ?? '';
  return LOOPBACK.test(address) && !FORWARDED.some((name) => c.req.header(name) !== undefined);
}

/** A page of this machine. Not merely one of the same host as the request: any name can be made to lead here. */
function isLocal(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.[\d.]+|\[::1\])$/.test(hostname);
}
