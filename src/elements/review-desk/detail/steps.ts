import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MIN_NOTICE_DAYS } from '../../../domain/workflow.js';
import type { DeskStep, DeskSubmission, TransitionRequest } from '../../../domain/index.js';
import type { DeskAround } from '../around.js';
import type { L10n } from '../desk-words.js';
import type { ActController } from './act-controller.js';
import { dayIn, type Day } from './day.js';
import type { DetailKey } from './desk-detail-texts.js';
import { emptyNote, type NoteDraft, noteField, noteOf } from './note-field.js';
import type { ReturnReason } from './return-reasons.js';

/** Statuses that the public sees, or is about to. */
const PUBLIC: ReadonlySet<string> = new Set(['publicNotice', 'published', 'negotiating', 'contracted', 'tombstone']);

/** Statuses that do not lead on. */
const BACK: ReadonlySet<string> = new Set(['returned', 'closed', 'tombstone']);

/** What was filled in for the next step of one submission. */
interface StepDraft {
  readonly to?: string;
  readonly note: NoteDraft;
  readonly reason: string;
  readonly noticeEnd: Day;
  readonly relatedParty: boolean;
  /** Whether it was tried to send it, so that what is missing is said. */
  readonly isTried: boolean;
}

/** The next step of a submission: which ones there are, and what has to be said with one. */
export class Steps {
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  /** By reference: what is typed stays when the operator looks at another submission, or has to sign in again. */
  readonly #drafts = new Map<string, StepDraft>();
  /** Fetched when something is first returned. */
  #reasons?: readonly ReturnReason[];

  constructor(around: DeskAround, acts: ActController, reload: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
  }

  /** Forgets all that was typed. */
  clear(): void {
    this.#drafts.clear();
  }

