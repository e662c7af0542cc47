import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskRow, DeskSubmission } from '../../domain/index.js';
import type { Client } from '../../sdk/index.js';
import { BaseElement } from '../../ui/base-element.js';
import { ClientController } from '../../ui/client-context.js';
import { loadErrorTexts } from '../../ui/error-words.js';
import { hostStyles } from '../../ui/host-styles.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { LocalizeController, wordless } from '../../ui/localize-controller.js';
import { ProblemView } from '../../ui/problem-view.js';
import { RefreshTimer } from '../../ui/refresh/refresh-timer.js';
import { stateStyles } from '../../ui/state-styles.js';
import { tokens } from '../../ui/tokens.js';
import type { DeskAround } from './around.js';
import type { DeskBulkPart } from './bulk/desk-bulk-part.js';
import { CodeWords } from './code-words.js';
import type { DeskDetailPart } from './detail/desk-detail-part.js';
import { messages, type ReviewDeskFirstKey, type ReviewDeskKey, type ReviewDeskMessages } from './messages.js';
import { QueueController } from './queue-controller.js';
import { queueTemplate } from './queue.templates.js';
import type { ReviewDeskEventMap } from './review-desk.events.js';
import { styles } from './review-desk.styles.js';
import { SessionController } from './session-controller.js';
import { signInTemplate } from './sign-in.templates.js';

/**
 * The desk of the office (审核工作台) that deals with what people submit: demands, achievements and enquiries wait in a
 * queue, are read with their private part, returned, put up for public notice, published or closed. It is for signed-in
 * operators, each with a token of the platform.
 *
 * @summary Desk where an office reviews, returns and publishes what people submit.
 * @customElement yn-review-desk
 * @status experimental
 * @since 0.1.0
 * @fires {CustomEvent<DeskSignInDetail>} yn-sign-in - An operator has signed in: `{label, scopes}`. Does not bubble.
 * @fires {CustomEvent<undefined>} yn-sign-out - The operator has left. Does not bubble.
 * @fires {CustomEvent<DeskChangeDetail>} yn-submission-changed - A submission was changed at this desk: `{reference, status}`. Does not bubble.
 * @fires {CustomEvent<DeskErrorDetail>} yn-error - A request failed: `{error}`. Does not bubble.
 * @csspart base - Wrapper of everything.
 * @csspart heading - The heading of everything.
 * @csspart sign-in - The form that asks for a token.
 * @csspart token-input - Its field.
 * @csspart sign-in-button - Its button.
 * @csspart sign-out-button - Leaves the desk.
 * @csspart queue - The queue with its filters.
 * @csspart filters - What to see of the queue.
 * @csspart status-filter - One status to see.
 * @csspart fresh-button - Shows what has come since.
 * @csspart refresh-button - Lists anew.
 * @csspart more-button - Lists more.
 * @csspart rows - The table of the queue.
 * @csspart row - One submission in it.
 * @csspart status - A status, as a shape and a word.
 * @csspart bulk-button - Opens upload and export.
 * @csspart bulk - Upload and export.
 * @csspart detail - One submission.
 * @csspart detail-title - Its heading.
 * @csspart back-button - Goes back to the queue.
 * @csspart tools - Buttons besides the next step.
 * @csspart assign-button - Takes a submission over, or gives it back.
 * @csspart compare-button - Opens the comparison of versions.
 * @csspart edit-button - Opens the editor.
 * @csspart privacy-button - Opens the export and erasure of personal data.
 * @csspart print-button - Prints one submission.
 * @csspart steps - The next steps.
 * @csspart step-button - One of them.
 * @csspart step-form - What has to be said with a step.
 * @csspart step-confirm - Takes the step.
 * @csspart public - What the public reads.
 * @csspart private - Who submitted it, and what they consented to.
 * @csspart objections - The public notice and objections.
 * @csspart duplicates - What may be the same.
 * @csspart history - Who did what, when and why.
 * @csspart compare - Versions side by side.
 * @csspart editor - The editor of the draft.
 * @csspart save-button - Saves it.
 * @csspart privacy - Export and erasure of personal data.
 * @csspart export-data-button - Exports it.
 * @csspart erase-button - Erases it.
 * @csspart empty-view - Message when the queue has nothing to show.
 * @csspart error-view - Message when nothing could be loaded.
 * @csspart error-banner - Message above an older list when a newer one could not be loaded.
 * @csspart retry-button - Tries again.
 * @csspart config-view - Message to the page's author when no platform is named.
 * @cssprop [--yn-color-accent=#0b7a5c] - Buttons, links, focus ring. Darker than 4.5:1 on the surface.
 * @cssprop [--yn-color-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yn-color-text=#1a2421] - Text.
 * @cssprop [--yn-color-muted=#54635d] - Secondary text.
 * @cssprop [--yn-color-line=#dbe3df] - Lines between things.
 * @cssprop [--yn-color-edge=#7c8a84] - Edges of controls.
 * @cssprop [--yn-color-surface=#fff] - Background of controls and panels.
 * @cssprop [--yn-color-tint=#f1f6f4] - Background of what is chosen or what the pointer is on.
 * @cssprop [--yn-color-danger=#b3261e] - Errors and what cannot be undone.
 * @cssprop [--yn-radius=6px] - Corners.
 * @cssprop [--yn-space=8px] - Unit of all distances.
 * @cssprop [--yn-font-family=system-ui] - Typeface; `inherit` takes the page's.
 * @cssprop [--yn-review-desk-height=100vh] - Most height of the queue beside a submission, where it scrolls by itself.
 * @cssState idle - Nobody is signed in.
 * @cssState loading - The queue is awaited.
 * @cssState stalled - The queue takes long.
 * @cssState refreshing - A newer queue is awaited, the older one shows.
 * @cssState ready - The queue shows.
 * @cssState empty - The queue has nothing to show.
 * @cssState error - The queue could not be loaded.
 * @example
 * <yn-review-desk api="https://platform.example.org"></yn-review-desk>
 */
