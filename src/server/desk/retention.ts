import type { Logger } from 'pino';
import type { Store } from '../store/store.js';

const HOUR_MS = 3_600_000;
/** How often a look is taken: a day more or less does not matter to a period of months. */
const EVERY_MS = 6 * HOUR_MS;
/** A file that no submission has named by then will not be named any more. */
const UNCLAIMED_MS = 24 * HOUR_MS;

/** What the job needs. */
export interface RetentionOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** Name of the platform. */
  readonly source: string;
  /** How many months personal data is kept after a submission is settled. */
  readonly months: number;
  /** How long to wait between two looks, in milliseconds. Default six hours. */
  readonly everyMs?: number;
}

/** Erases personal data that is kept longer than the operator allows: once at the start, then a few times a day. */
export class Retention {
  readonly #options: RetentionOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  start(): void {
    void this.run();
  }

  /** Looks once; a look that is under way is waited for instead. Never rejects: a failure is logged, the next look mends it. */
  run(): Promise<void> {
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
      this.#schedule();
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.run(), this.#options.everyMs ?? EVERY_MS);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { store, logger, source, months } = this.#options;
    const now = new Date();
    try {
      const result = await store.desk.retain({
        settledBefore: monthsBefore(now, months).toISOString(),
        unclaimedBefore: new Date(now.getTime() - UNCLAIMED_MS).toISOString(),
        source,
      });
      if (result.erased + result.orphans > 0)
        logger.info({ ...result, months }, 'personal data past its period erased');
    } catch (error) {
      logger.error({ err: error }, 'personal data past its period could not be erased; it is tried again');
    }
  }
}

/** The same day so many months ago, or the last of its month where that is shorter. */
export function monthsBefore(day: Date, months: number): Date {
  const date = new Date(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return date;
}
