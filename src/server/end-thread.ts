import type { Worker } from 'node:worker_threads';

/** How long a thread that was asked to end may take before it is ended by force. */
const GRACE_MS = 5_000;

/**
 * Resolves when a thread that was asked to end is gone. Force is the last resort: it stops a thread in the midst of a
 * file, or of WebAssembly that is being compiled, and there V8 has crashed whole processes.
 * @param exited resolves at the thread's `exit` event
 */
export async function endThread(worker: Worker, exited: Promise<unknown>, graceMs: number = GRACE_MS): Promise<void> {
  const timer = setTimeout(() => void worker.terminate(), graceMs);
  try {
    await exited;
  } finally {
    clearTimeout(timer);
  }
}
