import { requestIdOf } from './answer.js';
import type { ClientHooks, RequestEvent } from './options.js';

/** An answer, read to the end; `text` is absent when it was too long. */
export interface Exchange {
  readonly response: Response;
  readonly text: string | undefined;
}

/** Tells the observers of a request and of its answer. */
export async function observe(
  hooks: ClientHooks,
  event: RequestEvent,
  exchange: () => Promise<Exchange>,
): Promise<Exchange> {
  hooks.onRequest?.(event);
  const sentAt = performance.now();
  const { response, text } = await exchange();
  const requestId = requestIdOf(response);
  hooks.onResponse?.({
    ...event,
    status: response.status,
    durationMs: performance.now() - sentAt,
    ...(requestId === undefined ? {} : { requestId }),
  });
  return { response, text };
}

/** Observers that cannot break a call: an exception is logged instead. */
export function guard(hooks: ClientHooks = {}): ClientHooks {
  const guarded =
    <E>(hook?: (event: E) => void) =>
    (event: E): void => {
      try {
        hook?.(event);
      } catch (error) {
        console.error('yuniao: a client hook threw', error);
      }
    };
  return {
    onRequest: guarded(hooks.onRequest),
    onResponse: guarded(hooks.onResponse),
    onError: guarded(hooks.onError),
  };
}
