import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { PersonalData } from '../../../domain/desk.js';
import { pickText } from '../../../domain/language.js';
import type { SubmissionState } from '../../../domain/submission.js';
import { HttpError, parseStatusUrl, type SubmissionsResource } from '../../../sdk/index.js';
import { alertIcon } from '../../icons.js';
import { secretOfFragment, statusUrlOf, type SubmissionSecret } from '../../submission-secret.js';
import type { FormSurroundings } from '../form-parts.js';
import type { Values } from '../values.js';
import { decompose } from './decompose.js';
import { type AnswerKey, texts } from './answer-texts.js';
import { layOver } from './lay-over.js';

/** As much of a client as it takes to read what was returned. */
export interface AnswerClient {
  readonly submissions: Pick<SubmissionsResource, 'state' | 'personalData'>;
  readonly achievements: { permalink?(id: string, lang?: string): string };
}

/** How the author names the submission that is answered. */
export interface AnswerNaming {
  readonly statusUrl?: string | undefined;
  readonly fromFragment: boolean;
}

interface Found {
  readonly state: SubmissionState;
  readonly held: PersonalData;
}

type Problem = 'settled' | 'kind' | 'missing' | 'gone' | 'failed';

/**
 * The answer to a return: reads what was sent and why it came back, fills the form with it, and lays what is changed over
 * it. The secret stays in memory.
 */
