/** More clients than this at one time are not told apart any longer: the oldest are forgotten. */
const MAX_CLIENTS = 10_000;
const DAY_MS = 24 * 3_600_000;

/**
 * When a client first asked what a form needs, in the memory of this process. A form that was open for longer than a
 * challenge lasts gets a new one just before it is sent: that says nothing about how fast it was filled in.
 */
export class FirstSeen {
  readonly #times = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Notes that `client` asked. */
  note(client: string | undefined): void {
    if (client === undefined || this.ageMs(client) !== undefined) return;
    this.#times.set(client, this.#now());
    const [oldest] = this.#times.keys();
    if (this.#times.size > MAX_CLIENTS && oldest !== undefined) this.#times.delete(oldest);
  }

  /** How long ago `client` asked first; `undefined` where that is not known, or longer ago than a day. */
  ageMs(client: string | undefined): number | undefined {
    const at = client === undefined ? undefined : this.#times.get(client);
    if (client === undefined || at === undefined) return undefined;
    const age = this.#now() - at;
    if (age <= DAY_MS) return age;
    this.#times.delete(client);
    return undefined;
  }
}
