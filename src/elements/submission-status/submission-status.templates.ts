import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../domain/language.js';
import type { SubmissionState, SubmissionStep } from '../../domain/submission.js';
import { HttpError } from '../../sdk/index.js';
import { alertIcon, retryIcon } from '../../ui/icons.js';
import { type Localizer, type PartTexts, wordless } from '../../ui/localize-controller.js';
import type { RequestState } from '../../ui/request-controller.js';
import { bones, errorBanner, errorView } from '../../ui/state-view.js';
import type { ManagePart } from './manage/manage-part.js';
import type { SubmissionStatusKey } from './messages.js';
import type { OutcomeKey } from './outcomes/outcome-texts.js';
import type { ResubmitPart } from './outcomes/resubmit-part.js';

export interface SubmissionStatusView {
  readonly l10n: Localizer<SubmissionStatusKey>;
  readonly heading: string | undefined;
  readonly headingLevel: number;
  readonly state: RequestState;
  readonly error: unknown;
  readonly submission: SubmissionState | undefined;
  /** Whether a person may name another submission than the page does. */
  readonly canAsk: boolean;
  /** Whether nobody has named a submission yet. */
  readonly isAsking: boolean;
  /** What was typed does not name a submission. */
  readonly isAskFaulty: boolean;
  readonly resubmit: ResubmitPart | undefined;
  readonly manage: ManagePart | undefined;
  readonly isManageMissing: boolean;
  ask(event: SubmitEvent): void;
  askAnew(): void;
  retry(): void;
  openManage(event: Event): void;
}

/** The whole element. */
export function submissionStatusTemplate(view: SubmissionStatusView): TemplateResult {
  const { l10n, isAsking } = view;
  return html`<section class="base ${wordless(l10n)}" part="base" aria-label=${l10n.t('status.heading')}>
    ${isAsking ? askView(view) : answerView(view)}
  </section>`;
}

function answerView(view: SubmissionStatusView): unknown {
  const { state, error, submission, l10n, retry } = view;
  if (submission)
    return [state === 'error' ? errorBanner(error, undefined, l10n, retry) : nothing, submissionView(submission, view)];
  if (state !== 'error') return waitingView(view);
  const status = HttpError.isInstance(error) ? error.status : 0;
  if (status === 404) return [refusal('missing', view), askAgain(view)];
  if (status === 410) return [refusal('gone', view), askAgain(view)];
  return errorView(error, l10n, retry);
}

/** Where nobody has said yet which submission is meant. */
function askView({ l10n, heading, headingLevel, isAskFaulty, ask }: SubmissionStatusView): TemplateResult {
  return html`<slot name="ask"
    ><form class="ask" part="ask-form" novalidate @submit=${ask}>
      ${headingView(heading ?? l10n.t('status.heading'), headingLevel)}
      <p>${l10n.t('status.ask')}</p>
      <label for="link">${l10n.t('status.ask.link')}</label>
      ${secretInput('link', isAskFaulty)}
      <label for="key">${l10n.t('status.ask.key')} <small>${l10n.t('status.ask.keyHelp')}</small></label>
      ${secretInput('key', false)}
      <p class="fault" id="fault" role="alert">${isAskFaulty ? l10n.t('status.ask.fault') : nothing}</p>
      <button type="submit" class="button primary" part="ask-button">${l10n.t('status.ask.submit')}</button>
    </form></slot
  >`;
}

/** What is typed here is nobody's to remember. */
function secretInput(id: string, isFaulty: boolean): TemplateResult {
  return html`<input
    id=${id}
    class="input"
    part="input"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    maxlength="2000"
    aria-invalid=${isFaulty}
    aria-describedby="fault"
  />`;
}

function waitingView({ state, l10n }: SubmissionStatusView): TemplateResult {
  return html`<div class="waiting ${state}" part="loading-view" role="status">
    <span class="visually-hidden">${state === 'stalled' ? l10n.t('state.loading') : nothing}</span>
    ${bones(5)}
  </div>`;
}

const outcomeTexts = async (): Promise<PartTexts<OutcomeKey>> =>
  (await import('./outcomes/outcome-texts.js')).outcomeTexts;

function refusal(kind: 'missing' | 'gone', { l10n }: SubmissionStatusView): TemplateResult {
  l10n.load(outcomeTexts);
  return html`<div class="notice" part="error-view" role="alert">
    ${alertIcon}
    <p class="notice-title">${l10n.t(`status.${kind}.title`)}</p>
    <p>${l10n.t(`status.${kind}.advice`)}</p>
  </div>`;
}

