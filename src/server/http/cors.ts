import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from './app-env.js';
import { ProblemError } from './problems.js';
import { allowsOrigin, type SiteRegistry } from './sites.js';

const EXPOSED = 'ETag, Last-Modified, Location, Retry-After, X-Request-Id';
const ALLOWED_HEADERS =
  'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-File-Name, X-Request-Id';
const PREFLIGHT_SECONDS = 86_400;

/**
 * Lets pages of other origins read the API. With no site registered any origin may. With sites, a request of another
 * origin must bring the `siteKey` of a site that lists it; else it gets a 403 that the page can read. Requests without
 * `Origin` (servers, command lines) and of the platform's own pages pass. Who may write is for the routes to say.
 */
export function cors(sites: SiteRegistry): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const registered = await sites.list();
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    if (registered.length === 0) {
      c.header('Access-Control-Allow-Origin', '*');
    } else {
      c.header('Vary', 'Origin', { append: true });
      if (origin !== undefined) c.header('Access-Control-Allow-Origin', origin);
    }
    c.header('Access-Control-Expose-Headers', EXPOSED);
    if (origin !== undefined && registered.length > 0 && !isSameOrigin(c, origin)) {
      const key = new URL(c.req.url).searchParams.get('siteKey');
      if (!key) throw new ProblemError('site-key-missing', { values: { origin } });
      const site = registered.find((candidate) => candidate.key === key);
      if (!site) throw new ProblemError('site-key-unknown');
      if (!allowsOrigin(site.origins, origin)) throw new ProblemError('origin-not-allowed', { values: { origin } });
      if (isRecordRead(c) && !site.scopes.includes('read')) {
        throw new ProblemError('site-scope-missing', { values: { scope: 'read' } });
      }
    }
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined) {
      c.header('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS');
      c.header('Access-Control-Allow-Headers', ALLOWED_HEADERS);
      c.header('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
      return c.body(null, 204);
    }
    await next();
  };
}

/** What a form needs to read is no record: a site that may only submit reads it all the same. */
const FORM_READS = /^\/api\/v1\/(submission-settings|submissions|code-lists)(\/|$)/;

function isRecordRead(c: AppContext): boolean {
  return (c.req.method === 'GET' || c.req.method === 'HEAD') && !FORM_READS.test(c.req.path);
}

/** The scheme is left out: behind a proxy that ends TLS the platform does not know its own. */
export function isSameOrigin(c: AppContext, origin: string): boolean {
  return origin === c.var.publicUrl || origin.replace(/^https?:\/\//, '') === c.req.header('host');
}
