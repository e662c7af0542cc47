import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProblemField } from '../../domain/problem.js';
import type { SubmissionKind, SubmissionReceipt, SubmissionSettings } from '../../domain/submission.js';
import { createIdempotencyKey, HttpError } from '../../sdk/index.js';
import { mayPass, pauseAfter } from './backoff.js';
import { DraftKeeper, type ElsewhereChange, isoTime, type KeptDraft } from './draft-keeper.js';
import type { DraftStore, Kept, KeptElsewhere, KeptId } from './draft-store.js';
import { SettingsLoader } from './settings-loader.js';
import type { SubmissionBody, SubmissionClient } from './submission-client.js';

export type { ElsewhereChange, KeptDraft } from './draft-keeper.js';
export type { SubmissionBody, SubmissionClient } from './submission-client.js';

/**
 * Where a submission stands. `waiting`: it is kept and sent again by itself, at `nextTryAt` or as soon as the network is
 * back, `error` says why it could not be sent. `failed`: it was refused, `error` says why; nothing typed is lost.
 */
export type SubmissionPhase = 'editing' | 'sending' | 'waiting' | 'sent' | 'failed';

export interface SubmissionOptions {
  kind(): SubmissionKind;
  client(): SubmissionClient | undefined;
  /** Names this form's draft: platform, kind, record enquired about, form id. Another key is another form. */
  draftKey(): string;
  /** Whether anything may be kept beyond this page. */
  keepsDrafts(): boolean;
  /** Language of what a person is asked to consent to; by default the client's. */
  lang?(): string;
  /**
   * The submission that this one answers, where its return asks for that. The draft key has to tell its reference, and
   * nothing may tell its secret.
   */
  answers?(): AnsweredSubmission | undefined;
  /** Called when an earlier visit's draft was found. */
  onRestored(kept: KeptDraft): void;
  /** Called when the platform has it. */
  onReceipt(receipt: SubmissionReceipt): void;
  /** Called with the faults that the platform found; paths are those of the body. */
  onProblems(errors: readonly ProblemField[]): void;
}

/** What the platform has returned, and its submitter sends again. */
export interface AnsweredSubmission {
  readonly reference: string;
  readonly key: string;
  /** Shows where it stands; empty where that is not known. */
  readonly statusUrl: string;
}

/** A submission on its way. It is kept before it is first sent, so that after a reload the same is sent again. */
interface Sending {
  readonly kind: SubmissionKind;
  readonly body: SubmissionBody;
  /** Reference of the submission that it answers. Its secret is never kept: the page has to name it again. */
  readonly answers?: string | undefined;
  /** Not sent by itself: taken back by the user, or refused. Its key stays in use, for it may have arrived unanswered. */
  readonly isHeld?: boolean;
  /** What was sent under the same key before it was changed. */
  readonly earlier?: SubmissionBody;
}

const SEND_TIMEOUT_MS = 30_000;

const RESOURCES = { demand: 'demands', achievement: 'achievements', enquiry: 'enquiries' } as const;

/**
 * Gets what a form holds to the platform, once, whatever happens on the way: keeps it as it is typed, sends it under one
 * idempotency key, sends it again after a failure that may pass, and goes on after a reload.
 */
