import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskSubmission } from '../../../domain/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import type { DeskAround } from '../around.js';
import { headingBelow } from '../desk-words.js';
import type { ActController } from '../detail/act-controller.js';
import { isObject, type Path, valueAt, withValueAt } from '../fields/desk-leaves.js';
import { fieldName, pathName, valueView } from '../fields/desk-value-view.js';
import { BLANKS, filled } from './blanks.js';
import { editStyles } from './desk-edit-styles.js';
import { type EditKey, editTexts } from './desk-edit-texts.js';
import { fieldInputs, type Inputs } from './field-inputs.js';
import { type Clash, mergeDrafts } from './merge-drafts.js';

/** What somebody is changing in one submission. */
interface Edit {
  /** The version that it is made on. */
  readonly version: number;
  readonly base: unknown;
  readonly draft: unknown;
  readonly clashes: readonly Clash[];
  /** Whether what another changed was put among it. */
  readonly isMerged: boolean;
  readonly why: string;
}

/** Where the public sees what is saved at once. */
const PUBLIC: ReadonlySet<string> = new Set(['publicNotice', 'published', 'negotiating', 'contracted']);

/** Fields that say what a draft is. */
const FIXED: ReadonlySet<string> = new Set(['kind']);

/** Changes the draft of a submission, field by field. What is typed stays until the platform has it. */
export class DeskEditPart implements ElementPart {
  readonly texts: PartTexts<EditKey> = editTexts;
  readonly styles: CSSResult = editStyles;
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  readonly #close: () => void;
  readonly #edits = new Map<string, Edit>();

  constructor(around: DeskAround, acts: ActController, reload: () => void, close: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
    this.#close = close;
  }

  /** Forgets all that was typed. */
  clear(): void {
    this.#edits.clear();
  }

  render(submission: DeskSubmission): TemplateResult {
    const { l10n, host, codes } = this.#around;
    const edit = this.#editOf(submission);
    const { draft } = edit;
    const context = { l10n, codes, kind: submission.kind };
    const inputs: Inputs = {
      context,
      draft,
      change: (path, value) => {
        this.#change(submission, { draft: withValueAt(draft, path, value) });
      },
      faults: this.#acts.faults('edit'),
    };
    const isChanged = !isEqual(edit.base, draft);
    return html`<section class="panel" part="editor" aria-labelledby="edit-title">
      ${headingBelow(host, 2, l10n.t('desk.edit.label'), 'edit-title')}
      ${PUBLIC.has(submission.status) ? html`<p class="public-warning">${l10n.t('desk.edit.public')}</p>` : nothing}
      <p class="hint">${l10n.t('desk.edit.kept')} ${l10n.t('desk.edit.empty')}</p>
      ${this.#news(edit)}
      <form
        class="edit-form"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          if (isChanged) this.#save(submission);
        }}
      >
        ${Object.keys(isObject(draft) ? draft : {})
          .filter((name) => !FIXED.has(name))
          .map(
            (name) =>
              html`<div
                class="edit-field"
                role=${isNested(valueAt(draft, [name])) ? 'group' : nothing}
                aria-labelledby=${isNested(valueAt(draft, [name])) ? `edit-group-${name}` : nothing}
              >
                ${
                  isNested(valueAt(draft, [name]))
                    ? html`<p class="edit-legend" id="edit-group-${name}">${fieldName([name], context)}</p>`
                    : nothing
                }
                ${fieldInputs([name], inputs)} ${this.#clashes(name, submission, edit)}
              </div>`,
          )}
        ${this.#adding(submission, edit)}
        <label class="field">
          <span>${l10n.t('desk.edit.why')}</span>
          <input
            maxlength="1000"
            .value=${live(edit.why)}
            @input=${(event: Event) => {
              this.#change(submission, { why: (event.currentTarget as HTMLInputElement).value });
            }}
          />
        </label>
        ${this.#acts.outcome('edit', (path) => pathName(path.split('.').slice(1), context))}
        ${isChanged ? nothing : html`<p class="hint" id="edit-unchanged">${l10n.t('desk.edit.unchanged')}</p>`}
        <div class="form-buttons">
          <button
            class="button primary"
            part="save-button"
            aria-disabled=${isChanged && !this.#acts.isBusy ? 'false' : 'true'}
            aria-describedby=${isChanged ? nothing : 'edit-unchanged'}
          >
            ${l10n.t('desk.edit.save')}
          </button>
          <button
            type="button"
            class="button"
            @click=${() => {
              if (this.#acts.isBusy) return;
              this.#edits.delete(submission.reference);
              this.#close();
            }}
          >
            ${l10n.t('desk.edit.discard')}
          </button>
        </div>
      </form>
    </section>`;
  }

  #news({ clashes, isMerged }: Edit): TemplateResult | typeof nothing {
    const { l10n } = this.#around;
    if (!isMerged) return nothing;
    const words =
      clashes.length > 0 ? l10n.t('desk.edit.clashes', { count: clashes.length }) : l10n.t('desk.edit.merged');
    return html`<div class="banner" role="alert"><p>${words}</p></div>`;
  }

