import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from './app-env.js';
import { PROBLEM_TYPE, problemBody, ProblemError } from './problems.js';
import type { ProblemKind } from './problem-texts.js';
import { MAX_URL_BYTES } from './request-context.js';

/** All headers and the request line together. Addresses from 16 KB on get a 414 of the routes, these a 431. */
const MAX_HEADER_BYTES = 32 * 1024;
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 30_000;
/** How long a refused client may go on sending before the connection is cut, so that it can read the answer. */
const LINGER_MS = 1_000;
const SWEEP_MS = 20;

const PROBLEM_HEADERS = {
  'Content-Type': `${PROBLEM_TYPE}; charset=utf-8`,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** What Node tells of a request that is no HTTP. */
interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
  /** How far into the packet the parser got. */
  readonly bytesParsed?: number;
}

/** An HTTP server for the routes that answers bad HTTP with problem details too. Not listening yet. */
export function createNodeServer(app: Hono<AppEnv>, logger: Logger): Server {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      // An address or Host that cannot be read: the routes never saw it
      logger.info({ reason: error instanceof Error ? error.message : 'unknown' }, 'malformed request');
      return new Response(bodyOf('malformed-request'), { status: 400, headers: PROBLEM_HEADERS });
    },
  });
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // A missing Host gets its problem details from the listener
    requireHostHeader: false,
  });
  server.on('request', (request, response) => void listener(request, response));
  server.on('clientError', (error: ClientError, socket) => refuse(error, socket));
  // An expectation that we do not know is no reason to refuse a request that we can answer
  server.on('checkExpectation', (request, response) => void listener(request, response));
  return server;
}

/** Listens on `port` (0 for any free one). @throws when the port is taken or the host is not one of this machine. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(explained(error, port, host));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use on ${host}. Choose another port, or stop the program that holds it.`,
    EACCES: `This user may not listen on port ${port}. Choose a port above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Choose 127.0.0.1, 0.0.0.0 or one of its own.`,
  };
  const reason = reasons[error.code ?? ''];
  return reason === undefined ? error : new Error(reason, { cause: error });
}

/** Takes no more requests, lets those under way finish, and after `deadlineMs` cuts what is left. */
export async function shutDown(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A connection whose request has just finished is idle, but kept open for the next one that will not come
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}

function bodyOf(kind: ProblemKind): string {
  const limit = (kind === 'url-too-long' ? MAX_URL_BYTES : MAX_HEADER_BYTES) / 1024;
  return JSON.stringify(problemBody(new ProblemError(kind, { values: { limit } }), 'zh-CN', undefined));
}

function kindOf(error: ClientError): ProblemKind {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout';
  if (error.code !== 'HPE_HEADER_OVERFLOW') return 'malformed-request';
  // Without a line end in what came last, it was one endless line: nearly always the address
  const read = error.rawPacket?.subarray(0, error.bytesParsed);
  return read?.includes('\r\n') ? 'headers-too-large' : 'url-too-long';
}

function refuse(error: ClientError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const kind = kindOf(error);
  const { status } = new ProblemError(kind);
  const body = bodyOf(kind);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      ...Object.entries(PROBLEM_HEADERS).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
