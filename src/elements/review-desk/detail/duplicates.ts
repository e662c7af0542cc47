import { html, nothing, type TemplateResult } from 'lit';
import type { DeskSubmission } from '../../../domain/index.js';
import type { DeskAround } from '../around.js';
import { kindWord, localText, statusMark } from '../desk-words.js';
import type { ActController } from './act-controller.js';
import { emptyNote, type NoteDraft, noteField, noteOf } from './note-field.js';

interface MergeDraft {
  readonly into: string;
  readonly note: NoteDraft;
}

/** From here no step leads on, so there is nothing to merge. */
const SETTLED: ReadonlySet<string> = new Set(['closed', 'tombstone']);

/** Records and submissions that may be the same, and a way to make them one. */
export class Duplicates {
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  readonly #drafts = new Map<string, MergeDraft>();

  constructor(around: DeskAround, acts: ActController, reload: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
  }

  clear(): void {
    this.#drafts.clear();
  }

  render(submission: DeskSubmission, heading: TemplateResult, headingId: string): TemplateResult | typeof nothing {
    const { duplicates } = submission;
    if (duplicates.length === 0) return nothing;
    return html`<section class="duplicates" part="duplicates" aria-labelledby=${headingId}>
      ${heading}
      <p class="hint">${this.#around.l10n.t('desk.duplicates.hint')}</p>
      <ul class="items plain-items">
        ${duplicates.map((each) => this.#duplicate(each, submission))}
      </ul>
    </section>`;
  }

  #duplicate(duplicate: DeskSubmission['duplicates'][number], submission: DeskSubmission): TemplateResult {
    const { l10n, open } = this.#around;
    const { id, kind, title, status, likeness } = duplicate;
    const draft = this.#drafts.get(submission.reference);
    const isChosen = draft?.into === id;
    const percent = new Intl.NumberFormat(l10n.lang, { style: 'percent' }).format(likeness);
    const isSubmission = /^[DAE]\d{2}-/.test(id);
    return html`<li class="duplicate">
      <p>
        <strong>${localText(title, l10n)}</strong>
        <span class="muted"
          ><bdi>${id}</bdi> · ${kindWord(kind, l10n)} · ${statusMark(status, l10n)} ·
          ${l10n.t('desk.duplicate.likeness', { percent })}</span
        >
      </p>
      <p class="row-buttons">
        ${
          isSubmission
            ? html`<button
                type="button"
                class="plain"
                aria-label="${l10n.t('desk.duplicate.look')} ${id}"
                @click=${() => {
                  open(id);
                }}
              >
                ${l10n.t('desk.duplicate.look')}
              </button>`
            : nothing
        }
        ${
          SETTLED.has(submission.status)
            ? nothing
            : html`<button
                type="button"
                class="plain"
                aria-label="${l10n.t('desk.duplicate.merge')} ${id}"
                aria-expanded=${isChosen ? 'true' : 'false'}
                @click=${() => {
                  this.#choose(submission, isChosen ? undefined : id);
                }}
              >
                ${l10n.t('desk.duplicate.merge')}
              </button>`
        }
      </p>
      ${draft && isChosen ? this.#form(submission, draft) : nothing}
    </li>`;
  }

  #form(submission: DeskSubmission, draft: MergeDraft): TemplateResult {
    const { l10n, host } = this.#around;
    const { reference, version } = submission;
    const send = (event: Event): void => {
      event.preventDefault();
      const note = noteOf(draft.note);
      this.#acts.run({
        from: 'merge',
        run: async (desk, signal) =>
          desk.merge(reference, { into: draft.into, version, ...(note && { note }) }, { signal, lang: l10n.lang }),
        done: () => this.#drafts.delete(reference),
        onConflict: this.#reload,
      });
    };
    return html`<form class="step-form" novalidate @submit=${send}>
      <p class="public-warning">${l10n.t('desk.duplicate.confirm', { reference, id: draft.into })}</p>
      ${noteField({
        id: 'merge-note',
        label: l10n.t('desk.step.note.optional'),
        note: draft.note,
        l10n,
        change: (note) => {
          this.#drafts.set(reference, { ...draft, note });
          host.requestUpdate();
        },
      })}
      ${this.#acts.outcome('merge')}
      <div class="form-buttons">
        <button class="button primary" aria-disabled=${this.#acts.isBusy ? 'true' : 'false'}>
          ${l10n.t('desk.step.confirm', { step: l10n.t('desk.duplicate.merge') })}
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

  #choose({ reference, draft }: DeskSubmission, into: string | undefined): void {
    const { host, l10n } = this.#around;
    this.#acts.reset();
    const note = this.#drafts.get(reference)?.note ?? emptyNote(draft['lang'], l10n);
    this.#drafts.set(reference, { into: into ?? '', note });
    host.requestUpdate();
  }
}
