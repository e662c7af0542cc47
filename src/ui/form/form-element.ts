import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Client } from '../../sdk/index.js';
import { BaseElement } from '../base-element.js';
import { ClientController } from '../client-context.js';
import { hostStyles } from '../host-styles.js';
import { type ElementPart, LazyPart } from '../lazy-part.js';
import { type Catalogue, LocalizeController, type MessageOverrides, wordless } from '../localize-controller.js';
import { ProblemView } from '../problem-view.js';
import { stateStyles } from '../state-styles.js';
import type { AttachmentsPart } from '../submit/attachments/attachments-part.js';
import { SubmissionController } from '../submit/submission-controller.js';
import { tokens } from '../tokens.js';
import { CodeListsController } from './code-lists-controller.js';
import type { Composer } from './compose.js';
import { type Field, fieldsOf, type FormDefinition } from './definition.js';
import type { FieldContext } from './field-view.js';
import type { FormEventMap } from './form-events.js';
import { FormInput } from './form-input.js';
import { FormModel } from './form-model.js';
import { type FormParts, formParts } from './form-parts.js';
import type { AnswerPart } from './lazy/answer-part.js';
import { formStyles } from './form-styles.js';
import { type FormContext, formView } from './form-view.js';
import type { Values } from './values.js';

/** All fields of a form, fetched where more than the short ones are wanted. */
export interface FullPart extends ElementPart {
  readonly definition: FormDefinition;
}

/** What makes one form of the many. */
export interface FormSetup {
  readonly definition: FormDefinition;
  readonly messages: Catalogue<string>;
  loadFull(): Promise<FullPart>;
}

/**
 * What every form is. It keeps what is typed, checks it as the platform will, and sends it once.
 *
 * @slot - Shows until the element's code has come, and to visitors without scripts.
 * @fires {CustomEvent<FormSubmitDetail>} yn-submit - The form is about to be sent: `{body}`. Cancel it to keep it from being sent. Bubbles.
 * @fires {CustomEvent<FormSubmittedDetail>} yn-submitted - The platform has it: `{receipt}`. Bubbles.
 * @fires {CustomEvent<FormErrorDetail>} yn-error - It could not be sent: `{error}`. Does not bubble.
 * @csspart base - Wrapper of everything.
 * @csspart form - The form.
 * @csspart heading - The heading.
 * @csspart summary - Everything that is wrong, on top.
 * @csspart returned - What the platform's staff asks to change.
 * @csspart returned-note - Their words.
 * @csspart restored - Says that an earlier draft is there again.
 * @csspart start-over-button - Empties the form.
 * @csspart section - Fields that belong together.
 * @csspart section-label - Their heading.
 * @csspart field - One field.
 * @csspart label - Its name.
 * @csspart help - What to write there.
 * @csspart input - A control with text or a choice.
 * @csspart checkbox - A check box.
 * @csspart counter - How long a text is.
 * @csspart fault - What is wrong with a field.
 * @csspart language-tab - Changes between the Chinese and the English text of a field.
 * @csspart row - One of several items of the same kind.
 * @csspart add-button - Adds an item.
 * @csspart remove-button - Removes an item.
 * @csspart picker - Choices of a long list.
 * @csspart picker-search - Looks for a choice.
 * @csspart similar - Published records like the one that is being written.
 * @csspart attachments - Files that go along.
 * @csspart attachments-add - Adds files.
 * @csspart file - One of them.
 * @csspart file-button - Holds, goes on with, or removes it.
 * @csspart consents - What a person agrees to.
 * @csspart quality - What would make the text more useful to its readers.
 * @csspart submit-button - Sends the form.
 * @csspart preview-button - Shows what the public will see.
 * @csspart preview - The dialog with that.
 * @csspart close-button - Closes it.
 * @csspart record-group - Fields of one kind in it.
 * @csspart record-group-label - Their heading.
 * @csspart record-field - One field of it.
 * @csspart record-field-label - Its name.
 * @csspart saved - When the draft was last kept.
 * @csspart waiting - Says that it is kept, and sent again by itself.
 * @csspart failed - Says that it was not taken.
 * @csspart elsewhere - Says that the same form was changed or sent in another page.
 * @csspart take-over-button - Takes over what was entered there.
 * @csspart retry-button - Tries again.
 * @csspart cancel-button - Takes back what has not been sent yet.
 * @csspart receipt - What came of it, once it is sent.
 * @csspart reference - The reference number.
 * @csspart copy-button - Copies it.
 * @csspart status-link - Leads to where the submission stands.
 * @csspart again-button - Begins another one.
 * @csspart config-view - Message to the page's author when no platform is named.
 * @cssprop [--yn-color-accent=#0b7a5c] - Links, buttons, focus ring. Darker than 4.5:1 on the surface.
 * @cssprop [--yn-color-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yn-color-text=#1a2421] - Text.
 * @cssprop [--yn-color-muted=#54635d] - Secondary text.
 * @cssprop [--yn-color-line=#dbe3df] - Lines between things.
 * @cssprop [--yn-color-edge=#7c8a84] - Edges of controls.
 * @cssprop [--yn-color-surface=#fff] - Background of controls.
 * @cssprop [--yn-color-tint=#f1f6f4] - Background of notes and of what the pointer is on.
 * @cssprop [--yn-color-danger=#b3261e] - Faults.
 * @cssprop [--yn-radius=6px] - Corners.
 * @cssprop [--yn-space=8px] - Unit of all distances.
 * @cssprop [--yn-font-family=system-ui] - Typeface; `inherit` takes the page's.
 * @cssState editing - The form is being filled in.
 * @cssState sending - It is being sent.
 * @cssState waiting - It could not be sent yet, and is sent again by itself.
 * @cssState failed - It was not taken.
 * @cssState sent - The platform has it.
 */
