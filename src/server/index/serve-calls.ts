import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadCall } from './thread-messages.js';

type Tasks<T> = { readonly [Name in keyof T]: { readonly given: unknown; readonly answer: unknown } };

/** What a thread does for each task. What it does before its first `await` is done in the order of the calls. */
export type Performers<T extends Tasks<T>> = {
  readonly [Name in keyof T]: (given: T[Name]['given']) => T[Name]['answer'] | Promise<T[Name]['answer']>;
};

/**
 * Makes this thread answer the calls of a `CallThread`, until it is asked to end: then it finishes what is under way and
 * is gone.
 * @param transferred what of an answer can be moved rather than copied
 */
export function serveCalls<T extends Tasks<T>>(
  performers: Performers<T>,
  transferred: (task: keyof T, result: unknown) => ArrayBuffer[] = () => [],
): void {
  parentPort?.on('message', ({ id, task, given }: ThreadCall) => {
    if (task === 'end') parentPort?.close();
    else if (task === 'ping') send({ id: 0, result: undefined });
    else if (id === undefined) void performers[task as keyof T](given as never);
    else void answer(id, task as keyof T, given);
  });

  async function answer(id: number, task: keyof T, given: unknown): Promise<void> {
    try {
      const result = await performers[task](given as never);
      send({ id, result }, transferred(task, result));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      send({ id, error: { name, message } });
    }
  }
}

/** Tells the main thread something of this thread's own accord. */
export function tell(event: unknown): void {
  send({ event });
}

function send(message: ThreadAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
