import type { RequestOptions } from '../../src/sdk/index.js';

/** An answer that the test gives when it chooses to. */
export interface DeferredAnswer<Query, Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  /** Settles when the call has arrived; `query` and `signal` are known from then on. */
  readonly called: Promise<void>;
  /** What was asked for. Throws before the call has arrived. */
  readonly query: Query;
  /** The caller's signal, if it gave one. Throws before the call has arrived. */
  readonly signal: AbortSignal | undefined;
}

/** A method whose answers a test controls. Calls take deferred answers in order, then the default answer. */
export interface FakeMethod<Query, Answer> {
  (query?: Query, options?: RequestOptions): Promise<Answer>;
  /** Holds the answer to the next call that no other `defer()` waits for. */
  defer(): DeferredAnswer<Query, Answer>;
  /** Answers all later calls that are not deferred; a function may look at the query or throw. */
  answer(answer: Answer | ((query: Query) => Answer | Promise<Answer>)): void;
  /** All calls so far, oldest first. */
  readonly calls: readonly { readonly query: Query; readonly options: RequestOptions }[];
}

/** A method that gives `defaultAnswer` until a test says otherwise. `emptyQuery` stands for a call without one. */
export function fakeMethod<Query, Answer>(
  emptyQuery: Query,
  defaultAnswer: (query: Query) => Answer | Promise<Answer>,
): FakeMethod<Query, Answer> {
  let answer = defaultAnswer;
  const calls: { query: Query; options: RequestOptions }[] = [];
  const waiting: ((query: Query, options: RequestOptions) => Promise<Answer>)[] = [];

  function defer(): DeferredAnswer<Query, Answer> {
    let call: { query: Query; signal: AbortSignal | undefined } | undefined;
    let arrived!: () => void;
    let resolve!: (answer: Answer) => void;
    let reject!: (error: unknown) => void;
    const called = new Promise<void>((done) => (arrived = done));
    const promise = new Promise<Answer>((done, fail) => {
      resolve = done;
      reject = fail;
    });
    // A test may reject before the call has arrived; the caller then still gets the rejection
    promise.catch(() => undefined);
    waiting.push((query, { signal }) => {
      call = { query, signal };
      arrived();
      return promise;
    });
    const arrivedCall = (): { query: Query; signal: AbortSignal | undefined } => {
      if (!call) throw new Error('the call has not arrived yet: await `called` first');
      return call;
    };
    return {
      resolve,
      reject,
      called,
      get query() {
        return arrivedCall().query;
      },
      get signal() {
        return arrivedCall().signal;
      },
    };
  }

  async function method(query: Query = emptyQuery, options: RequestOptions = {}): Promise<Answer> {
    calls.push({ query, options });
    const { signal } = options;
    if (signal?.aborted) throw abortError();
    const next = waiting.shift();
    const pending = next ? next(query, options) : Promise.resolve(answer(query));
    return signal ? raceAbort(pending, signal) : pending;
  }

  return Object.assign(method, {
    defer,
    calls,
    answer(next: Answer | ((query: Query) => Answer | Promise<Answer>)) {
      answer = typeof next === 'function' ? (next as (query: Query) => Answer | Promise<Answer>) : () => next;
    },
  });
}

function raceAbort<T>(pending: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(abortError());
    signal.addEventListener('abort', onAbort, { once: true });
    pending.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function abortError(): DOMException {
  return new DOMException('The call was aborted.', 'AbortError');
}
