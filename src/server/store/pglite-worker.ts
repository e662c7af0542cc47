import { parentPort, workerData } from 'node:worker_threads';
import { factsOf } from './errors.js';
import type { PgliteEngine } from './pglite-engine.js';
import type { WorkerAnswer, WorkerCall } from './pglite-messages.js';

/** The thread of the embedded database: answers one call after the other, in the order they came. */
const { folder } = workerData as { readonly folder: string };
const port = parentPort;
if (!port) throw new Error('pglite-worker runs as a worker thread only');

// The import is dynamic so that a missing driver is an answer, not a crash
const opening: Promise<PgliteEngine> = import('./pglite-engine.js').then(({ openPgliteEngine }) =>
  openPgliteEngine(folder, stop),
);
let last: Promise<void> = opening.then(
  () => answer({ id: 0, rows: [] }),
  (error: unknown) => answer(failure(0, error)),
);

port.on('message', (call: WorkerCall) => {
  if (call.type === 'end') port.close();
  else last = last.then(() => perform(call));
});

async function perform(call: Exclude<WorkerCall, { readonly type: 'end' }>): Promise<void> {
  try {
    const engine = await opening;
    if (call.type === 'query') answer({ id: call.id, rows: await engine.query(call.sql, call.params) });
    else if (call.type === 'syncs') answer({ id: call.id, rows: [{ syncs: engine.syncs() }] });
    else {
      await engine.close();
      answer({ id: call.id, rows: [] });
    }
  } catch (error) {
    answer(failure(call.id, error));
  }
}

/** Ends this thread, not the process, in the midst of whatever PostgreSQL is doing. */
function stop(reason: string): void {
  answer({ stopped: reason });
  process.exit(1);
}

function failure(id: number, error: unknown): WorkerAnswer {
  const message = error instanceof Error ? error.message : String(error);
  return { id, error: { message, facts: factsOf(error) } };
}

function answer(message: WorkerAnswer): void {
  port?.postMessage(message);
}
