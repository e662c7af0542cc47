import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskSubmission, Objection } from '../../../domain/index.js';
import type { DeskAround } from '../around.js';
import { headingBelow, localText } from '../desk-words.js';
import type { ActController } from './act-controller.js';
import { emptyNote, type NoteDraft, noteField, noteOf } from './note-field.js';

interface SettlementDraft {
  readonly isOpen: boolean;
  readonly upheld?: boolean;
  readonly note: NoteDraft;
  readonly isTried: boolean;
}

/** The public notice of a submission: its days, what was objected, and how that was settled. */
export class Objections {
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  /** By the objection's id. */
  readonly #drafts = new Map<string, SettlementDraft>();

  constructor(around: DeskAround, acts: ActController, reload: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
  }

  clear(): void {
    this.#drafts.clear();
  }

  render(submission: DeskSubmission, heading: TemplateResult, headingId: string): TemplateResult | typeof nothing {
    const { notice, objections } = submission;
    const { l10n, host } = this.#around;
    if (!notice && objections.length === 0) return nothing;
    return html`<section class="objections" part="objections" aria-labelledby=${headingId}>
      ${heading}
      ${
        notice
          ? html`<p>${l10n.t('desk.notice.period', { start: l10n.date(notice.start), end: l10n.date(notice.end) })}</p>`
          : nothing
      }
      ${headingBelow(host, 3, l10n.t('desk.objections'))}
      ${
        objections.length === 0
          ? html`<p class="muted">${l10n.t('desk.objections.none')}</p>`
          : html`<ul class="items plain-items">
              ${objections.map((each) => this.#objection(each, submission))}
            </ul>`
      }
    </section>`;
  }

  #objection(objection: Objection, submission: DeskSubmission): TemplateResult {
    const { l10n } = this.#around;
    const { id, at, text, from, settled } = objection;
    const draft = this.#draftOf(id, submission);
    return html`<li class="objection">
      <p class="muted">${l10n.t('desk.objection.at', { time: l10n.time(at) })}</p>
      <p class="text"><bdi>${text}</bdi></p>
      ${
        from
          ? html`<p class="muted">
              <bdi>${from.person}</bdi> ${from.organisation ? localText(from.organisation.name, l10n) : nothing}
              <bdi>${from.phone ?? ''}</bdi> <bdi>${from.email ?? ''}</bdi>
            </p>`
          : nothing
      }
      ${
        settled
          ? html`<p>
                <strong>${l10n.t(settled.upheld ? 'desk.objection.upheld' : 'desk.objection.dismissed')}</strong>
                <span class="muted"
                  >${l10n.t('desk.objection.settled', { time: l10n.time(settled.at), by: settled.by })}</span
                >
              </p>
              <p class="note">${localText(settled.note, l10n)}</p>`
          : html`<button
                type="button"
                class="button"
                aria-expanded=${draft.isOpen ? 'true' : 'false'}
                @click=${() => {
                  this.#acts.reset();
                  this.#change(id, submission, { isOpen: !draft.isOpen });
                }}
              >
                ${l10n.t('desk.objection.settle')}
              </button>
              ${draft.isOpen ? this.#form(objection, submission, draft) : nothing}`
      }
    </li>`;
  }

  #form({ id }: Objection, submission: DeskSubmission, draft: SettlementDraft): TemplateResult {
    const { l10n } = this.#around;
    const { reference, version } = submission;
    const { upheld } = draft;
    const note = noteOf(draft.note);
    const from = `settle-${id}`;
    const send = (event: Event): void => {
      event.preventDefault();
      this.#change(id, submission, { isTried: true });
      if (upheld === undefined || !note) return;
      this.#acts.run({
        from,
        run: async (desk, signal) =>
          desk.settleObjection(reference, id, { upheld, note, version }, { signal, lang: l10n.lang }),
        done: () => this.#drafts.delete(id),
        onConflict: this.#reload,
      });
    };
    const verdictMissing = draft.isTried && upheld === undefined;
    return html`<form class="step-form" novalidate @submit=${send}>
      <fieldset aria-describedby=${verdictMissing ? `verdict-problem-${id}` : nothing}>
        <legend>${l10n.t('desk.objection.verdict')}</legend>
        ${([true, false] as const).map(
          (each) =>
            html`<label class="check">
              <input
                type="radio"
                name="verdict-${id}"
                .checked=${live(upheld === each)}
                @change=${() => {
                  this.#change(id, submission, { upheld: each });
                }}
              />
              <span>${l10n.t(each ? 'desk.objection.upheld' : 'desk.objection.dismissed')}</span>
            </label>`,
        )}
      </fieldset>
      ${
        verdictMissing
          ? html`<p class="problem" id="verdict-problem-${id}">${l10n.t('desk.objection.verdict.missing')}</p>`
          : nothing
      }
      ${noteField({
        id: `settle-note-${id}`,
        label: l10n.t('desk.objection.note'),
        note: draft.note,
        l10n,
        problem: draft.isTried && !note ? l10n.t('desk.objection.note.missing') : undefined,
        change: (changed) => {
          this.#change(id, submission, { note: changed });
        },
      })}
      ${this.#acts.outcome(from)}
      <div class="form-buttons">
        <button class="button primary" aria-disabled=${this.#acts.isBusy ? 'true' : 'false'}>
          ${l10n.t('desk.step.confirm', { step: l10n.t('desk.objection.settle') })}
        </button>
      </div>
    </form>`;
  }

  #change(id: string, submission: DeskSubmission, changes: Partial<SettlementDraft>): void {
    this.#drafts.set(id, { ...this.#draftOf(id, submission), ...changes });
    this.#around.host.requestUpdate();
  }

  #draftOf(id: string, { draft }: DeskSubmission): SettlementDraft {
    return this.#drafts.get(id) ?? { isOpen: false, note: emptyNote(draft['lang'], this.#around.l10n), isTried: false };
  }
}
