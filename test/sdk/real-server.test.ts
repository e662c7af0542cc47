import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient, type Client, NetworkError, SchemaError, TimeoutError } from '../../src/sdk/index.js';
import { envelope, rejectionOf } from './fake-fetch.js';

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    ),
  );
});

/** A client of a server on this machine, without retries unless told. */
async function clientOfServer(
  listener: RequestListener,
  options: { retries?: number; timeoutMs?: number } = {},
): Promise<Client> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return createClient({ baseUrl: `http://127.0.0.1:${port}`, retries: 0, ...options });
}

const body = JSON.stringify(envelope());

describe('over a real connection', () => {
  it('an answer arrives, Chinese intact, though it comes in pieces', async () => {
    const bytes = Buffer.from(body);
    const client = await clientOfServer((_, response) => {
      // Cuts through a three-byte character
      const cut = bytes.indexOf(Buffer.from('钙')) + 1;
      response.write(bytes.subarray(0, cut), () => response.end(bytes.subarray(cut)));
    });
    expect((await client.achievements.list()).items[0]?.title['zh-CN']).toMatch(/钙钛矿/);
  });

  it('a compressed answer is read', async () => {
    const client = await clientOfServer((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync(body));
    });
    expect((await client.achievements.list()).total).toBe(2);
  });

  it('an answer that claims to be compressed and is not is a NetworkError', async () => {
    const client = await clientOfServer((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(body);
    });
    expect(NetworkError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
  });

  it('a refused connection is a NetworkError', async () => {
    const client = await clientOfServer(() => undefined);
    const [server] = servers.splice(0);
    await new Promise<void>((done) => server?.close(() => done()));
    expect(NetworkError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
  });

  it('a connection cut in the middle of the body is a NetworkError', async () => {
    const client = await clientOfServer((_, response) => {
      response.setHeader('content-length', String(Buffer.byteLength(body)));
      response.write(body.slice(0, 100), () => response.destroy());
    });
    expect(NetworkError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
  });

  it('a connection cut once is mended by the retry', async () => {
    let requests = 0;
    const client = await clientOfServer(
      (_, response) => {
        requests += 1;
        if (requests === 1) response.destroy();
        else response.end(body);
      },
      { retries: 1 },
    );
    expect((await client.achievements.list()).total).toBe(2);
    expect(requests).toBe(2);
  });

  it('a body that never ends is a TimeoutError, and the platform sees the connection close', async () => {
    let closed!: () => void;
    const connectionClosed = new Promise<void>((done) => (closed = done));
    const client = await clientOfServer(
      (_, response) => {
        response.on('close', closed);
        response.write('{"items":[');
      },
      { timeoutMs: 100 },
    );
    expect(TimeoutError.isInstance(await rejectionOf(client.achievements.list()))).toBe(true);
    await connectionClosed;
  });

  it('an abort closes the connection', async () => {
    const controller = new AbortController();
    let closed!: () => void;
    const connectionClosed = new Promise<void>((done) => (closed = done));
    const client = await clientOfServer((_, response) => {
      response.on('close', closed);
      controller.abort();
    });
    expect(await rejectionOf(client.achievements.list({}, { signal: controller.signal }))).toMatchObject({
      name: 'AbortError',
    });
    await connectionClosed;
  });

  it('a redirect to a sign-in page is a SchemaError that says so', async () => {
    const client = await clientOfServer((request, response) => {
      if (request.url === '/login') response.setHeader('content-type', 'text/html').end('<!doctype html><p>Sign in');
      else response.writeHead(302, { location: '/login' }).end();
    });
    const error = await rejectionOf(client.achievements.list());
    expect(SchemaError.isInstance(error)).toBe(true);
    expect((error as Error).message).toMatch(/sign-in page/);
  });
});
