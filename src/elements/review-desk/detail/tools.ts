import { html, nothing, type TemplateResult } from 'lit';
import type { DeskSubmission } from '../../../domain/index.js';
import { LazyPart } from '../../../ui/lazy-part.js';
import type { DeskAround } from '../around.js';
import type { DeskComparePart } from '../compare/desk-compare-part.js';
import type { DeskEditPart } from '../edit/desk-edit-part.js';
import type { DeskPrivacyPart } from '../privacy/desk-privacy-part.js';
import type { ActController } from './act-controller.js';

type Panel = 'compare' | 'edit' | 'privacy';

/** From here on nothing is edited any more. */
const SETTLED: ReadonlySet<string> = new Set(['tombstone']);

/** What may be done with a submission besides its next step; each is fetched when it is first used. */
export class Tools {
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  readonly #compare: LazyPart<DeskComparePart>;
  readonly #edit: LazyPart<DeskEditPart>;
  readonly #privacy: LazyPart<DeskPrivacyPart>;
  #panel?: Panel;

  constructor(around: DeskAround, acts: ActController, reload: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
    const { host, l10n } = around;
    const close = (): void => {
      this.close();
    };
    this.#compare = new LazyPart<DeskComparePart>(
      host,
      l10n,
      async () => new (await import('../compare/desk-compare-part.js')).DeskComparePart(around),
    );
    this.#edit = new LazyPart<DeskEditPart>(
      host,
      l10n,
      async () => new (await import('../edit/desk-edit-part.js')).DeskEditPart(around, acts, reload, close),
    );
    this.#privacy = new LazyPart<DeskPrivacyPart>(
      host,
      l10n,
      async () => new (await import('../privacy/desk-privacy-part.js')).DeskPrivacyPart(around, acts, reload),
    );
  }

  close(): void {
    this.#panel = undefined;
    this.#around.host.requestUpdate();
  }

  clear(): void {
    this.#edit.part?.clear();
    this.#privacy.part?.clear();
  }

  render(submission: DeskSubmission): TemplateResult {
    const { l10n, session } = this.#around;
    return html`<div class="tools" part="tools">
        ${this.#assignment(submission)}
        ${submission.revisions.length > 0 ? this.#panelButton('compare', l10n.t('desk.compare')) : nothing}
        ${SETTLED.has(submission.status) ? nothing : this.#panelButton('edit', l10n.t('desk.edit'))}
        ${session.may('privacy') ? this.#panelButton('privacy', l10n.t('desk.privacy')) : nothing}
        <button
          type="button"
          class="button"
          part="print-button"
          @click=${() => {
            window.print();
          }}
        >
          ${l10n.t('desk.detail.print')}
        </button>
        ${this.#acts.outcome('assign')}
      </div>
      ${this.#shownPanel(submission)}`;
  }

  #assignment({ reference, version, assignee }: DeskSubmission): TemplateResult {
    const { l10n, session } = this.#around;
    const me = session.me?.label;
    const isMine = assignee !== undefined && assignee === me;
    const assign = (): void => {
      this.#acts.run({
        from: 'assign',
        run: async (desk, signal) =>
          desk.assign(
            reference,
            { version, ...(!isMine && me !== undefined && { assignee: me }) },
            { signal, lang: l10n.lang },
          ),
        onConflict: this.#reload,
      });
    };
    return html`<button
      type="button"
      class="button"
      part="assign-button"
      aria-disabled=${this.#acts.isBusy ? 'true' : 'false'}
      @click=${assign}
    >
      ${l10n.t(isMine ? 'desk.detail.release' : 'desk.detail.takeOver')}
    </button>`;
  }

  #panelButton(panel: Panel, words: string): TemplateResult {
    const isOpen = this.#panel === panel;
    return html`<button
      type="button"
      class="button"
      part="${panel}-button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => {
        this.#toggle(panel);
      }}
    >
      ${words}
    </button>`;
  }

  #toggle(panel: Panel): void {
    if (this.#acts.isBusy) return;
    this.#acts.reset();
    this.#panel = this.#panel === panel ? undefined : panel;
    this.#around.host.requestUpdate();
    void this.#lazyPart(panel).load();
  }

  #lazyPart(panel: Panel): LazyPart<DeskComparePart | DeskEditPart | DeskPrivacyPart> {
    return { compare: this.#compare, edit: this.#edit, privacy: this.#privacy }[panel] as LazyPart<DeskComparePart>;
  }

  #shownPanel(submission: DeskSubmission): TemplateResult | typeof nothing {
    if (this.#panel === undefined) return nothing;
    const { part } = this.#lazyPart(this.#panel);
    return part ? part.render(submission) : html`<p role="status">${this.#around.l10n.t('state.loading')}</p>`;
  }
}
