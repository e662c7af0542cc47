import type { YuniaoError } from './errors/yuniao-error.js';

/** Request headers, or a function asked anew before every call (for tokens that change). */
export type HeadersOption = Readonly<Record<string, string>> | (() => HeadersRecord | Promise<HeadersRecord>);
type HeadersRecord = Readonly<Record<string, string>>;

/** What a client needs to know. Only `baseUrl` is required: there is no hidden default server. */
export interface ClientOptions {
  /**
   * Address of the platform, without `/api/v1`: `https://platform.example.org`, with a path prefix and a trailing slash
   * or without. In a browser `''`, `'/'` or a path means the page's own origin; elsewhere the address must be absolute.
   */
  readonly baseUrl: string | URL;
  /** Publishable key of the site that asks. It travels as a query parameter, so that a read needs no preflight. */
  readonly siteKey?: string;
  /** Language of labels in answers, `zh-CN` or `en`; a query may choose another. Default: what the browser asks for, else Chinese. */
  readonly lang?: string;
  /** Replaces the global `fetch`. It is called with one `Request`. */
  readonly fetch?: typeof fetch;
  /** Sent with every request. In a browser any header of your own costs each cross-origin read a preflight. */
  readonly headers?: HeadersOption;
  /**
   * Longest time for one attempt, answer body included, in milliseconds; `Infinity` for no limit. All attempts of one
   * call together, waiting included, take at most twice as long.
   * @default 15000
   */
  readonly timeoutMs?: number;
  /**
   * How often a failed read is tried again, after 408, 429, 500, 502, 503, 504, a timeout or a network failure.
   * @default 2
   */
  readonly retries?: number;
  /** Observers, for logs and measurements. They cannot change a call; an exception in one is logged and ignored. */
  readonly hooks?: ClientHooks;
}

/** Last argument of every call. */
export interface RequestOptions {
  /** Abort it to give the call up: the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** Overrides the client's `timeoutMs` for this call. */
  readonly timeoutMs?: number;
  /** Overrides the client's `retries` for this call. */
  readonly retries?: number;
  /** Added to the client's headers; the same name replaces. */
  readonly headers?: HeadersOption;
  /**
   * Makes a write safe to repeat: the platform answers the same key with the same receipt. Writes are retried only with
   * one. Make it once a submission with {@link createIdempotencyKey} and keep it when the user sends again.
   */
  readonly idempotencyKey?: string;
}

/** One attempt that is about to be sent. */
export interface RequestEvent {
  readonly method: string;
  readonly url: string;
  /** 1 for the first try, 2 for the first retry, and so on. */
  readonly attempt: number;
}

/** An attempt that was answered, whatever the status. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** From sending to the last byte of the answer. */
  readonly durationMs: number;
  /** The platform's name for this request, to quote in a report; absent when it sent none. */
  readonly requestId?: string;
}

/** A call that failed for good, or an answer some of whose records were set aside. Aborts are not reported. */
export interface FailureEvent {
  readonly method: string;
  readonly url: string;
  readonly error: YuniaoError;
}

/** Observers of a client's traffic. */
export interface ClientHooks {
  readonly onRequest?: (event: RequestEvent) => void;
  readonly onResponse?: (event: ResponseEvent) => void;
  readonly onError?: (event: FailureEvent) => void;
}
