// Stands in for sdk/headers.ts in the bundle that pages load, whose clients are made by elements, without headers of
// their own.
import type { RequestOptions } from '../sdk/options.js';

/** The headers of one call. */
export async function headersOf(
  _client: unknown,
  { idempotencyKey }: RequestOptions,
  hasBody: boolean,
): Promise<HeadersInit> {
  return {
    accept: 'application/json',
    ...(hasBody && { 'content-type': 'application/json' }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}
