import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Answer } from './answer.js';
import type { AppContext } from './app-env.js';
import { PROBLEM_TYPE, problemBody, type ProblemError } from './problems.js';

/** How a body is to be sent. */
export interface SendOptions {
  readonly contentType: string;
  readonly cacheControl: string;
  /** An instant in any form that `Date` reads. */
  readonly lastModified?: string | Date;
}

/** Whether an `If-None-Match` header names `etag`, compared weakly as RFC 9110 asks for reads. */
export function matchesETag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const wanted = etag.replace(/^W\//, '');
  return ifNoneMatch.match(/"[^"]*"/g)?.some((tag) => tag === wanted) ?? false;
}

/** Answers a read with its validators: 304 when the client has it already, compressed where that pays. */
export async function sendBody(c: AppContext, body: Uint8Array | Answer, options: SendOptions): Promise<Response> {
  const answer = body instanceof Answer ? body : new Answer(body);
  c.header('ETag', answer.etag);
  c.header('Cache-Control', options.cacheControl);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (options.lastModified !== undefined) c.header('Last-Modified', new Date(options.lastModified).toUTCString());
  if (matchesETag(c.req.header('if-none-match'), answer.etag)) return c.body(null, 304);
  c.header('Content-Type', options.contentType);
  const { bytes, encoding } = await answer.encodedFor(c.req.header('accept-encoding'));
  if (encoding) c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(bytes.byteLength));
  return c.body(bytes as Uint8Array<ArrayBuffer>);
}

/** Answers a read of data: cacheable by anyone, but checked for freshness each time, so that a change is seen at once. */
export function sendJson(c: AppContext, value: unknown, lastModified?: string): Promise<Response> {
  return sendBody(c, value instanceof Answer ? value : jsonAnswer(value), {
    contentType: 'application/json; charset=utf-8',
    cacheControl: 'public, no-cache',
    ...(lastModified !== undefined && { lastModified }),
  });
}

/** `value` as the body of an answer. */
export function jsonAnswer(value: unknown): Answer {
  return new Answer(Buffer.from(JSON.stringify(value)));
}

/** Says that the answer's labels are in the language of the request, which may have come from a header. */
export function labelledIn(c: AppContext): void {
  c.header('Content-Language', c.var.lang);
  c.header('Vary', 'Accept-Language', { append: true });
}

/** Answers with problem details. Never cached. */
export function sendProblem(c: AppContext, error: ProblemError): Response {
  for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
  c.header('Content-Type', `${PROBLEM_TYPE}; charset=utf-8`);
  c.header('Content-Language', c.var.lang);
  c.header('Cache-Control', 'no-store');
  const body = JSON.stringify(problemBody(error, c.var.lang, c.var.requestId));
  return c.body(body, error.status as ContentfulStatusCode);
}