  render(submission: DeskSubmission, headingId: string, heading: TemplateResult): TemplateResult {
    const { l10n } = this.#around;
    const { steps } = submission;
    const draft = this.#draftOf(submission);
    const chosen = steps.find(({ to, blocked }) => to === draft.to && blocked === undefined);
    return html`<section class="steps" part="steps" aria-labelledby=${headingId}>
      ${heading}
      ${
        steps.length === 0
          ? html`<p class="muted">${l10n.t('desk.steps.none')}</p>`
          : html`<div class="step-buttons">${steps.map((step) => this.#button(step, submission, chosen))}</div>`
      }
      ${steps.map(({ to, blocked }) =>
        blocked === undefined
          ? nothing
          : html`<p class="blocked" id="blocked-${to}">
              ${l10n.t('desk.step.blocked', { step: stepWord(to, submission, l10n), reason: blocked })}
            </p>`,
      )}
      ${chosen ? this.#form(chosen, submission, draft) : this.#acts.outcome('step')}
    </section>`;
  }

  #button(step: DeskStep, submission: DeskSubmission, chosen: DeskStep | undefined): TemplateResult {
    const { to, blocked } = step;
    const isBlocked = blocked !== undefined;
    // While none is chosen, the first that leads on stands out
    const isForward = !chosen && submission.steps.find((each) => !BACK.has(each.to)) === step;
    return html`<button
      type="button"
      class="button ${isForward && !isBlocked ? 'primary' : ''}"
      part="step-button"
      data-to=${to}
      aria-disabled=${isBlocked ? 'true' : 'false'}
      aria-describedby=${isBlocked ? `blocked-${to}` : nothing}
      aria-expanded=${isBlocked ? nothing : to === chosen?.to ? 'true' : 'false'}
      @click=${() => {
        if (!isBlocked) this.#choose(submission, to === chosen?.to ? undefined : to);
      }}
    >
      ${stepWord(to, submission, this.#around.l10n)}
    </button>`;
  }

  #form(step: DeskStep, submission: DeskSubmission, draft: StepDraft): TemplateResult {
    const { l10n } = this.#around;
    const { to, needs } = step;
    const word = stepWord(to, submission, l10n);
    const missing = draft.isTried ? missingIn(draft, needs, l10n) : {};
    const isRunning = this.#acts.isRunning('step');
    return html`<form
      class="step-form"
      part="step-form"
      aria-label=${word}
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#send(step, submission);
      }}
    >
      ${isPublic(submission, to) ? html`<p class="public-warning">${publicWarning(to, l10n)}</p>` : nothing}
      ${needs.includes('closeReason') ? this.#reasonField(submission, draft, missing['closeReason']) : nothing}
      ${needs.includes('noticeEnd') ? this.#noticeFields(submission, draft, missing['noticeEnd']) : nothing}
      ${to === 'returned' ? this.#templates(submission, draft) : nothing}
      ${noteField({
        id: 'step-note',
        label: l10n.t(needs.includes('note') ? 'desk.step.note' : 'desk.step.note.optional'),
        note: draft.note,
        l10n,
        problem: missing['note'],
        change: (note) => {
          this.#change(submission, { note });
        },
      })}
      ${this.#acts.outcome('step')}
      <div class="form-buttons">
        <button class="button primary" part="step-confirm" aria-disabled=${isRunning ? 'true' : 'false'}>
          ${l10n.t('desk.step.confirm', { step: word })}
        </button>
        <button
          type="button"
          class="button"
          @click=${() => {
            this.#choose(submission, undefined);
          }}
        >
          ${l10n.t('desk.step.cancel')}
        </button>
      </div>
    </form>`;
  }

  #reasonField(submission: DeskSubmission, draft: StepDraft, problem: string | undefined): TemplateResult {
    const { l10n, codes } = this.#around;
    codes.need(['close-reason']);
    return html`<label class="field">
        <span>${l10n.t('desk.step.reason')}</span>
        <select
          id="step-reason"
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby=${problem ? 'step-reason-problem' : nothing}
          @change=${(event: Event) => {
            this.#change(submission, { reason: (event.currentTarget as HTMLSelectElement).value });
          }}
        >
          <option value="" .selected=${draft.reason === ''}>${l10n.t('desk.step.reason.pick')}</option>
          ${codes
            .entries('close-reason')
            // What only the submitter and a merge bring about
            .filter(({ code }) => code !== 'withdrawn' && code !== 'merged')
            .map(({ code, label }) => html`<option value=${code} .selected=${draft.reason === code}>${label}</option>`)}
        </select>
      </label>
      ${problem ? html`<p class="problem" id="step-reason-problem">${problem}</p>` : nothing}`;
  }

  #noticeFields(submission: DeskSubmission, draft: StepDraft, problem: string | undefined): TemplateResult {
    const { l10n } = this.#around;
    const earliest = dayIn(MIN_NOTICE_DAYS - 1);
    return html`<label class="field">
        <span>${l10n.t('desk.step.noticeEnd')}</span>
        <input
          type="date"
          id="step-notice-end"
          min=${earliest}
          .value=${live(draft.noticeEnd)}
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby=${problem ? 'step-notice-problem' : 'step-notice-hint'}
          @change=${(event: Event) => {
            this.#change(submission, { noticeEnd: (event.currentTarget as HTMLInputElement).value });
          }}
        />
      </label>
      ${
        problem
          ? html`<p class="problem" id="step-notice-problem">${problem}</p>`
          : html`<p class="hint" id="step-notice-hint">
              ${l10n.t('desk.step.noticeEnd.hint', { days: MIN_NOTICE_DAYS, date: l10n.date(earliest) })}
            </p>`
      }
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(draft.relatedParty)}
          @change=${(event: Event) => {
            this.#change(submission, { relatedParty: (event.currentTarget as HTMLInputElement).checked });
          }}
        />
        <span>${l10n.t('desk.step.related')}</span>
      </label>`;
  }

  /** Without the common reasons a return is written by hand. */
  #templates(submission: DeskSubmission, draft: StepDraft): TemplateResult | typeof nothing {
    const { l10n, host } = this.#around;
    if (!this.#reasons) {
      import('./return-reasons.js').then(
        ({ RETURN_REASONS }) => {
          this.#reasons = RETURN_REASONS;
          host.requestUpdate();
        },
        () => undefined,
      );
      return nothing;
    }
    const lang = l10n.textLang === 'zh-CN' ? 'zh-CN' : 'en';
    const reasons = this.#reasons.filter(({ kinds }) => kinds.some((kind) => kind === submission.kind));
    return html`<label class="field">
      <span>${l10n.t('desk.step.template')}</span>
      <select
        id="step-template"
        @change=${(event: Event) => {
          const select = event.currentTarget as HTMLSelectElement;
          const reason = reasons[Number(select.value)];
          select.value = '';
          if (!reason) return;
          const texts = Object.fromEntries(
            draft.note.languages.map((each) => [each, joinLines(draft.note.texts[each], reason.text[each])]),
          );
          this.#change(submission, { note: { ...draft.note, texts: { ...draft.note.texts, ...texts } } });
        }}
      >
        <option value="" selected>${l10n.t('desk.step.template.pick')}</option>
        ${reasons.map(({ label }, index) => html`<option value=${index}>${label[lang]}</option>`)}
      </select>
    </label>`;
  }

  #send(step: DeskStep, submission: DeskSubmission): void {
    const draft = this.#draftOf(submission);
    const { l10n, host } = this.#around;
    const [first] = Object.keys(missingIn(draft, step.needs, l10n));
    this.#change(submission, { isTried: true });
    if (first !== undefined) {
      const ids: Readonly<Record<string, string>> = {
        note: 'step-note',
        closeReason: 'step-reason',
        noticeEnd: 'step-notice-end',
      };
      void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(`#${ids[first] ?? ''}`)?.focus());
      return;
    }
    const { reference } = submission;
    this.#acts.run({
      from: 'step',
      run: async (desk, signal) =>
        desk.transition(reference, requestOf(step, draft, submission), { signal, lang: l10n.lang }),
      done: () => this.#drafts.delete(reference),
      onConflict: this.#reload,
    });
  }

  #choose(submission: DeskSubmission, to: string | undefined): void {
    if (this.#acts.isBusy) return;
    this.#acts.reset();
    const { to: _before, ...draft } = this.#draftOf(submission);
    this.#drafts.set(submission.reference, { ...draft, ...(to !== undefined && { to }), isTried: false });
    this.#around.host.requestUpdate();
  }

  #change(submission: DeskSubmission, changes: Partial<StepDraft>): void {
    this.#drafts.set(submission.reference, { ...this.#draftOf(submission), ...changes });
    this.#around.host.requestUpdate();
  }

  #draftOf({ reference, draft }: DeskSubmission): StepDraft {
    return (
      this.#drafts.get(reference) ?? {
        note: emptyNote(draft['lang'], this.#around.l10n),
        reason: '',
        noticeEnd: dayIn(MIN_NOTICE_DAYS),
        relatedParty: false,
        isTried: false,
      }
    );
  }
}

