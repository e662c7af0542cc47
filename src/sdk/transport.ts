import ky from 'ky';
import { decodeAnswer } from './answer.js';
import { resolveBaseUrl } from './base-url.js';
import { abortErrorOf, withDeadline } from './deadline.js';
import { ConfigError } from './errors/config-error.js';
import { isAbortError } from './errors/is-abort-error.js';
import { NetworkError } from './errors/network-error.js';
import { YuniaoError } from './errors/yuniao-error.js';
import { limitWords } from './errors/words.js';
import { headersOf } from './headers.js';
import { type Exchange, guard, observe } from './observers.js';
import type { ClientOptions, RequestOptions } from './options.js';
import { readBody } from './read-body.js';
import { retryDelay } from './retry-policy.js';

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_RETRIES = 2;

/** Turns the JSON value of an answer into what the caller gets. */
export type Parse<T> = (data: unknown, context: AnswerContext) => T | Promise<T>;

/** What a parser may need to know of the answer. */
export interface AnswerContext {
  /** The address that answered, without its query. */
  readonly endpoint: string;
  /** Tells the client's observers of a fault that does not fail the call. */
  report(error: YuniaoError): void;
}

/** One connection to a platform: addresses, time limits, retries and errors. Resources stand on it. */
export interface Transport {
  /** Address of the platform, absolute, with a slash at its end. */
  readonly baseUrl: string;
  /** The client's language, if it has one. */
  readonly lang?: string;
  /** What the client was made with, for those who read something that is not JSON. */
  readonly client: ClientOptions;
  /** Address of `path` (below `/api/v1/`), with what the client adds to every query. */
  url(path: string, query: URLSearchParams): string;
  /** Reads `path` (below `/api/v1/`). Retried when that may help. */
  get<T>(path: string, query: URLSearchParams, parse: Parse<T>, options?: RequestOptions): Promise<T>;
  /** Sends `body` as JSON. Retried only when `options.idempotencyKey` makes that safe. */
  post<T>(path: string, body: unknown, parse: Parse<T>, options?: RequestOptions): Promise<T>;
  /** Sends `body`, if there is any, as JSON to `path` with a query; a `Blob` as it is. Retried like a `post`. */
  send<T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    query: URLSearchParams,
    body: unknown,
    parse: Parse<T>,
    options?: RequestOptions,
  ): Promise<T>;
}

/** @throws {ConfigError} when an option cannot work */
export function createTransport(client: ClientOptions): Transport {
  const baseUrl = resolveBaseUrl(client.baseUrl);
  limitsOf(client, {});

  function url(path: string, query: URLSearchParams): string {
    const params = new URLSearchParams(query);
    if (client.lang && !params.has('lang')) params.set('lang', client.lang);
    if (client.siteKey) params.set('siteKey', client.siteKey);
    const search = params.toString();
    return `${baseUrl}api/v1/${path}${search && `?${search}`}`;
  }

  const send: Transport['send'] = (method, path, query, body, parse, options = {}) =>
    call({
      client,
      options,
      method,
      url: url(path, query),
      body: body instanceof Blob ? body : JSON.stringify(body),
      parse,
      repeatable: options.idempotencyKey !== undefined,
    });

  return {
    baseUrl,
    lang: client.lang,
    client,
    url,
    get: (path, query, parse, options = {}) =>
      call({ client, options, method: 'GET', url: url(path, query), parse, repeatable: true }),
    post: (...[path, ...rest]) => send('POST', path, new URLSearchParams(), ...rest),
    send,
  };
}

interface Call<T> {
  readonly client: ClientOptions;
  readonly options: RequestOptions;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: string | Blob | undefined;
  readonly parse: Parse<T>;
  /** Whether sending it twice does no harm. */
  readonly repeatable: boolean;
}

async function call<T>({ client, options, method, url, body, parse, repeatable }: Call<T>): Promise<T> {
  const { signal } = options;
  const hooks = guard(client.hooks);
  const endpoint = url.split('?', 1)[0] ?? url;
  const report = (error: YuniaoError): void => hooks.onError?.({ method, url, error });
  try {
    const { timeoutMs, retries } = limitsOf(client, options);
    const deadline = performance.now() + 2 * timeoutMs;
    const remainingMs = (): number => deadline - performance.now();
    const headers = await withDeadline(timeoutMs, signal, () => headersOf(client, options, body));
    let attempt = 0;
    let delay = 0;
    let data: unknown;
    await ky(url, {
      method,
      headers,
      body,
      signal,
      // ky's limit ends with the headers; ours covers the body too
      timeout: false,
      // Answers are judged in `fetch` below, where their body is read, so that a broken body is retried as well
      throwHttpErrors: false,
      retry: {
        limit: repeatable ? retries : 0,
        methods: ['get', 'post', 'put', 'delete'],
        shouldRetry: ({ error, retryCount }) => {
          const next = retryDelay(error, retryCount, remainingMs());
          delay = next ?? 0;
          return next !== undefined;
        },
        delay: () => delay,
      },
      fetch: (request) =>
        withDeadline(Math.min(timeoutMs, Math.ceil(remainingMs())), signal, async (attemptSignal) => {
          attempt += 1;
          const { response, text } = await observe(hooks, { method, url, attempt }, () =>
            send(client.fetch ?? fetch, new Request(request, { signal: attemptSignal })),
          );
          data = decodeAnswer(response, text, endpoint);
          return response;
        }),
    });
    return await parse(data, { endpoint, report });
  } catch (error) {
    if (signal?.aborted) throw abortErrorOf(signal);
    if (YuniaoError.isInstance(error)) report(error);
    throw error;
  }
}

async function send(fetchIt: typeof fetch, request: Request): Promise<Exchange> {
  try {
    const response = await fetchIt(request);
    return { response, text: await readBody(response) };
  } catch (cause) {
    if (YuniaoError.isInstance(cause) || isAbortError(cause)) throw cause;
    throw new NetworkError({ offline: globalThis.navigator?.onLine === false, cause });
  }
}

function limitsOf(client: ClientOptions, options: RequestOptions): { timeoutMs: number; retries: number } {
  const timeoutMs = options.timeoutMs ?? client.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  if (!(timeoutMs > 0)) throw new ConfigError(limitWords('timeoutMs'));
  const retries = options.retries ?? client.retries ?? DEFAULT_RETRIES;
  if (!Number.isInteger(retries) || retries < 0) throw new ConfigError(limitWords('retries'));
  return { timeoutMs, retries };
}
