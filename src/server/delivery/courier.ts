import type { Logger } from 'pino';
import type { DueMessage, MessageChannel, MessageStore } from '../store/store.js';

/** What became of an attempt. */
export type Outcome =
  | 'sent'
  /** Nobody may or can receive it any more. */
  | 'dropped'
  | {
      /** Why, in a few words without an address or a text of the message: it is logged. */
      readonly failure: string;
      /** No further attempt can change it. */
      readonly isFinal?: boolean;
    };

/** Delivers one message. A rejection counts as a failure that may pass. */
export type Deliver = (message: DueMessage, signal: AbortSignal) => Promise<Outcome>;

/** What a courier works with. */
export interface CourierOptions {
  readonly channel: MessageChannel;
  readonly deliver: Deliver;
  readonly messages: MessageStore;
  readonly logger: Logger;
  /** How many messages are under way at once: one that is slow holds up no other until then. Default 4. */
  readonly slots?: number;
  /** How often to look for messages, in milliseconds. Default 1,000. */
  readonly pollMs?: number;
  /** For tests: the time. */
  readonly now?: () => Date;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second, … failure; after one more the message is given up: some three days in all. */
export const PAUSES_MS: readonly number[] = [
  10_000,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

/** Longer than any attempt may take. */
const LEASE_MS = 2 * MINUTE;
const PRUNE_EVERY_MS = HOUR;

/**
 * Takes messages of one channel that are due and has them delivered, at least once each: after a crash a message that
 * was under way is delivered again. A failure is tried again after a pause that grows, until the message is given up and
 * waits for an operator.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #slots: number;
  readonly #underWay = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #prunedAt = 0;
  #isRunning = false;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#slots = options.slots ?? 4;
  }

  start(): void {
    this.#isRunning = true;
    this.#schedule(0);
  }

  /** Takes no further message and lets those under way finish for up to `graceMs`; what does not is delivered again. */
  async stop(graceMs = 5000): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    const timer = setTimeout(() => this.#stop.abort(), graceMs);
    await this.#looking;
    await Promise.all(this.#underWay);
    clearTimeout(timer);
  }

  /** Looks for messages now. Resolves when those that were due have been tried. */
  async look(): Promise<void> {
    while ((await this.#claim()) > 0) await Promise.all(this.#underWay);
  }

  #schedule(ms: number): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#looking ??= this.#claim().then(() => {
        this.#looking = undefined;
        this.#schedule(this.#options.pollMs ?? 1000);
      });
    }, ms);
    // Must not keep a process alive that has nothing else to do
    this.#timer.unref();
  }

  /** Takes as many messages as there are free slots; never rejects. */
  async #claim(): Promise<number> {
    const { channel, messages, logger } = this.#options;
    const free = this.#slots - this.#underWay.size;
    if (free <= 0) return 0;
    try {
      const now = this.#now();
      if (now.getTime() - this.#prunedAt > PRUNE_EVERY_MS) {
        this.#prunedAt = now.getTime();
        await messages.prune(now);
      }
      const claimed = await messages.claim(channel, free, now, LEASE_MS);
      for (const message of claimed) {
        const attempt = this.#attempt(message).finally(() => {
          this.#underWay.delete(attempt);
          // A slot is free, and more may wait
          this.#schedule(0);
        });
        this.#underWay.add(attempt);
      }
      return claimed.length;
    } catch (error) {
      logger.error({ err: error, channel }, 'messages could not be looked for');
      return 0;
    }
  }

  async #attempt(message: DueMessage): Promise<void> {
    const { channel, deliver, messages, logger } = this.#options;
    const about = { channel, message: message.key, attempt: message.attempt };
    const outcome = await deliver(message, this.#stop.signal).catch((error: unknown): Outcome => {
      return { failure: error instanceof Error ? error.name : 'error' };
    });
    try {
      if (outcome === 'sent') {
        await messages.sent(message, this.#now());
        logger.debug(about, 'message delivered');
      } else if (outcome === 'dropped') {
        await messages.drop(message);
        logger.info(about, 'message dropped: nobody is left to receive it');
      } else {
        const pause = outcome.isFinal === true ? undefined : PAUSES_MS[message.attempt - 1];
        const nextAt = pause === undefined ? undefined : new Date(this.#now().getTime() + pause);
        await messages.failed(message, outcome.failure, nextAt);
        const facts = { ...about, reason: outcome.failure, ...(nextAt && { nextAt: nextAt.toISOString() }) };
        if (nextAt) logger.warn(facts, 'message not delivered, to be tried again');
        else logger.error(facts, 'message given up: see "yuniao message list"');
      }
    } catch (error) {
      // Its lease ends, and it is delivered again
      logger.error({ ...about, err: error }, 'what became of a message could not be noted');
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
