// Stands in for sdk/headers.ts in the bundle that pages load, whose clients are made by elements, without headers of
// their own; those of a call (a token, the name of a file) are sent.
import type { RequestOptions } from '../sdk/options.js';

/** The headers of one call. */
export async function headersOf(
  _client: unknown,
  { idempotencyKey, headers }: RequestOptions,
  body: string | Blob | undefined,
): Promise<HeadersInit> {
  return {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'application/json' : body.type }),
    ...(typeof headers === 'function' ? await headers() : headers),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}
