import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRetryAfter, retryDelay } from '../../src/sdk/retry-policy.js';
import { ConfigError, HttpError, NetworkError, TimeoutError } from '../../src/sdk/index.js';
import { createTransport } from '../../src/sdk/transport.js';
import { clientOf, envelope, fakeFetch, hang, json, problem, rejectionOf } from './fake-fetch.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A promise whose rejection is looked at later, together with whether it has settled. */
function watch<T>(promise: Promise<T>): { readonly promise: Promise<T>; settled: boolean } {
  const watched = { promise, settled: false };
  promise.then(
    () => (watched.settled = true),
    () => (watched.settled = true),
  );
  return watched;
}

describe('retries', () => {
  it.each([408, 429, 500, 502, 503, 504])('a read is tried again after %i', async (status) => {
    const { client, fetch } = clientOf([problem(status), json(envelope())]);
    const call = client.achievements.list();
    await vi.runAllTimersAsync();
    expect((await call).total).toBe(2);
    expect(fetch.requests).toHaveLength(2);
  });

  it('a read is tried again after a network failure', async () => {
    const { client, fetch } = clientOf([new TypeError('Failed to fetch'), json(envelope())]);
    const call = client.achievements.list();
    await vi.runAllTimersAsync();
    expect((await call).total).toBe(2);
    expect(fetch.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 422, 501])('nothing is tried again after %i', async (status) => {
    const { client, fetch } = clientOf([problem(status), json(envelope())]);
    expect(HttpError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
    expect(fetch.requests).toHaveLength(1);
  });

  it('nothing is tried again when the answer does not fit the contract', async () => {
    const { client, fetch } = clientOf([json({}), json(envelope())]);
    await rejectionOf(client.achievements.list());
    expect(fetch.requests).toHaveLength(1);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 6],
  ])('%i retries make %i attempts, then the last error is given', async (retries, attempts) => {
    const { client, fetch } = clientOf([problem(503)], { retries });
    const rejection = rejectionOf(client.achievements.list());
    await vi.runAllTimersAsync();
    expect(await rejection).toMatchObject({ status: 503 });
    expect(fetch.requests).toHaveLength(attempts);
  });

  it('the wait doubles up to its random bound', async () => {
    const { client, fetch } = clientOf([problem(503)], { retries: 3 });
    const rejection = rejectionOf(client.achievements.list());
    const sent: number[] = [];
    for (let ms = 0; ms <= 2200; ms += 100) {
      await vi.advanceTimersByTimeAsync(ms === 0 ? 0 : 100);
      while (sent.length < fetch.requests.length) sent.push(ms);
    }
    expect(sent).toEqual([0, 300, 900, 2100]);
    await rejection;
  });

  it('a write is never tried again without an idempotency key', async () => {
    const fetch = fakeFetch(problem(503), json({}));
    const transport = createTransport({ baseUrl: 'https://platform.example.org', fetch });
    await rejectionOf(transport.post('demands', {}, (data) => data));
    expect(fetch.requests).toHaveLength(1);
  });

  it('a write with an idempotency key is sent again with the same key and body', async () => {
    const fetch = fakeFetch(new TypeError('reset'), problem(503), json({ receipt: 'r1' }));
    const transport = createTransport({ baseUrl: 'https://platform.example.org', fetch });
    const call = transport.post('demands', { title: '需求' }, (data) => data, { idempotencyKey: 'key-1' });
    await vi.runAllTimersAsync();
    expect(await call).toEqual({ receipt: 'r1' });
    expect(fetch.requests.map((request) => request.headers.get('idempotency-key'))).toEqual([
      'key-1',
      'key-1',
      'key-1',
    ]);
    expect(await Promise.all(fetch.requests.map((request) => request.json()))).toEqual(
      Array.from({ length: 3 }, () => ({ title: '需求' })),
    );
  });
});

describe('Retry-After', () => {
  it('is kept to', async () => {
    const { client, fetch } = clientOf([problem(429, {}, { 'retry-after': '4' }), json(envelope())]);
    const call = client.achievements.list();
    await vi.advanceTimersByTimeAsync(3_999);
    expect(fetch.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch.requests).toHaveLength(2);
    expect((await call).total).toBe(2);
  });

  it('beyond the time for the whole call fails at once, telling how long to wait', async () => {
    const { client, fetch } = clientOf([problem(503, {}, { 'retry-after': '3600' }), json(envelope())]);
    expect(await rejectionOf(client.achievements.list())).toMatchObject({ status: 503, retryAfterMs: 3_600_000 });
    expect(fetch.requests).toHaveLength(1);
  });

  it.each([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['0', 0],
    [' 120 ', 120_000],
    ['Fri, 02 Jan 2026 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
  ])('reads %j as %s ms', (header, expected) => {
    expect(parseRetryAfter(header, Date.parse('2026-01-02T00:00:00Z'))).toBe(expected);
  });
});

describe('the wait before a retry', () => {
  it('is not begun when it does not fit into what is left', () => {
    expect(retryDelay(new HttpError({ status: 503 }), 1, 300, () => 1)).toBeUndefined();
    expect(retryDelay(new HttpError({ status: 503 }), 1, 301, () => 1)).toBe(300);
  });

  it('does not happen for what a retry cannot mend', () => {
    for (const error of [new ConfigError('m'), new HttpError({ status: 404 }), new Error('x'), undefined]) {
      expect(retryDelay(error, 1, Infinity)).toBeUndefined();
    }
  });

  it('is random', () => {
    expect(retryDelay(new NetworkError(), 3, Infinity, () => 0.5)).toBe(600);
  });
});

describe('time limits', () => {
  it('an attempt that hangs is given up after timeoutMs, the request is aborted, and the next begins', async () => {
    const { client, fetch } = clientOf([hang, json(envelope())], { timeoutMs: 1000 });
    const call = client.achievements.list();
    await vi.advanceTimersByTimeAsync(999);
    expect(fetch.requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch.requests[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect((await call).total).toBe(2);
  });

  it('give a TimeoutError that names the limit', async () => {
    const { client } = clientOf([hang], { timeoutMs: 1000, retries: 0 });
    const rejection = rejectionOf(client.achievements.list());
    await vi.advanceTimersByTimeAsync(1000);
    const error = await rejection;
    expect(TimeoutError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'timeout', retryable: true, timeoutMs: 1000 });
  });

  it('cover a body that stops coming', async () => {
    const { client } = clientOf([() => new Response(new ReadableStream<Uint8Array>())], {
      timeoutMs: 1000,
      retries: 0,
    });
    const rejection = rejectionOf(client.achievements.list());
    await vi.advanceTimersByTimeAsync(1000);
    expect(TimeoutError.isInstance(await rejection)).toBe(true);
  });

  it('hold even for a fetch that ignores its signal', async () => {
    const { client } = clientOf([() => new Promise<Response>(() => undefined)], { timeoutMs: 1000, retries: 0 });
    const rejection = rejectionOf(client.achievements.list());
    await vi.advanceTimersByTimeAsync(1000);
    expect(TimeoutError.isInstance(await rejection)).toBe(true);
  });

  it('cover a headers function that never answers', async () => {
    const { client } = clientOf([json(envelope())], { timeoutMs: 1000, headers: () => new Promise(() => undefined) });
    const rejection = rejectionOf(client.achievements.list());
    await vi.advanceTimersByTimeAsync(1000);
    expect(TimeoutError.isInstance(await rejection)).toBe(true);
  });

  it('all attempts together take at most twice the time of one', async () => {
    const { client, fetch } = clientOf([hang], { timeoutMs: 1000, retries: 10 });
    const call = watch(client.achievements.list());
    const rejection = rejectionOf(call.promise);
    await vi.advanceTimersByTimeAsync(1999);
    expect(call.settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(TimeoutError.isInstance(await rejection)).toBe(true);
    expect(fetch.requests).toHaveLength(2);
  });

  it('of a call go before those of the client; Infinity is no limit', async () => {
    const { client } = clientOf([hang], { timeoutMs: 1000, retries: 0 });
    const call = watch(client.achievements.list({}, { timeoutMs: Infinity }));
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(call.settled).toBe(false);
  });

  it('leave no timer behind when the answer has come', async () => {
    const { client } = clientOf([json(envelope())]);
    await client.achievements.list();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a caller's abort", () => {
  it('before the call sends nothing', async () => {
    const { client, fetch } = clientOf([json(envelope())]);
    expect(await rejectionOf(client.achievements.list({}, { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
    expect(fetch.requests).toHaveLength(0);
  });

  it('during the request aborts it and is not retried', async () => {
    const { client, fetch } = clientOf([hang]);
    const controller = new AbortController();
    const rejection = rejectionOf(client.achievements.list({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    const error = await rejection;
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(fetch.requests[0]?.signal.aborted).toBe(true);
    await vi.runAllTimersAsync();
    expect(fetch.requests).toHaveLength(1);
  });

  it('while the body comes ends the call', async () => {
    const { client } = clientOf([() => new Response(new ReadableStream<Uint8Array>())]);
    const controller = new AbortController();
    const rejection = rejectionOf(client.achievements.list({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect(await rejection).toMatchObject({ name: 'AbortError' });
  });

  it('during the wait for a retry ends the wait at once', async () => {
    const { client, fetch } = clientOf([problem(503, {}, { 'retry-after': '10' })]);
    const controller = new AbortController();
    const rejection = rejectionOf(client.achievements.list({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await rejection).toMatchObject({ name: 'AbortError' });
    expect(fetch.requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([new Error('the visitor left'), 'text', new DOMException('x', 'TimeoutError')])(
    'stays an AbortError whatever reason it gives: %s',
    async (reason) => {
      const { client } = clientOf([hang]);
      const controller = new AbortController();
      const rejection = rejectionOf(client.achievements.list({}, { signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(0);
      controller.abort(reason);
      expect(await rejection).toMatchObject({ name: 'AbortError', cause: reason });
    },
  );

  it('leaves no listener on a signal that outlives the call', async () => {
    const { client } = clientOf([json(envelope())]);
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    await client.achievements.list({}, { signal });
    expect(remove.mock.calls.length).toBe(add.mock.calls.length);
  });
});