export abstract class FormElement extends BaseElement<FormEventMap> {
  static readonly formAssociated = true;
  /** What makes this form the one it is. */
  static readonly setup: FormSetup;
  static override readonly styles: CSSResultGroup = [tokens, hostStyles, stateStyles, formStyles];

  /** Address of the platform. Not needed inside a `<yn-provider>`, which comes first. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. Goes with `api`. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`; comes before `<yn-provider>` and `api`. */
  @property({ attribute: false }) client?: Client;
  /** Own words for some texts, the names of fields among them; see `yuniao/locales/zh-cn.js` for all keys. */
  @property({ attribute: false }) messages?: MessageOverrides<string>;
  /** Tells the drafts of several forms of this kind on one site apart. */
  @property({ attribute: 'form-id' }) formId?: string;
  /** `short` for what can be filled in within three minutes, or `full`. */
  @property() variant: 'short' | 'full' = 'short';
  /** Names of fields to leave out, separated by spaces. What they are prefilled with is sent. */
  @property() hide = '';
  /** Names of fields that have to be filled in beside those that always have, separated by spaces. */
  @property() require = '';
  /** Keeps nothing in the browser's storage: what was typed is lost with the page. */
  @property({ type: Boolean, attribute: 'drafts-off' }) draftsOff = false;
  /** The heading. Unset: a word for what this is; empty: none. */
  @property() heading?: string;
  /** `light` or `dark`, for pages that do not state their `color-scheme`. Unset: as the page. */
  @property({ reflect: true }) appearance?: 'light' | 'dark';
  /** What is in the form, by field, such as `{title: '…', phone: '…'}`. Follows the reader; setting it fills the form. */
  @property({ attribute: false }) value: Values = {};
  /**
   * The secret link of a receipt whose submission was returned for revision: fills the form with what was sent, shows
   * what the staff said, and sends the new version. Whoever can read the attribute can read the secret; a property or
   * `from-fragment` keeps it out of the page.
   */
  @property({ attribute: 'status-url' }) statusUrl?: string;
  /** Takes reference and key of a returned submission from the page's address, `#reference=…&key=…`. */
  @property({ type: Boolean, attribute: 'from-fragment' }) fromFragment = false;

  readonly #setup: FormSetup = (this.constructor as typeof FormElement).setup;
  #restoredAt?: string | undefined;
  #prefill: Values = {};

