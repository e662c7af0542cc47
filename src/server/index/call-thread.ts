import { Worker } from 'node:worker_threads';
import { endThread } from '../end-thread.js';
import { IndexUnavailableError, reviveError } from './index-errors.js';
import type { ThreadAnswer, ThreadCall } from './thread-messages.js';

/** A thread that has work and says nothing for so long is taken for lost. */
const SILENCE_MS = 60_000;
const WATCH_MS = 1_000;

interface Waiting {
  readonly since: number;
  readonly limitMs: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread as function calls. Every call is answered: by its result, by the error that the thread threw, or by an
 * {@link IndexUnavailableError} when the thread ends or the call waits for longer than it may. A thread that works on one
 * thing for over a minute is ended.
 */
export class CallThread<
  T extends { readonly [Name in keyof T]: { readonly given: unknown; readonly answer: unknown } },
> {
  /** Resolves with the reason when the thread ends without having been asked to. */
  readonly lost: Promise<IndexUnavailableError>;
  readonly #worker: Worker;
  readonly #exited: Promise<unknown>;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #lastHeard = 0;
  #ended: IndexUnavailableError | undefined;
  #watch: NodeJS.Timeout | undefined;

  /** @param onEvent told what the thread tells unasked */
  constructor(program: URL, onEvent: (event: unknown) => void = () => undefined) {
    this.#worker = new Worker(program);
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (message: ThreadAnswer) => {
      if ('event' in message) onEvent(message.event);
      else this.#settle(message);
    });
    this.lost = new Promise((resolve) => {
      const lose = (reason: string): void => {
        if (!this.#ended) resolve(this.#end(`A search thread stopped: ${reason}.`));
      };
      this.#worker.on('error', (error: Error) => lose(error.message));
      this.#worker.on('exit', () => lose('its thread ended'));
    });
  }

  /** How many calls wait for their answer. */
  get load(): number {
    return this.#waiting.size;
  }

  /** @param limitMs how long the call may wait for its answer */
  call<Name extends keyof T & string>(
    task: Name,
    given: T[Name]['given'],
    limitMs = Infinity,
  ): Promise<T[Name]['answer']> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#watch ??= setInterval(() => this.#look(), WATCH_MS);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        since: performance.now(),
        limitMs,
        resolve: (result) => resolve(result as T[Name]['answer']),
        reject,
      });
      this.#post({ id, task, given });
    });
  }

  /** Gives the thread something to do that has no answer. It is lost when it fails at it. */
  tell<Name extends keyof T & string>(task: Name, given: T[Name]['given']): void {
    if (!this.#ended) this.#post({ task, given });
  }

  /** Lets the thread finish what it is doing, and ends it. */
  async close(): Promise<void> {
    this.#end('The index is closed.');
    this.#post({ task: 'end' });
    await endThread(this.#worker, this.#exited);
  }

  #post(call: ThreadCall): void {
    this.#worker.postMessage(call);
  }

  #settle(answer: Exclude<ThreadAnswer, { readonly event: unknown }>): void {
    this.#lastHeard = performance.now();
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#rest();
    if ('error' in answer) waiting?.reject(reviveError(answer.error));
    else waiting?.resolve(answer.result);
  }

  /** Gives up on what has waited too long. A call that was given up stays in the list: it still tells of a lost thread. */
  #look(): void {
    const now = performance.now();
    let oldest = now;
    for (const { since, limitMs, reject } of this.#waiting.values()) {
      oldest = Math.min(oldest, since);
      if (now - since > limitMs) reject(new IndexUnavailableError('The index is busy. Ask again in a moment.'));
    }
    if (now - Math.max(oldest, this.#lastHeard) > SILENCE_MS) void this.#worker.terminate();
    // A thread that waits for the disk says so at once, one that is stuck does not
    else this.#post({ task: 'ping' });
  }

  #rest(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #end(message: string): IndexUnavailableError {
    this.#rest();
    this.#ended ??= new IndexUnavailableError(message);
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
    return this.#ended;
  }
}