export class SubmissionController implements ReactiveController {
  /** Why it is `waiting` or has `failed`. */
  error?: unknown;
  /** When it is sent again, ISO 8601, while it is `waiting`. */
  nextTryAt?: string | undefined;
  /** What the platform answered, once it is `sent`. Holds a secret: never to be stored. */
  receipt?: SubmissionReceipt | undefined;
  /**
   * Whether the receipt is for what was sent before the user took it back and changed it, because its answer had been
   * lost. The changes are still in the form, and in its draft.
   */
  isEarlierVersion = false;
  /** False until an earlier draft was looked for; what is typed before gives way to it. */
  isReady = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: SubmissionOptions;
  readonly #drafts: DraftKeeper;
  readonly #settings: SettingsLoader;
  #phase: SubmissionPhase = 'editing';
  #isConnected = false;
  #key?: string | undefined;
  #settingsFor?: string | undefined;
  #idempotencyKey = '';
  #sending?: Sending | undefined;
  #attempts = 0;
  #running?: AbortController | undefined;
  #tryTimer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, options: SubmissionOptions) {
    this.#host = host;
    this.#options = options;
    const onChange = (): void => host.requestUpdate();
    this.#drafts = new DraftKeeper({
      keepsDrafts: () => options.keepsDrafts(),
      onChange,
      onElsewhere: (change) => this.#onElsewhere(change),
    });
    this.#settings = new SettingsLoader(
      () => ({ client: options.client(), kind: options.kind(), lang: options.lang?.() }),
      onChange,
    );
    host.addController(this);
  }

  get phase(): SubmissionPhase {
    return this.#phase;
  }

  /** What the form has to know before it can be sent. */
  get settings(): SubmissionSettings | undefined {
    return this.#settings.settings;
  }

  /** Why there are no settings. */
  get settingsError(): unknown {
    return this.#settings.error;
  }

  /** When what is in the form was last kept beyond this page, ISO 8601; absent while it is not. */
  get savedAt(): string | undefined {
    return this.#drafts.savedAt;
  }

  /** Set when the same form was changed, cleared or sent in another page meanwhile, until it is typed in again here. */
  get elsewhere(): ElsewhereChange | undefined {
    return this.#drafts.elsewhere;
  }

  /** Whether what is kept outlives this page: not where the author or the browser does not allow it. */
  get isDurable(): boolean {
    return this.#options.keepsDrafts() && this.#drafts.store.isDurable;
  }

  /** Whether it answers a return. */
  get isAnswer(): boolean {
    return this.#options.answers?.() !== undefined;
  }

  get isOffline(): boolean {
    return !navigator.onLine;
  }

  /** Where drafts and files are kept. */
  get store(): DraftStore {
    return this.#drafts.store;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#drafts.connect();
    window.addEventListener('online', this.#onNetwork);
    window.addEventListener('offline', this.#onNetwork);
    window.addEventListener('beforeunload', this.#onLeaving);
    if (this.#phase === 'sending') void this.#attempt();
    else if (this.#phase === 'waiting') this.#wait(Date.parse(this.nextTryAt ?? '') - Date.now() || 0);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#drafts.disconnect();
    window.removeEventListener('online', this.#onNetwork);
    window.removeEventListener('offline', this.#onNetwork);
    window.removeEventListener('beforeunload', this.#onLeaving);
    this.#stop();
    this.#settings.stop();
    if (!this.settings) this.#settingsFor = undefined;
  }

  hostUpdate(): void {
    if (!this.#isConnected || !this.#options.client()) return;
    const key = this.#options.draftKey();
    if (key !== this.#key) void this.#begin(key);
    const settingsFor = [this.#options.kind(), this.#options.lang?.(), key].join();
    if (settingsFor === this.#settingsFor) return;
    this.#settingsFor = settingsFor;
    this.#settings.reset();
    this.loadSettings();
  }

  /** Asks for the settings, as after they could not be had. */
  loadSettings(): void {
    this.#settings.load().catch(() => undefined); // told by `settingsError`
  }

  /** Keeps what the form holds: to be called as it is typed. `values` must be structured-clonable. */
  keep(values: unknown): void {
    this.#drafts.keep(values);
    this.#settings.warmUp();
  }

  /** Removes what is kept of this form, but not what is on its way. */
  async forget(): Promise<void> {
    this.#drafts.discard();
    this.#host.requestUpdate();
    await this.#removeAll('removed');
  }

  /** Reads what is kept again, for a form that was changed in another page to take that over. */
  async restore(): Promise<void> {
    this.#takeDraft(await this.#drafts.all());
    this.#host.requestUpdate();
  }

  /**
   * Sends what the form holds. Does nothing while an earlier call is under way. Never rejects: how it ends is told by
   * `phase` and by the options' callbacks.
   * @param body makes what is sent, but for `challenge`, which is added once it is solved
   */
  async send(body: (challenge?: string) => SubmissionBody): Promise<void> {
    if (this.#phase !== 'editing' && this.#phase !== 'failed') return;
    const { body: before, earlier = before } = this.#sending ?? {};
    this.#idempotencyKey ||= createIdempotencyKey();
    const answers = this.#options.answers?.()?.reference;
    this.#sending = {
      kind: this.#options.kind(),
      body: body(),
      ...(earlier && { earlier }),
      ...(answers !== undefined && { answers }),
    };
    this.#attempts = 0;
    this.#setPhase('sending');
    this.#drafts.flush();
    await this.#keepSending();
    await this.#attempt();
  }

  /** Sends at once what waits, or was refused. */
  retry(): void {
    if (this.#phase !== 'waiting' && this.#phase !== 'failed') return;
    if (this.#phase === 'failed') this.#hold(false);
    clearTimeout(this.#tryTimer);
    void this.#attempt();
  }

  /** Takes back what is not sent yet; what was typed stays. */
  cancel(): void {
    if (this.#phase !== 'sending' && this.#phase !== 'waiting') return;
    this.#stop();
    this.#hold();
    this.#setPhase('editing');
  }

  /** Readies the form for the next submission, after a receipt. */
  startOver(): void {
    this.#clear();
    this.#setPhase('editing');
    this.loadSettings();
    void this.#drafts.all().then((kept) => this.#resume(kept));
  }

  /** Takes up the form named `key`, where an earlier visit left it. */
  async #begin(key: string): Promise<void> {
    if (this.#key !== undefined) this.#clear();
    this.#key = key;
    this.isReady = false;
    const kept = await this.#drafts.open(key);
    if (this.#key !== key) return;
    this.isReady = true;
    this.#takeDraft(kept);
    this.#resume(kept);
    this.#drafts.flush();
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.#stop();
    this.#phase = 'editing';
    this.#sending = undefined;
    this.#idempotencyKey = '';
    this.receipt = undefined;
    this.isEarlierVersion = false;
  }

  #takeDraft(kept: readonly Kept[]): void {
    const draft = this.#drafts.take(kept);
    if (draft) this.#options.onRestored(draft);
  }

  /** Goes on with the oldest submission that is on its way. */
  #resume(kept: readonly Kept[]): void {
    if (this.#sending) return;
    const all = kept.filter(({ id }) => id[1] === 'sending') as Kept<Sending>[];
    const next = all.find(({ value }) => !value.isHeld) ?? all[0];
    if (!next) return;
    this.#sending = next.value;
    this.#idempotencyKey = next.id[2];
    this.#attempts = 0;
    if (!next.value.isHeld) void this.#attempt();
  }

  async #attempt(): Promise<void> {
    const sending = this.#sending;
    if (!sending || this.#running || !this.#isConnected) return;
    const running = new AbortController();
    this.#running = running;
    this.#setPhase('sending');
    try {
      const receipt = await this.#post(sending, running.signal);
      if (this.#running === running) this.#onSent(receipt);
    } catch (error) {
      if (this.#running !== running) return;
      this.#running = undefined;
      this.#attempts += 1;
      this.error = error;
      if (mayPass(error) && !hasProblem(error, 'step-unknown')) this.#wait(pauseAfter(this.#attempts, error));
      else this.#onRefused(error);
    }
  }

  async #post(sending: Sending, signal: AbortSignal): Promise<SubmissionReceipt> {
    try {
      return await this.#postBody(sending, sending.body, signal);
    } catch (error) {
      if (hasProblem(error, 'challenge')) {
        // Spent by an attempt that got no answer, or too old by the platform's clock
        this.#settings.spend();
        return this.#postBody(sending, sending.body, signal);
      }
      if (!sending.earlier || !(hasProblem(error, 'idempotency-key-reused') || hasProblem(error, 'step-unknown')))
        throw error;
      // What was sent before had arrived: the same once more brings its receipt
      const receipt = await this.#postBody(sending, sending.earlier, signal);
      this.isEarlierVersion = true;
      return receipt;
    }
  }

  async #postBody({ kind, answers }: Sending, body: SubmissionBody, signal: AbortSignal): Promise<SubmissionReceipt> {
    const answered = this.#options.answers?.();
    // The secret of an answer says who sends it
    const challenge = answered ? undefined : await this.#settings.token(signal);
    const client = this.#options.client();
    if (!client || answers !== answered?.reference) throw new Error('yuniao: there is nobody to send this to');
    const options = {
      idempotencyKey: this.#idempotencyKey,
      signal,
      timeoutMs: SEND_TIMEOUT_MS,
      retries: 0, // this class tries again, for everybody to see
    };
    if (answered) {
      const { reference, key, statusUrl } = answered;
      const { status, updatedAt } = await client.submissions.resubmit(reference, key, body, options);
      return { reference, status, statusUrl, receivedAt: updatedAt };
    }
    return client[RESOURCES[kind]].submit(
      // The kind says which of the bodies it is
      { ...(body as never as object), ...(challenge !== undefined && { challenge }) } as never,
      options,
    );
  }

  #onSent(receipt: SubmissionReceipt): void {
    this.#running = undefined;
    this.receipt = receipt;
    this.#settings.spend();
    this.#setPhase('sent');
    this.#options.onReceipt(receipt);
    // Changes that were not sent, or that another page has made, are nobody's to remove
    if (this.isEarlierVersion || this.elsewhere?.change === 'changed')
      void this.#drafts.store.remove(this.#sendingId, 'sent');
    else {
      this.#drafts.discard();
      void this.#removeAll('sent');
    }
  }

  #onRefused(error: unknown): void {
    this.#hold();
    this.#setPhase('failed');
    const errors = HttpError.isInstance(error) ? error.problem?.errors : undefined;
    if (errors?.length) this.#options.onProblems(errors);
  }

  #wait(ms: number): void {
    this.nextTryAt = isoTime(Date.now() + ms);
    clearTimeout(this.#tryTimer);
    this.#tryTimer = setTimeout(() => this.retry(), ms);
    this.#setPhase('waiting');
  }

  /** Gives up the attempt that is under way, and the next one. */
  #stop(): void {
    clearTimeout(this.#tryTimer);
    const running = this.#running;
    this.#running = undefined;
    running?.abort();
  }

  #hold(isHeld = true): void {
    if (this.#sending) this.#sending = { ...this.#sending, isHeld };
    void this.#keepSending();
  }

  get #sendingId(): KeptId {
    return [this.#key ?? '', 'sending', this.#idempotencyKey];
  }

  async #keepSending(): Promise<void> {
    if (this.#options.keepsDrafts()) await this.#drafts.store.put(this.#sendingId, this.#sending);
  }

  async #removeAll(change: 'removed' | 'sent'): Promise<void> {
    const kept = await this.#drafts.all();
    const own = kept.filter(
      ({ id, value }) => id[1] !== 'sending' || id[2] === this.#idempotencyKey || (value as Sending).isHeld,
    );
    await Promise.all(own.map(async ({ id }) => this.#drafts.store.remove(id, change)));
  }

  #onElsewhere({ id: [, part, name], change }: KeptElsewhere): void {
    // Sent from there: the same once more brings the receipt here too
    if (part === 'sending' && name === this.#idempotencyKey && change === 'sent' && this.#phase === 'waiting')
      this.retry();
    this.#host.requestUpdate();
  }

  readonly #onNetwork = (): void => {
    if (!this.isOffline) {
      if (this.#phase === 'waiting') this.retry();
      if (this.settingsError !== undefined) this.loadSettings();
    }
    this.#host.requestUpdate();
  };

  /** Asks before the page is left where that would lose what is on its way. */
  readonly #onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.isDurable || (this.#phase !== 'sending' && this.#phase !== 'waiting')) return;
    event.preventDefault();
    event.returnValue = 'unsent'; // what Chromium before 119 goes by
  };

  #setPhase(phase: SubmissionPhase): void {
    this.#phase = phase;
    if (phase !== 'waiting') this.nextTryAt = undefined;
    if (phase !== 'waiting' && phase !== 'failed') this.error = undefined;
    this.#host.requestUpdate();
  }
}

/** Whether the platform refused with a problem whose type names `code`, or with a fault of that code or at that place. */
function hasProblem(error: unknown, code: string): boolean {
  if (!HttpError.isInstance(error) || error.status >= 500) return false;
  const { type = '', errors = [] } = error.problem ?? {};
  return type.includes(code) || errors.some((each) => each.code === code || each.path === code);
}
