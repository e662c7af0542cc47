import { parentPort } from 'node:worker_threads';
import type { ThreadCall } from '../../../../src/server/index/thread-messages.js';

/** The thread that builds the indexes, but it ends when it is to take in a record named 崩溃. */
parentPort?.on('message', ({ task, given }: ThreadCall) => {
  if (task === 'apply' && JSON.stringify(given).includes('崩溃')) process.exit(1);
});
await import('../../../../src/server/index/writer-worker.js');