export class YnReviewDesk extends BaseElement<ReviewDeskEventMap> {
  static override readonly styles: CSSResultGroup = [tokens, hostStyles, stateStyles, styles];

  /** Address of the platform. Not needed inside a `<yn-provider>`, which comes first. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. Goes with `api`. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`; comes before `<yn-provider>` and `api`. */
  @property({ attribute: false }) client?: Client;
  /** Own words for some texts; see `yuniao/locales/zh-cn.js` for all keys. */
  @property({ attribute: false }) messages?: ReviewDeskMessages;

  /** The operator's token, from a page that has a login of its own. Never an attribute: it would stand in the page. */
  @property({ attribute: false }) token?: string;
  /**
   * Keeps a token that was typed for as long as the tab is open (`sessionStorage`), so that a reload does not ask again.
   * Unset: in memory alone.
   */
  @property({ type: Boolean }) remember = false;
  /** Heading of everything. Unset: 审核工作台. */
  @property() heading?: string;
  /** Level of the heading, 1 to 6, to fit the page's own; what is inside comes below it. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Seconds between looks for new submissions, at least 5; 0 for none. What is being read stays where it is. */
  @property({ type: Number, attribute: 'refresh-seconds' }) refreshSeconds = 60;
  /** `light` or `dark`, for pages that do not state their `color-scheme`. Unset: as the page. */
  @property({ reflect: true }) appearance?: 'light' | 'dark';

  @state() private selected?: string;
  @state() private isBulkOpen = false;

