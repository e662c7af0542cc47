import { parentPort } from 'node:worker_threads';
import type { IndexCall } from '../../../../src/server/index/thread-messages.js';

/** The index's thread, but it ends when it is asked for 崩溃 and works on without end when it is asked for 死循环. */
parentPort?.on('message', ({ task, given }: IndexCall) => {
  if (task !== 'search') return;
  const { q } = given as { q?: string };
  if (q === '崩溃') process.exit(1);
  while (q === '死循环');
});
await import('../../../../src/server/index/index-worker.js');