function askAgain({ canAsk, askAnew, l10n }: SubmissionStatusView): unknown {
  return canAsk
    ? html`<p class="again">
        <button type="button" class="button" part="again-button" @click=${askAnew}>
          ${l10n.t('status.ask.other')}
        </button>
      </p>`
    : nothing;
}

function submissionView(submission: SubmissionState, view: SubmissionStatusView): TemplateResult {
  const { l10n, headingLevel, state, retry, manage } = view;
  const { reference, kind, status, title, receivedAt, updatedAt, steps, notice, recordUrl } = submission;
  const shownTitle = pickText(title, l10n.lang);
  const kindWords = l10n.t(`status.kind.${kind}` as SubmissionStatusKey);
  return html`<article aria-busy=${state === 'refreshing'}>
    <p class="eyebrow" part="eyebrow">${kindWords}</p>
    ${headingView(shownTitle?.text ?? reference, headingLevel, shownTitle?.lang)}
    <p class="standing" part="standing" data-status=${status}>
      <strong part="status">${statusWords(submission, status, l10n)}</strong>
      <span>${l10n.t(`status.${status}.means` as SubmissionStatusKey)}</span>
    </p>
    ${submission.actions.includes('resubmit') ? view.resubmit?.view(submission) : nothing}
    ${
      notice && status === 'publicNotice'
        ? html`<p class="note" part="notice">
            ${l10n.t('status.notice', { start: l10n.date(notice.start), end: l10n.date(notice.end) })}
          </p>`
        : nothing
    }
    ${
      recordUrl !== undefined && /^https?:\/\//i.test(recordUrl)
        ? html`<p>
            <a part="record-link" href=${recordUrl} rel="noreferrer" referrerpolicy="no-referrer"
              >${l10n.t('status.record')}</a
            >
          </p>`
        : nothing
    }
    <dl class="facts" part="facts">
      ${fact(l10n.t('status.reference'), html`<span class="reference">${reference}</span>`)}
      ${fact(l10n.t('status.received'), timeView(receivedAt, l10n))}
      ${fact(l10n.t('status.updated'), timeView(updatedAt, l10n))}
    </dl>
    <p class="buttons">
      <button type="button" class="button" part="refresh-button" @click=${retry}>
        ${retryIcon}${l10n.t('status.refresh')}
      </button>
      ${
        view.canAsk
          ? html`<button type="button" class="plain" part="again-button" @click=${view.askAnew}>
              ${l10n.t('status.ask.other')}
            </button>`
          : nothing
      }
    </p>
    ${headingView(l10n.t('status.steps'), headingLevel + 1)}
    <ol class="steps" part="steps">
      ${steps.map((step, index) => stepView(step, index === steps.length - 1, submission, l10n))}
    </ol>
    <details class="manage" part="manage" @toggle=${view.openManage}>
      <summary>${l10n.t('status.manage')}</summary>
      ${
        manage?.view(submission, headingLevel + 1) ??
        html`<p role="status">${l10n.t(view.isManageMissing ? 'state.failed' : 'state.loading')}</p>`
      }
    </details>
  </article>`;
}

function stepView(
  { status, at, note, reason }: SubmissionStep,
  isLast: boolean,
  submission: SubmissionState,
  l10n: Localizer<SubmissionStatusKey>,
): TemplateResult {
  const words = pickText(note, l10n.lang);
  if (reason !== undefined) l10n.load(outcomeTexts);
  return html`<li class="step" part="step" aria-current=${isLast ? 'step' : nothing}>
    <p class="step-line"><strong>${statusWords(submission, status, l10n)}</strong> ${timeView(at, l10n)}</p>
    ${
      reason === undefined
        ? nothing
        : html`<p>
            ${l10n.t('status.reason', { reason: l10n.t(`reason.${reason}` as SubmissionStatusKey) || reason })}
          </p>`
    }
    ${words ? html`<p class="step-note" lang=${words.lang}>${words.text}</p>` : nothing}
  </li>`;
}

/** A status that a newer platform knows has the word that it sends along, or its code. */
function statusWords(submission: SubmissionState, status: string, l10n: Localizer<SubmissionStatusKey>): string {
  const known = l10n.t(`status.${status}` as SubmissionStatusKey);
  return known || (status === submission.status && submission.statusLabel) || status;
}

function timeView(at: string, l10n: Localizer<SubmissionStatusKey>): TemplateResult {
  return html`<time datetime=${at}>${l10n.time(at)}</time>`;
}

function fact(term: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A heading that fits into the page's own. */
export function headingView(text: string, level: number, lang?: string): TemplateResult {
  return html`<div class="heading" part="heading" role="heading" aria-level=${level} lang=${lang ?? nothing}>
    ${text}
  </div>`;
}
