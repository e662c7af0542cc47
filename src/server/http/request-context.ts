import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppContext, AppEnv } from './app-env.js';
import { languageFor, negotiateLanguage } from '../language.js';
import { ProblemError } from './problems.js';

/** Longest address, path and query together, that is looked at. Longer ones get 414. */
export const MAX_URL_BYTES = 16 * 1024;

/**
 * First in line for every request: gives it an id (a sane incoming `X-Request-Id` is kept), settles the language of the
 * answer, sets the headers that every answer carries, and writes one line of log. The log holds no query text, no key,
 * no token and no client address: only how long the query was.
 */
export function requestContext(logger: Logger, publicUrl: string | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    c.set('publicUrl', publicUrl);
    c.set('requestId', requestIdOf(c.req.header('x-request-id')));
    c.header('X-Request-Id', c.var.requestId);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    const query = new URL(c.req.url).searchParams;
    c.set('lang', languageFor(query.get('lang') ?? '') ?? negotiateLanguage(c.req.header('accept-language')));
    await next();
    logRequest(logger, c, performance.now() - started, query.get('q')?.length);
  };
}

/** Answers 414 to an address that is longer than any real query. */
export const limitUrl: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (Buffer.byteLength(c.env.incoming.url ?? '') > MAX_URL_BYTES) {
    throw new ProblemError('url-too-long', { values: { limit: MAX_URL_BYTES / 1024 } });
  }
  await next();
};

function logRequest(logger: Logger, c: AppContext, ms: number, queryLength: number | undefined): void {
  const status = c.res.status;
  const line = {
    requestId: c.var.requestId,
    method: c.req.method,
    route: c.var.route ?? '*',
    status,
    ms: Math.round(ms * 10) / 10,
    ...(queryLength !== undefined && { queryLength }),
  };
  if (status >= 500 && status !== 503) logger.error(line, 'request failed');
  else logger.info(line, 'request');
}

function requestIdOf(incoming: string | undefined): string {
  return incoming !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(incoming) ? incoming : randomUUID();
}