/** What a step is called on its button, which depends on where it leads from. */
export function stepWord(to: string, { kind, status }: Pick<DeskSubmission, 'kind' | 'status'>, l10n: L10n): string {
  const named =
    to === 'firstReview' && status === 'closed'
      ? 'reopen'
      : to === 'published' && (status === 'negotiating' || status === 'closed')
        ? 'republished'
        : to === 'negotiating' && kind === 'enquiry'
          ? 'answer'
          : to;
  return l10n.t(`desk.step.${named}` as DetailKey) || to;
}

function isPublic({ kind, status }: DeskSubmission, to: string): boolean {
  return kind !== 'enquiry' && (PUBLIC.has(to) || PUBLIC.has(status));
}

function publicWarning(to: string, l10n: L10n): string {
  return l10n.t(`desk.step.public.${to}` as DetailKey) || l10n.t('desk.step.public');
}

/** What has to be said and is not, by need. */
function missingIn(draft: StepDraft, needs: readonly string[], l10n: L10n): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {};
  if (needs.includes('closeReason') && draft.reason === '') missing['closeReason'] = l10n.t('desk.step.reason.missing');
  const earliest = dayIn(MIN_NOTICE_DAYS - 1);
  if (needs.includes('noticeEnd') && draft.noticeEnd < earliest)
    missing['noticeEnd'] = l10n.t('desk.step.noticeEnd.early', { days: MIN_NOTICE_DAYS, date: l10n.date(earliest) });
  if (needs.includes('note') && !noteOf(draft.note)) missing['note'] = l10n.t('desk.step.note.missing');
  return missing;
}

function requestOf({ to, needs }: DeskStep, draft: StepDraft, { version }: DeskSubmission): TransitionRequest {
  const note = noteOf(draft.note);
  return {
    to,
    version,
    ...(note && { note }),
    ...(needs.includes('closeReason') && { reason: draft.reason }),
    ...(needs.includes('noticeEnd') && { notice: { end: draft.noticeEnd, relatedParty: draft.relatedParty } }),
  };
}

function joinLines(before: string | undefined, next: string): string {
  return before?.trim() ? `${before.trimEnd()}\n${next}` : next;
}
