import { html, nothing, type TemplateResult } from 'lit';
import type { DeskSubmission } from '../../../domain/index.js';
import { type DeskResource, HttpError } from '../../../sdk/index.js';
import { errorWords } from '../../../ui/error-words.js';
import { alertIcon } from '../../../ui/icons.js';
import { RequestController } from '../../../ui/request-controller.js';
import type { DeskAround } from '../around.js';

/** What an act needs, and what is done once it is through. */
export interface Act {
  /** Names the form or button that it comes from: what went wrong is said there. */
  readonly from: string;
  run(desk: DeskResource, signal: AbortSignal): Promise<DeskSubmission>;
  /** Forgets what was typed for it: not before the platform has it. */
  done?(submission: DeskSubmission): void;
  /** Another has changed the submission in the meantime. */
  onConflict(): void;
}

/** One change of a submission at a time; what is typed for it stays until it is through. */
export class ActController {
  readonly #around: DeskAround;
  readonly #request: RequestController<DeskSubmission>;
  #act?: Act;

  constructor(around: DeskAround) {
    this.#around = around;
    this.#request = new RequestController<DeskSubmission>(around.host, {
      isEmpty: () => false,
      onAnswer: (submission) => {
        this.#act?.done?.(submission);
        around.changed(submission);
      },
      onFailure: (error) => {
        if (HttpError.isInstance(error) && error.status === 409) this.#act?.onConflict();
        around.failed(error);
      },
    });
  }

  get isBusy(): boolean {
    return this.#request.isPending;
  }

  /** Whether `from` is what runs. */
  isRunning(from: string): boolean {
    return this.isBusy && this.#act?.from === from;
  }

  run(act: Act): void {
    const { desk } = this.#around.session;
    if (!desk || this.isBusy) return;
    this.#act = act;
    this.#request.value = undefined;
    this.#request.run(async (signal) => act.run(desk, signal));
  }

  /** Forgets the last act, so that nothing is said of it any more. */
  reset(): void {
    this.#request.reset();
    this.#act = undefined;
  }

  /** What the platform did not accept in the last act of `from`, by the path in its body. */
  faults(from: string): ReadonlyMap<string, string> {
    const error = this.#act?.from === from && this.#request.state === 'error' ? this.#request.error : undefined;
    const errors = HttpError.isInstance(error) && error.status === 422 ? (error.problem?.errors ?? []) : [];
    return new Map(errors.map(({ path, message }) => [path, message]));
  }

  /**
   * What became of the last act of `from`, for a reader who waits for it.
   * @param nameOf what the place of a fault is called
   */
  outcome(from: string, nameOf?: (path: string) => string): TemplateResult {
    const { l10n } = this.#around;
    const isMine = this.#act?.from === from;
    const state = isMine ? this.#request.state : 'idle';
    return html`<div role="status" class="outcome">${isMine && this.isBusy ? l10n.t('desk.detail.busy') : nothing}</div>
      ${state === 'error' ? this.#failure(this.#request.error, nameOf) : nothing}`;
  }

  #failure(error: unknown, nameOf?: (path: string) => string): TemplateResult {
    const status = HttpError.isInstance(error) ? error.status : 0;
    return html`<div class="banner" role="alert">
      ${alertIcon}
      <div class="words">${this.#words(error, status, nameOf)}</div>
    </div>`;
  }

  #words(error: unknown, status: number, nameOf?: (path: string) => string): unknown {
    const { l10n } = this.#around;
    if (status === 409) return l10n.t('desk.detail.conflict');
    if (status === 403) return l10n.t('desk.detail.forbidden');
    const problem = HttpError.isInstance(error) ? error.problem : undefined;
    if (status === 422 && problem)
      return html`${l10n.t('desk.detail.refused')}
        <ul class="items">
          ${(problem.errors ?? [{ path: '', message: problem.detail ?? problem.title }]).map(
            ({ path, message }) =>
              html`<li>${nameOf && path ? `${nameOf(path)}: ` : nothing}<bdi>${message}</bdi></li>`,
          )}
        </ul>`;
    const { title, advice } = errorWords(error, l10n);
    return html`<strong>${title}</strong> ${advice} ${l10n.t('desk.detail.failed')}`;
  }
}
