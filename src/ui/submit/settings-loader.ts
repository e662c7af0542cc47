import type { SubmissionKind, SubmissionSettings } from '../../domain/submission.js';
import { isAbortError, NetworkError } from '../../sdk/index.js';
import type { Challenge } from './challenge.js';
import type { SubmissionClient } from './submission-client.js';

/** Where the settings come from, and for what. */
export interface SettingsSource {
  readonly client: SubmissionClient | undefined;
  readonly kind: SubmissionKind;
  readonly lang: string | undefined;
}

/** Fetches what a form has to know before it can be sent, and solves the challenge in it. */
export class SettingsLoader {
  settings?: SubmissionSettings | undefined;
  /** Why there are none. */
  error?: unknown;

  readonly #source: () => SettingsSource;
  readonly #onChange: () => void;
  #loading?: Promise<SubmissionSettings> | undefined;
  #solution?: { readonly challenge: Challenge; readonly token: Promise<string> } | undefined;
  #life = new AbortController();
  /** Whether the challenge of `settings`, or that it has none, is of no use any more. */
  #isSpent = false;

  constructor(source: () => SettingsSource, onChange: () => void) {
    this.#source = source;
    this.#onChange = onChange;
  }

  /** Gives up what is under way, and forgets what was found. */
  reset(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#loading = undefined;
    this.#solution = undefined;
    this.settings = undefined;
    this.error = undefined;
  }

  /** Gives up what is under way. */
  stop(): void {
    const { settings } = this;
    this.reset();
    this.settings = settings;
  }

  /** The settings of now. @throws what the client throws */
  async load(): Promise<SubmissionSettings> {
    return (this.#loading ??= this.#fetch());
  }

  /** Begins to solve the challenge, so that it is done by the time that the form is filled in. */
  warmUp(): void {
    const challenge = this.settings?.challenge;
    if (challenge && !this.#solution && !this.#isSpent) this.#solve(challenge).catch(() => undefined);
  }

  /** Makes the next token one of a new challenge, after the platform has taken or refused the last. */
  spend(): void {
    this.#solution = undefined;
    this.#isSpent = true;
  }

  /**
   * The solved challenge, where the platform asks for one; of the settings of now, should others be asked for meanwhile.
   * @param signal of whoever needs it
   * @throws what the client throws
   */
  async token(signal: AbortSignal): Promise<string | undefined> {
    const life = this.#life.signal;
    try {
      return await this.#tokenOfNow();
    } catch (error) {
      if (!life.aborted || signal.aborted) throw error;
      return this.token(signal);
    }
  }

  async #tokenOfNow(): Promise<string | undefined> {
    let settings = this.settings;
    const { challenge } = settings ?? {};
    if (!settings || this.#isSpent || (challenge && (await solver()).isExpired(challenge)))
      settings = await this.load();
    return settings.challenge && this.#solve(settings.challenge);
  }

  async #fetch(): Promise<SubmissionSettings> {
    const { client, kind, lang } = this.#source();
    const { signal } = this.#life;
    try {
      if (!client) throw new Error('yuniao: there is no platform to ask');
      const settings = await client.submissions.settings(kind, { signal, ...(lang !== undefined && { lang }) });
      if (signal.aborted) throw new DOMException('The settings are not wanted any more.', 'AbortError');
      this.settings = settings;
      this.error = undefined;
      this.#isSpent = false;
      return settings;
    } catch (error) {
      if (!isAbortError(error)) this.error = error;
      throw error;
    } finally {
      if (!signal.aborted) {
        this.#loading = undefined;
        this.#onChange();
      }
    }
  }

  async #solve(challenge: Challenge): Promise<string> {
    if (this.#solution?.challenge !== challenge) this.#solution = { challenge, token: this.#begin(challenge) };
    return this.#solution.token;
  }

  async #begin(challenge: Challenge): Promise<string> {
    const { signal } = this.#life;
    try {
      return await (await solver()).solveChallenge(challenge, signal);
    } catch (error) {
      if (this.#solution?.challenge === challenge) this.#solution = undefined; // the next need tries again
      throw error;
    }
  }
}

/** The code that solves, of which pages without a site key have no need. @throws {NetworkError} */
async function solver(): Promise<typeof import('./challenge.js')> {
  try {
    return await import('./challenge.js');
  } catch (cause) {
    throw new NetworkError({ offline: false, cause });
  }
}
