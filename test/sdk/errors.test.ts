import { afterEach, describe, expect, it, vi } from 'vitest';
import * as sdk from '../../src/sdk/index.js';
import { MAX_ANSWER_BYTES } from '../../src/sdk/read-body.js';
import { clientOf, envelope, json, problem, rejectionOf } from './fake-fetch.js';

const { ConfigError, HttpError, NetworkError, SchemaError, TimeoutError, YuniaoError } = sdk;

afterEach(() => vi.unstubAllGlobals());

async function failure(answer: Response | Error): Promise<unknown> {
  const { client } = clientOf([answer], { retries: 0 });
  return rejectionOf(client.achievements.list({ q: '电池' }));
}

describe('an error status', () => {
  it.each([
    [400, 'bad-request', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'unavailable', true],
    [409, 'conflict', false],
    [410, 'not-found', false],
    [413, 'bad-request', false],
    [414, 'bad-request', false],
    [418, 'http', false],
    [422, 'invalid', false],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [501, 'server', false],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
    [504, 'unavailable', true],
  ] as const)('%i becomes an HttpError with code %s, retryable: %s', async (status, code, retryable) => {
    const error = (await failure(problem(status))) as sdk.HttpError;
    expect(HttpError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ name: 'HttpError', status, code, retryable });
    expect(error.problem).toMatchObject({ status, title: `Problem ${status}` });
  });

  it('carries the faults by field, the request id and how long to wait', async () => {
    const errors = [{ path: 'limit', code: 'too_big', message: 'at most 100' }];
    const answer = problem(429, { errors, requestId: 'req-1' }, { 'retry-after': '7', 'x-request-id': 'req-0' });
    expect(await failure(answer)).toMatchObject({ problem: { errors }, requestId: 'req-1', retryAfterMs: 7000 });
  });

  it('takes the request id from the header when the problem has none', async () => {
    expect(await failure(problem(500, {}, { 'x-request-id': 'req-2' }))).toMatchObject({ requestId: 'req-2' });
  });

  it.each([
    ['an HTML page', '<html><body>Bad gateway at 10.0.0.7</body></html>'],
    ['nothing', ''],
    ['broken JSON', '{"type":'],
    ['JSON of another shape', '{"message":"secret stack trace"}'],
    ['null', 'null'],
  ])('without a readable problem (%s) is still an HttpError', async (_, body) => {
    const error = (await failure(new Response(body, { status: 502 }))) as sdk.HttpError;
    expect(HttpError.isInstance(error)).toBe(true);
    expect(error.problem).toBeUndefined();
    expect(error.cause).toBe(body);
  });

  it("keeps the server's words out of the message", async () => {
    const error = (await failure(problem(500, { title: 'SELECT failed', detail: 'at db.js:12' }))) as Error;
    expect(error.message).not.toMatch(/SELECT|db\.js/);
    expect(error.cause).toContain('SELECT failed');
  });

  it('keeps no more of a long answer than a report needs', async () => {
    const error = (await failure(new Response('x'.repeat(1_000_000), { status: 500 }))) as Error;
    expect(String(error.cause).length).toBeLessThanOrEqual(2_000);
  });
});

describe('no answer', () => {
  it('is a NetworkError that says what to check', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = (await failure(cause)) as sdk.NetworkError;
    expect(NetworkError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ name: 'NetworkError', code: 'network', retryable: true, cause });
    expect(error.message).toMatch(/baseUrl.*site key/);
  });

  it('on a device that is offline says so', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await failure(new TypeError('Failed to fetch'))).toMatchObject({ name: 'NetworkError', code: 'offline' });
  });

  it('is also a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"items":['));
        controller.error(new TypeError('terminated'));
      },
    });
    const { client } = clientOf([() => new Response(broken)], { retries: 0 });
    expect(NetworkError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
  });
});