  readonly #clients: ClientController = new ClientController(this);
  readonly #l10n: LocalizeController<string> = new LocalizeController<string>(this, this.#setup.messages);
  readonly #problem: ProblemView = new ProblemView(this, this.#l10n);
  readonly #lists: CodeListsController = new CodeListsController(this);
  readonly #full: LazyPart<FullPart> = new LazyPart(this, this.#l10n, () => this.#setup.loadFull());
  #isFullMissing = false;
  #isAnswerMissing = false;
  readonly #model: FormModel = new FormModel(() => ({
    definition: this.#definition,
    lang: this.#l10n.textLang,
    isRequired: this.#isRequired,
    consents: this.#submission.settings?.consents,
    files: this.#files.part?.files,
    answer: this.#answer,
  }));
  readonly #submission: SubmissionController = new SubmissionController(this, {
    kind: () => this.#setup.definition.kind,
    client: () => (this.#isAnswer && !this.#answer?.secret ? undefined : this.#client),
    draftKey: () => this.#draftKey,
    keepsDrafts: () => !this.draftsOff,
    answers: () => {
      const { secret, statusUrl = '' } = this.#answer ?? {};
      return secret && { ...secret, statusUrl };
    },
    lang: () => this.#l10n.lang,
    onRestored: ({ values, savedAt }) => {
      void this.#files.load(); // some may have been kept, too
      this.#model.fill(values as Values);
      this.#restoredAt = this.#model.isBlank ? undefined : savedAt;
      this.#follow();
    },
    onReceipt: (receipt) => {
      this.#restoredAt = undefined;
      void this.#parts.outcome.load();
      this.dispatchEvent(new CustomEvent('yn-submitted', { detail: { receipt }, bubbles: true, composed: true }));
    },
    onProblems: (errors) => {
      // From the last one on, for a file that is lost has no place among the others any more
      for (const { path } of [...errors].reverse()) {
        const [, index] = /^attachments\.(\d+)$/.exec(path) ?? [];
        if (index !== undefined) this.#files.part?.files.lost(Number(index));
      }
      this.#model.tellProblems(errors);
      this.#input.focusFirstFault();
    },
  });
  readonly #parts: FormParts = formParts({
    host: this,
    l10n: this.#l10n,
    submission: this.#submission,
    context: () => this.#fields,
    client: () => this.#client,
    startOver: () => {
      this.#startOver();
    },
    answerNaming: () => this,
    fill: (values, replaces) => {
      this.#prefill = values;
      if (!replaces) return;
      this.#restoredAt = undefined;
      this.#model.fill(values);
      this.#follow();
    },
  });
  readonly #input: FormInput = new FormInput(this, this.#model, {
    changed: (isSettled) => {
      this.#follow();
      this.#submission.keep(this.#model.values);
      void this.#parts.outcome.load();
      void this.#parts.fault.load();
      void this.#parts.guide.load().then((guide) => {
        if (isSettled) guide?.typed();
      });
    },
    submit: () => {
      this.#submit();
    },
  });

  readonly #files: LazyPart<AttachmentsPart> = new LazyPart(this, this.#l10n, async () => {
    const { AttachmentsPart: Part } = await import('../submit/attachments/attachments-part.js');
    const part = new Part(this, {
      store: this.#submission.store,
      client: () => this.#client,
      limits: () => this.#submission.settings?.attachments,
      draftKey: () => this.#draftKey,
      keepsDrafts: () => !this.draftsOff,
      onChange: () => {
        this.#model.mend();
        this.requestUpdate();
      },
    });
    await part.files.restore();
    return part;
  });
  #told: unknown;

  /** What the form is about, where that makes it another form. */
  protected get subject(): string {
    return '';
  }

  /** Key of the heading. */
  protected get headingKey(): string {
    return `${this.#setup.definition.kind}.heading`;
  }

  protected get headingParams(): Readonly<Record<string, string>> {
    return {};
  }

  /** Adds to the body what nobody types. */
  protected complete(_composer: Composer): void {
    // Most forms hold all that is sent
  }

  /** Empties the form, or fills it with what its author gave. Removes the draft. */
  reset(): void {
    this.#startOver();
  }

  /** Puts the focus into the first field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.sections .input')?.focus(options);
  }

  /** @internal called by the form around it */
  formResetCallback(): void {
    this.#startOver();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('hashchange', this.#onHashChange);
    this.#lists.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value !== this.#model.values) {
      this.#prefill = this.value;
      this.#model.fill(this.value);
      this.#follow();
    }
    if (this.#awaitsFull) {
      void this.#full.load().then((part) => {
        this.#isFullMissing = !part;
        if (part) this.#model.fill(this.#model.values);
        this.requestUpdate();
      });
    }
    if (this.#isAnswer && !this.#answer && !this.#isAnswerMissing) this.#loadAnswer();
    if (this.#awaitsFull) return; // its fields choose from other lists
    const ids = fieldsOf(this.#definition).flatMap(({ lists = '', columns = [] }) =>
      [lists, ...columns.map((column) => column.lists ?? '')].flatMap((each) => each.split(' ').filter(Boolean)),
    );
    this.#lists.want(this.#client, [...new Set(ids)], this.#l10n.lang);
    this.#parts.answer.part?.update(); // what was sent is read by all fields
  }

  protected override updated(): void {
    const { phase, error } = this.#submission;
    this.showState(phase);
    if (error !== undefined && error !== this.#told)
      this.dispatchEvent(new CustomEvent('yn-error', { detail: { error } }));
    this.#told = error;
    this.#input.updated();
  }

  protected override render(): TemplateResult {
    const { problem } = this.#clients;
    if (problem) return this.#problem.template(problem, this.api);
    const { phase, receipt } = this.#submission;
    const l10n = this.#l10n;
    if (phase === 'sent' && receipt) {
      return html`<div class="base ${wordless(l10n)}" part="base">
        ${
          this.#parts.outcome.part?.receipt(receipt) ??
          html`<p role="status">${l10n.t('form.sent', { reference: receipt.reference })}</p>`
        }
      </div>`;
    }
    const answer = this.#answer;
    if (this.#isAnswer && !answer && this.#isAnswerMissing)
      return html`<div class="base" part="base">
        <p class="note" role="alert">
          ${l10n.t('state.failed')}
          <button type="button" class="button" part="retry-button" @click=${this.#loadAnswer}>
            ${l10n.t('state.retry')}
          </button>
        </p>
      </div>`;
    if (this.#awaitsFull || (this.#isAnswer && !answer))
      return html`<div class="base" part="base" aria-busy="true"></div>`;
    // What is on its way is shown as it was typed
    if (answer && !answer.isReady && (phase === 'editing' || phase === 'failed'))
      return html`<div class="base ${wordless(l10n)}" part="base">${answer.instead()}</div>`;
    return formView(this.#context, this.#input.listeners);
  }

  get #client(): Client | undefined {
    return this.#clients.client;
  }

  get #wantsFull(): boolean {
    if (this.variant === 'full' || this.#isAnswer) return true;
    const known = new Set(fieldsOf(this.#setup.definition).map(({ name }) => name));
    return Object.keys(this.#model.values).some(
      (name) => !known.has(name) && name !== 'consents' && name !== 'website',
    );
  }

  /** Whether the code for more fields is still on its way. */
  get #awaitsFull(): boolean {
    return this.#wantsFull && !this.#full.part && !this.#isFullMissing;
  }

  get #definition(): FormDefinition {
    const own = this.#full.part?.definition ?? this.#setup.definition;
    return {
      ...own,
      complete: (composer) => {
        own.complete(composer);
        this.complete(composer);
      },
    };
  }

  /** What it takes to draw a field. */
  get #fields(): FieldContext {
    const { fault, guide, languages, picker } = this.#parts;
    return {
      definition: this.#definition,
      model: this.#model,
      l10n: this.#l10n,
      lists: this.#lists,
      lang: this.#l10n.textLang,
      isRequired: this.#isRequired,
      faultWords: (each) => fault.part?.words(each) ?? '',
      tabs: (field) => {
        if (field.languages !== 'each' || (this.variant !== 'full' && !this.#model.hasOther(field))) return nothing;
        void languages.load();
        return languages.part?.tabs(field);
      },
      picker: (choices) => {
        void picker.load();
        return picker.part?.view(choices);
      },
      below: (field) => guide.part?.below(field),
    };
  }

  get #context(): FormContext {
    const fields = this.#fields;
    const submission = this.#submission;
    const { phase, settings } = submission;
    const hidden = new Set(this.hide.split(/\s+/));
    const { fault, guide, preview } = this.#parts;
    return {
      ...fields,
      heading: (this.heading ?? this.#l10n.t(this.headingKey, this.headingParams)) || undefined,
      sections: fields.definition.sections
        .map(({ name, fields: all }) => ({ name, fields: all.filter((field) => !hidden.has(field.name)) }))
        .filter((section) => section.fields.length > 0),
      consents: settings?.consents,
      hasSettingsError: submission.settingsError !== undefined,
      isBusy: phase === 'sending' || phase === 'waiting',
      isSending: phase === 'sending',
      savedAt: submission.savedAt,
      restoredAt: this.#restoredAt,
      answer: this.#answer,
      outcome: this.#outcome,
      summary: fault.part?.summary(),
      files: this.#filesView,
      quality: guide.part?.quality(),
      preview: preview.part?.template(),
      actions: {
        preview: () => {
          void preview.load().then((part) => part?.open());
        },
        startOver: () => {
          this.#startOver();
        },
        loadSettings: () => {
          submission.loadSettings();
        },
      },
    };
  }

  get #draftKey(): string {
    const { reference } = this.#answer?.secret ?? {};
    const subject = reference === undefined ? this.subject : `answer:${reference}`;
    return [this.api ?? '', this.#setup.definition.kind, subject, this.formId ?? ''].join('|');
  }

  /** Whether the page names a submission that was returned. */
  get #isAnswer(): boolean {
    return (
      Boolean(this.statusUrl) ||
      (this.fromFragment && (location.hash.includes('reference=') || this.#parts.answer.part?.secret !== undefined))
    );
  }

  get #answer(): AnswerPart | undefined {
    return this.#isAnswer ? this.#parts.answer.part : undefined;
  }

  readonly #loadAnswer = (): void => {
    void this.#parts.answer.load().then((part) => {
      this.#isAnswerMissing = !part;
      if (!part) this.requestUpdate();
    });
  };

  /** Files that go along; the code for it comes when somebody wants to add one. */
  get #filesView(): unknown {
    if (this.hide.split(/\s+/).includes('files')) return nothing;
    return (
      this.#files.part?.view(this.#l10n) ??
      html`<div>
        <button type="button" class="button" part="attachments-add" @click=${this.#onAddFiles}>
          + ${this.#l10n.t('form.files')}
        </button>
      </div>`
    );
  }

  readonly #onAddFiles = async (): Promise<void> => {
    await this.#files.load();
    this.#submission.keep(this.#model.values); // a draft, for the files to be found with
  };

  /** How sending went, or what another page did with the same form; plain words where the code for more has not come. */
  get #outcome(): unknown {
    const { phase, elsewhere } = this.#submission;
    if (phase === 'editing' && elsewhere) {
      void this.#parts.outcome.load();
      return this.#parts.outcome.part?.elsewhere(elsewhere);
    }
    if (phase !== 'waiting' && phase !== 'failed') return nothing;
    return this.#parts.outcome.part?.banner() ?? html`<p class="note" role="alert">${this.#l10n.t('form.unsent')}</p>`;
  }

  readonly #isRequired = (field: Field): boolean =>
    (field.isRequired ?? false) || this.require.split(/\s+/).includes(field.name);

  /** The property tells what is in the form, as an input's `value` does; so does the form around it, if there is one. */
  #follow(): void {
    this.value = this.#model.values;
    if (this.internals.form) this.internals.setFormValue(JSON.stringify(this.#model.check().body));
  }

  #startOver(): void {
    void this.#submission.forget();
    this.#restoredAt = undefined;
    this.#files.part?.files.clear();
    this.#model.fill(this.#prefill);
    this.#follow();
    if (this.#submission.phase === 'sent') this.#submission.startOver();
    void this.updateComplete.then(() => {
      this.focus();
    });
  }

  #submit(): void {
    const { phase } = this.#submission;
    if (phase === 'sending' || phase === 'waiting') return;
    const { body, faults } = this.#model.tellAll();
    void this.#parts.fault.load();
    void this.#parts.outcome.load();
    this.requestUpdate();
    if (faults.size > 0) return this.#input.focusFirstFault();
    if (
      !this.dispatchEvent(
        new CustomEvent('yn-submit', { detail: { body }, bubbles: true, composed: true, cancelable: true }),
      )
    )
      return;
    void this.#submission.send(() => body as never);
  }

  readonly #onHashChange = (): void => {
    if (this.fromFragment) this.requestUpdate();
  };

  readonly #onOnline = (): void => {
    this.#lists.retry();
    this.requestUpdate();
  };
}
