import { parentPort } from 'node:worker_threads';
import type { ThreadCall } from '../../../../src/server/index/thread-messages.js';

/** A thread that answers searches, but it ends when it is asked for 崩溃 and works on without end when asked for 死循环. */
parentPort?.on('message', ({ task, given }: ThreadCall) => {
  if (task !== 'search') return;
  const { q } = (given as { query: { q?: string } }).query;
  if (q === '崩溃') process.exit(1);
  while (q === '死循环');
});
await import('../../../../src/server/index/reader-worker.js');