export class AnswerPart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;
  /** Of the submission that is answered. */
  secret?: SubmissionSecret | undefined;
  /** Whether the form holds what was sent. */
  isReady = false;

  readonly #around: FormSurroundings;
  #found?: Found | undefined;
  #problem?: Problem | undefined;
  #running?: AbortController | undefined;
  #name?: string;

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  /** Shows the submission to whoever has this address; empty where nobody knows the platform's. */
  get statusUrl(): string {
    const { statusUrl } = this.#around.answerNaming();
    return statusUrl || (this.secret ? statusUrlOf(this.secret, this.#around.client()) : '');
  }

  /** Follows what the author names and what has come. To be called before the form is drawn. */
  update(): void {
    if (!this.#around.client()) return;
    const secret = this.#named;
    const name = JSON.stringify(secret) ?? '';
    if (name !== this.#name) this.#begin(secret);
    this.#name = name;
    const { submission } = this.#around;
    const isSettled = submission.settings !== undefined || submission.settingsError !== undefined;
    if (this.#found && !this.isReady && submission.isReady && isSettled) this.#fill(this.#found);
  }

  /** What would be sent in the place of what was typed alone. */
  over(body: Readonly<Record<string, unknown>>, values: Values): Record<string, unknown> {
    if (!this.#found || !this.isReady) return body;
    const { draft, submitter = {}, attachments } = this.#found.held;
    const next = layOver({ draft, submitter }, body, values, this.#around.context().definition);
    const files = [...((body['attachments'] as string[] | undefined) ?? []), ...attachments.map(({ id }) => id)];
    return { ...next, ...(files.length > 0 && { attachments: files }) };
  }

  /** In the place of the form, while it cannot be filled in. */
  instead(): TemplateResult {
    const { l10n } = this.#around;
    if (!this.#problem)
      return html`<p class="help" role="status" aria-busy="true">${l10n.t('answer.loading' satisfies AnswerKey)}</p>`;
    const isPassing = this.#problem === 'failed';
    return html`<div class="banner answer ${this.#problem}" part="failed" role="alert">
      ${alertIcon}
      <p>${l10n.t(`answer.${this.#problem}`, { reference: this.secret?.reference ?? '' })}</p>
      ${
        isPassing
          ? html`<button type="button" class="button" part="retry-button" @click=${this.#retry}>
              ${l10n.t('answer.retry')}
            </button>`
          : nothing
      }
      ${this.#found && /^https?:/i.test(this.statusUrl) ? this.#statusLink : nothing}
    </div>`;
  }

  /** On top of the form: what the staff has said. */
  note(): unknown {
    const { l10n } = this.#around;
    if (!this.#found || !this.isReady) return nothing;
    const { state, held } = this.#found;
    const words = pickText([...state.steps].reverse().find(({ status }) => status === 'returned')?.note, l10n.lang);
    const names = held.attachments.map(({ name }) => name).join(l10n.textLang === 'en' ? ', ' : '、');
    return html`<div class="note returned" part="returned" role="status">
      <strong>${l10n.t('answer.returned')}</strong>
      ${
        words
          ? html`<p class="text" part="returned-note" lang=${words.lang}>${words.text}</p>`
          : html`<p>${l10n.t('answer.noNote')}</p>`
      }
      <p class="help">${l10n.t('answer.help', { reference: state.reference })}</p>
      ${names ? html`<p class="help">${l10n.t('answer.files', { names })}</p>` : nothing}
    </div>`;
  }

  get #statusLink(): TemplateResult {
    return html`<a part="status-link" href=${this.statusUrl} target="_blank" rel="noopener noreferrer"
      >${this.#around.l10n.t('answer.status')}</a
    >`;
  }

  get #named(): SubmissionSecret | undefined {
    const { statusUrl, fromFragment } = this.#around.answerNaming();
    if (statusUrl) return parseStatusUrl(statusUrl);
    // A link within the page changes the fragment; the answer goes on
    return fromFragment ? (secretOfFragment(location.hash) ?? this.secret) : undefined;
  }

  #begin(secret: SubmissionSecret | undefined): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.isReady) this.#around.fill({}, true);
    this.#found = undefined;
    this.isReady = false;
    this.secret = secret;
    this.#problem = secret || !this.#around.answerNaming().statusUrl ? undefined : 'missing';
    if (secret) void this.#load(secret);
  }

  async #load({ reference, key }: SubmissionSecret): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const { host, l10n } = this.#around;
    const { signal } = running;
    try {
      // The controller takes up the draft of this answer first
      await host.updateComplete;
      const submissions = this.#around.client()?.submissions;
      if (!submissions) throw new Error('yuniao: there is no platform to ask');
      const [state, held] = await Promise.all([
        submissions.state(reference, key, { lang: l10n.lang, signal }),
        submissions.personalData(reference, key, { signal }),
      ]);
      if (this.#running !== running) return;
      this.#found = { state, held };
      if (state.kind !== this.#around.context().definition.kind) this.#problem = 'kind';
      else if (!state.actions.includes('resubmit')) this.#problem = 'settled';
    } catch (error) {
      if (this.#running !== running) return;
      const status = HttpError.isInstance(error) ? error.status : 0;
      this.#problem = status === 404 ? 'missing' : status === 410 ? 'gone' : 'failed';
    }
    host.requestUpdate();
  }

  #fill({ state, held }: Found): void {
    if (this.#problem) return;
    const { submission } = this.#around;
    const { draft, submitter, consents } = held;
    const values = decompose(this.#around.context().definition, { draft, submitter });
    // A consent stands for the text that was agreed to, and for no other
    const given = (submission.settings?.consents ?? []).filter((asked) =>
      consents.some(
        (each) =>
          each.withdrawnAt === undefined &&
          each.purpose === asked.purpose &&
          each.recipient === asked.recipient &&
          each.textVersion === asked.textVersion,
      ),
    );
    const agreed = Object.fromEntries(given.map(({ purpose }) => [purpose, 'on']));
    this.isReady = true;
    const isNewer = Date.parse(submission.savedAt ?? '') > Date.parse(state.updatedAt);
    this.#around.fill(given.length > 0 ? { ...values, consents: agreed } : values, !isNewer);
  }

  readonly #retry = (): void => {
    this.#problem = undefined;
    if (this.secret) void this.#load(this.secret);
    this.#around.host.requestUpdate();
  };
}

const styles: CSSResult = css`
  .note.returned {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) / 2);
    border-inline-start: 4px solid var(--_danger);
    overflow-wrap: anywhere;
  }
  .answer.settled {
    border-color: var(--_edge);
  }
  .answer.settled > svg {
    color: var(--_muted);
  }
`;
