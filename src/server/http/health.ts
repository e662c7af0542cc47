import type { AppContext, Services } from './app-env.js';
import type { Handler } from './read-routes.js';

/** Longer than this and the database counts as gone. */
const PING_TIMEOUT_MS = 3_000;

/**
 * `GET /healthz`: 200 when searches can be answered, else 503 with the reason. `lag` counts changes that are stored but
 * cannot be found yet.
 */
export function health({ store, indexer, version, logger }: Services): Handler {
  const started = performance.now();
  return async (c) => {
    const about = { engine: store.engine, version, uptime: Math.round((performance.now() - started) / 1000) };
    c.header('Cache-Control', 'no-store');
    const { problem } = indexer;
    if (problem !== undefined) return unavailable(c, { ...about, status: 'unavailable', reason: problem });
    if (!indexer.ready)
      return unavailable(c, { ...about, status: 'starting', reason: 'The search index is being built.' });
    try {
      await withTimeout(store.ping(), PING_TIMEOUT_MS);
      return c.json({ status: 'ok', ...about, index: await indexer.status() });
    } catch (error) {
      logger.error({ err: error, requestId: c.var.requestId }, 'the database does not answer');
      return unavailable(c, { ...about, status: 'unavailable', reason: 'The database does not answer.' });
    }
  };
}

function unavailable(c: AppContext, body: object): Response {
  c.header('Retry-After', '1');
  return c.json(body, 503);
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
