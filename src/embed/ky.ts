/** What `sdk/transport.ts` asks of ky: a retry loop around its own `fetch`, and nothing else. */
interface RetryOptions {
  readonly method: string;
  readonly headers: HeadersInit;
  readonly body?: string | Blob | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly retry: {
    readonly limit: number;
    readonly shouldRetry: (failure: { error: unknown; retryCount: number }) => boolean;
    readonly delay: () => number;
  };
}

/**
 * Stands in for ky in the bundle that pages load, where ky's 4 KB would carry a loop of ten lines: the transport reads
 * bodies, judges answers and keeps time limits itself. The SDK's tests run on both.
 */
export default async function ky(
  url: string,
  { method, headers, body, signal, fetch, retry }: RetryOptions,
): Promise<Response> {
  for (let retryCount = 1; ; retryCount += 1) {
    try {
      return await fetch(new Request(url, { method, headers, body: body ?? null }));
    } catch (error) {
      if (signal?.aborted || retryCount > retry.limit || !retry.shouldRetry({ error, retryCount })) throw error;
    }
    await pause(retry.delay(), signal);
  }
}

/** Resolves after `ms`; rejects as soon as the caller aborts. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