  readonly #clients: ClientController = new ClientController(this);
  readonly #l10n: LocalizeController<ReviewDeskKey, ReviewDeskFirstKey> = new LocalizeController(this, messages);
  readonly #problem: ProblemView = new ProblemView(this, this.#l10n);
  readonly #session: SessionController = new SessionController(this, {
    client: () => this.#clients.client,
    token: () => this.token,
    remembers: () => this.remember,
    onSignedIn: ({ label, scopes }) => {
      loadErrorTexts(this.#l10n);
      this.#moveFocus(this.selected === undefined ? '.heading-0' : '#detail-title');
      this.#detail.part?.resume();
      this.dispatchEvent(new CustomEvent('yn-sign-in', { detail: { label, scopes } }));
    },
    onSignedOut: () => {
      this.selected = undefined;
      this.#detail.part?.forget();
      this.#bulk.part?.clear();
      this.#queue.clearFilters();
      this.isBulkOpen = false;
      this.#moveFocus('.sign-in input');
      this.dispatchEvent(new CustomEvent('yn-sign-out'));
    },
  });
  readonly #queue: QueueController = new QueueController(this, {
    desk: () => this.#session.desk,
    me: () => this.#session.me?.label,
    lang: () => this.#l10n.lang,
    onFailure: (error) => {
      this.#failed(error);
    },
  });
  readonly #around: DeskAround = {
    host: this,
    l10n: this.#l10n,
    session: this.#session,
    codes: new CodeWords(
      this,
      () => this.#clients.client,
      () => this.#l10n.textLang,
    ),
    client: () => this.#clients.client,
    open: (reference) => {
      this.#open(reference);
    },
    leave: () => {
      this.#leave();
    },
    seen: (submission) => {
      this.#queue.update(submission);
    },
    changed: (submission) => {
      this.#changed(submission);
    },
    arrived: () => {
      this.#queue.look();
    },
    query: () => this.#queue.query,
    failed: (error) => {
      this.#failed(error);
    },
  };
  readonly #detail: LazyPart<DeskDetailPart> = new LazyPart<DeskDetailPart>(
    this,
    this.#l10n,
    async () => new (await import('./detail/desk-detail-part.js')).DeskDetailPart(this.#around),
  );
  readonly #bulk: LazyPart<DeskBulkPart> = new LazyPart<DeskBulkPart>(
    this,
    this.#l10n,
    async () => new (await import('./bulk/desk-bulk-part.js')).DeskBulkPart(this.#around),
  );
  /** Where the focus goes once it is drawn. */
  #focusNext?: string;

  constructor() {
    super();
    this.addController(
      new RefreshTimer({
        seconds: () => (this.#session.me ? this.refreshSeconds : 0),
        refresh: () => {
          this.#queue.look();
        },
      }),
    );
  }

  /** Looks for new submissions now. */
  refresh(): void {
    this.#queue.look();
  }

  /** Leaves the desk; everything that was typed is forgotten. */
  signOut(): void {
    this.#session.signOut();
  }

  protected override updated(): void {
    this.showState(this.#session.me ? this.#queue.state : 'idle');
    if (this.#focusNext === undefined) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    // Beside a submission the list is narrower: what was chosen must not be lost from sight
    if (target.id === 'detail-title')
      this.renderRoot.querySelector('.row.selected')?.scrollIntoView({ block: 'nearest' });
    target.focus();
  }

  protected override render(): TemplateResult {
    const l10n = this.#l10n;
    const { problem } = this.#clients;
    if (problem) return this.#problem.template(problem, this.api);
    const title = html`<div
      class="heading-0"
      part="heading"
      role="heading"
      aria-level=${this.headingLevel}
      tabindex="-1"
    >
      ${this.heading ?? l10n.t('desk.title')}
    </div>`;
    const { me } = this.#session;
    if (!me)
      return html`<div class="base ${wordless(l10n)}" part="base">
        ${signInTemplate({ l10n, session: this.#session, title })}
      </div>`;
    const isOpen = this.selected !== undefined;
    return html`<div class="base ${wordless(l10n)}" part="base">
      <div class="top">
        ${title}
        <span class="who-am-i">${l10n.t('desk.signedInAs', { label: me.label })}</span>
        <button
          type="button"
          class="button"
          part="bulk-button"
          aria-expanded=${this.isBulkOpen ? 'true' : 'false'}
          @click=${this.#onBulk}
        >
          ${l10n.t('desk.bulk')}
        </button>
        <button type="button" class="button" part="sign-out-button" @click=${this.#onSignOut}>
          ${l10n.t('desk.signOut')}
        </button>
      </div>
      ${this.isBulkOpen ? (this.#bulk.part?.render() ?? html`<p role="status">${l10n.t('state.loading')}</p>`) : nothing}
      <div class="desk ${isOpen ? 'split' : ''}">
        ${queueTemplate({ l10n, queue: this.#queue, selected: this.selected, open: this.#onOpen })}
        ${isOpen ? (this.#detail.part?.render(this.#row) ?? html`<p role="status">${l10n.t('state.loading')}</p>`) : nothing}
      </div>
    </div>`;
  }

  /** The open submission as the queue has it. */
  get #row(): DeskRow | undefined {
    return this.#queue.rows.find(({ reference }) => reference === this.selected);
  }

  #open(reference: string): void {
    this.selected = reference;
    this.#focusNext = '#detail-title';
    void this.#detail.load().then((part) => {
      if (this.selected === reference) part?.open(reference);
    });
  }

  #leave(): void {
    const { selected } = this;
    this.selected = undefined;
    this.#detail.part?.close();
    if (selected !== undefined) this.#focusNext = `.open[data-reference="${CSS.escape(selected)}"]`;
  }

  #changed(submission: DeskSubmission): void {
    this.#detail.part?.take(submission);
    this.#queue.update(submission);
    void this.#keepFocus();
    const { reference, status } = submission;
    this.dispatchEvent(new CustomEvent('yn-submission-changed', { detail: { reference, status } }));
  }

  #failed(error: unknown): void {
    if (this.#session.expires(error)) this.#moveFocus('.sign-in input');
    this.dispatchEvent(new CustomEvent('yn-error', { detail: { error } }));
  }

  /** Moves the focus to what is drawn next, if it is in the desk at all: a page's reader may be elsewhere. */
  #moveFocus(selector: string): void {
    if (this.matches(':focus-within')) this.#focusNext = selector;
  }

  /** A form that has done its work is gone, and the focus with it: its reader goes on at the head of the submission. */
  async #keepFocus(): Promise<void> {
    if (!this.matches(':focus-within')) return;
    await this.updateComplete;
    if (!this.matches(':focus-within')) this.renderRoot.querySelector<HTMLElement>('#detail-title')?.focus();
  }

  readonly #onOpen = (reference: string): void => {
    this.#open(reference);
  };

  readonly #onBulk = (): void => {
    this.isBulkOpen = !this.isBulkOpen;
    void this.#bulk.load();
  };

  readonly #onSignOut = (): void => {
    this.signOut();
  };
}