  /** What another wrote where I wrote something else. */
  #clashes(name: string, submission: DeskSubmission, edit: Edit): unknown {
    const { l10n, codes } = this.#around;
    const context = { l10n, codes, kind: submission.kind };
    const settle = (clash: Clash, takesTheirs: boolean): void => {
      this.#change(submission, {
        clashes: edit.clashes.filter((each) => each !== clash),
        ...(takesTheirs && { draft: withValueAt(edit.draft, clash.path, clash.theirs) }),
      });
    };
    return edit.clashes
      .filter(({ path }) => path[0] === name)
      .map(
        (clash) =>
          html`<div class="clash">
            <p>
              <strong>${pathName(clash.path, context)}</strong>
              ${
                clash.theirs === undefined
                  ? l10n.t('desk.edit.theirs.none')
                  : html`${l10n.t('desk.edit.theirs')}
                    ${valueView(clash.theirs, clash.path, context, parentOf(submission, clash.path))}`
              }
            </p>
            <p class="row-buttons">
              <button
                type="button"
                class="button"
                @click=${() => {
                  settle(clash, true);
                }}
              >
                ${l10n.t('desk.edit.takeTheirs')}
              </button>
              <button
                type="button"
                class="button"
                @click=${() => {
                  settle(clash, false);
                }}
              >
                ${l10n.t('desk.edit.keepMine')}
              </button>
            </p>
          </div>`,
      );
  }

  #adding(submission: DeskSubmission, { draft }: Edit): TemplateResult | typeof nothing {
    const { l10n, codes } = this.#around;
    const context = { l10n, codes, kind: submission.kind };
    const blanks = BLANKS[submission.kind] ?? {};
    const missing = Object.keys(blanks).filter((name) => valueAt(draft, [name]) === undefined);
    if (missing.length === 0) return nothing;
    return html`<label class="field">
      <span>${l10n.t('desk.edit.addField')}</span>
      <select
        @change=${(event: Event) => {
          const select = event.currentTarget as HTMLSelectElement;
          const name = select.value;
          select.value = '';
          if (name in blanks) this.#change(submission, { draft: withValueAt(draft, [name], blanks[name]) });
        }}
      >
        <option value="" selected>${l10n.t('desk.edit.addField.pick')}</option>
        ${missing.map((name) => html`<option value=${name}>${fieldName([name], context)}</option>`)}
      </select>
    </label>`;
  }

  #save(submission: DeskSubmission): void {
    const { l10n } = this.#around;
    const { draft, version, why } = this.#editOf(submission);
    const { reference } = submission;
    const note = why.trim();
    this.#acts.run({
      from: 'edit',
      run: async (desk, signal) =>
        desk.edit(
          reference,
          { draft: (filled(draft) ?? {}) as Record<string, unknown>, version, ...(note && { note }) },
          { signal, lang: l10n.lang },
        ),
      done: () => {
        this.#edits.delete(reference);
        this.#close();
      },
      onConflict: this.#reload,
    });
  }

  #change(submission: DeskSubmission, changes: Partial<Edit>): void {
    this.#edits.set(submission.reference, { ...this.#editOf(submission), ...changes });
    this.#around.host.requestUpdate();
  }

  /** What is being changed; on top of what another has changed in the meantime. */
  #editOf({ reference, version, draft }: DeskSubmission): Edit {
    const edit = this.#edits.get(reference);
    if (!edit) return { version, base: draft, draft, clashes: [], isMerged: false, why: '' };
    if (edit.version === version) return edit;
    const merged = mergeDrafts(edit.base, edit.draft, draft);
    const next = {
      ...edit,
      ...merged,
      version,
      base: draft,
      isMerged: edit.isMerged || !isEqual(edit.base, draft),
    };
    this.#edits.set(reference, next);
    return next;
  }
}

function parentOf({ draft }: DeskSubmission, path: Path): unknown {
  return valueAt(draft, path.slice(0, -1));
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(filled(one)) === JSON.stringify(filled(other));
}