describe('an answer that is not what was promised', () => {
  it('names the captive portal or proxy that answered with a page', async () => {
    const error = (await failure(
      new Response('\n<!doctype html><title>Sign in to WLAN</title>', { headers: { 'content-type': 'text/html' } }),
    )) as sdk.SchemaError;
    expect(SchemaError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ name: 'SchemaError', code: 'schema', retryable: false });
    expect(error.message).toMatch(/captive portal/);
    expect(error.message).not.toMatch(/WLAN/);
    expect(error.endpoint).toBe('https://platform.example.org/api/v1/achievements');
    expect(error.cause).toContain('WLAN');
  });

  it('says when JSON was cut short', async () => {
    expect(((await failure(new Response('{"items":[{"id"'))) as Error).message).toMatch(/cut short/);
  });

  it.each([
    ['nothing', undefined, ''],
    ['a list', [], ''],
    ['no items', { ...envelope(), items: undefined }, 'items'],
    ['a negative total', { ...envelope(), total: -1 }, 'total'],
    ['a total that is text', { ...envelope(), total: '2' }, 'total'],
    ['a date that is none', { ...envelope(), asOf: 'yesterday' }, 'asOf'],
    ['a facet without label', { ...envelope(), facets: [{ id: 'field', values: [] }] }, 'facets.0.label'],
  ])('is refused as a whole when the envelope is wrong: %s', async (_, body, path) => {
    const error = (await failure(body === undefined ? new Response('') : json(body))) as sdk.SchemaError;
    expect(SchemaError.isInstance(error)).toBe(true);
    expect(error.issues[0]?.path).toBe(path);
    expect(error.issues[0]?.message).not.toBe('');
  });

  it('is given up when it is larger than any page can be, and the rest is not read', async () => {
    let cancelled = false;
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    const { client } = clientOf(
      [
        () =>
          new Response(
            new ReadableStream<Uint8Array>({
              pull: (controller) => controller.enqueue(chunk),
              cancel: () => {
                cancelled = true;
              },
            }),
          ),
      ],
      { retries: 0 },
    );
    const error = (await rejectionOf(client.achievements.list())) as Error;
    expect(SchemaError.isInstance(error)).toBe(true);
    expect(error.message).toContain(String(MAX_ANSWER_BYTES));
    expect(cancelled).toBe(true);
  });
});

describe('recognising errors', () => {
  const all = [
    new HttpError({ status: 500 }),
    new NetworkError(),
    new TimeoutError({ timeoutMs: 1 }),
    new SchemaError({ message: 'm', endpoint: 'e', issues: [] }),
    new ConfigError('m'),
  ];

  it.each(all)('$name is a YuniaoError and of its own class alone', (error) => {
    expect(YuniaoError.isInstance(error)).toBe(true);
    expect(error).toBeInstanceOf(Error);
    const classes = [HttpError, NetworkError, TimeoutError, SchemaError, ConfigError];
    expect(classes.filter((candidate) => candidate.isInstance(error)).map(({ name }) => name)).toEqual([error.name]);
  });

  it('works across two copies of the package', async () => {
    vi.resetModules();
    const copy = await import('../../src/sdk/index.js');
    const error = new copy.HttpError({ status: 404 });
    expect(error).not.toBeInstanceOf(HttpError);
    expect(HttpError.isInstance(error)).toBe(true);
    expect(YuniaoError.isInstance(error)).toBe(true);
  });

  it.each([undefined, null, 'HttpError', {}, new Error('HttpError'), { name: 'HttpError' }])(
    'is not deceived by %s',
    (value) => {
      expect(HttpError.isInstance(value)).toBe(false);
      expect(YuniaoError.isInstance(value)).toBe(false);
    },
  );

  it('tells a caller’s abort from every other failure', () => {
    expect(sdk.isAbortError(new DOMException('', 'AbortError'))).toBe(true);
    expect(all.some(sdk.isAbortError)).toBe(false);
    expect([undefined, null, 'AbortError', {}].some(sdk.isAbortError)).toBe(false);
  });
});

describe('observers', () => {
  it('see every attempt, its answer and the final failure', async () => {
    vi.useFakeTimers();
    const seen: unknown[] = [];
    const { client } = clientOf([problem(503, {}, { 'x-request-id': 'req-1' }), problem(404)], {
      hooks: {
        onRequest: ({ method, attempt }) => seen.push(`${method} ${attempt}`),
        onResponse: ({ status, attempt, requestId }) => seen.push([status, attempt, requestId]),
        onError: ({ error }) => seen.push(error.code),
      },
    });
    const rejection = rejectionOf(client.achievements.list());
    await vi.runAllTimersAsync();
    await rejection;
    vi.useRealTimers();
    expect(seen).toEqual(['GET 1', [503, 1, 'req-1'], 'GET 2', [404, 2, undefined], 'not-found']);
  });

  it('hear of answers that do not fit the contract', async () => {
    const onError = vi.fn<(event: sdk.FailureEvent) => void>();
    const { client } = clientOf([json({})], { hooks: { onError } });
    await rejectionOf(client.achievements.list());
    expect(onError).toHaveBeenCalledOnce();
    expect(SchemaError.isInstance(onError.mock.calls[0]?.[0].error)).toBe(true);
  });

  it('are not told of an abort', async () => {
    const onError = vi.fn<(event: sdk.FailureEvent) => void>();
    const { client } = clientOf([json(envelope())], { hooks: { onError } });
    await rejectionOf(client.achievements.list({}, { signal: AbortSignal.abort() }));
    expect(onError).not.toHaveBeenCalled();
  });

  it('cannot break a call by throwing', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const oops = (): never => {
      throw new Error('oops');
    };
    const { client } = clientOf([json(envelope())], { hooks: { onRequest: oops, onResponse: oops, onError: oops } });
    expect((await client.achievements.list()).total).toBe(2);
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
  });
});
