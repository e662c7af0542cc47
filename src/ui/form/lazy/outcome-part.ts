import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { SubmissionReceipt } from '../../../domain/submission.js';
import { type ErrorCode, YuniaoError } from '../../../sdk/index.js';
import { alertIcon } from '../../icons.js';
import type { ElsewhereChange } from '../../submit/submission-controller.js';
import type { FormSurroundings } from '../form-parts.js';
import { styles } from './outcome-styles.js';
import { texts } from './outcome-texts.js';

/** Why something waits, or was refused, by the code of the error: text that came over the network is never shown. */
const REASONS: Readonly<Partial<Record<ErrorCode, string>>> = {
  network: 'why.network',
  offline: 'why.network',
  timeout: 'why.timeout',
  'rate-limited': 'why.busy',
  unauthorized: 'denied',
  forbidden: 'denied',
  'not-found': 'missing',
};

/** How sending went: waiting, refused, received. */
export class OutcomePart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;
  #hasCopied = false;
  #receiptShown?: SubmissionReceipt;

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  /** Above the form: why it is not there yet, and what happens or can be done about it. */
  banner(): unknown {
    const { submission, l10n } = this.#around;
    if (submission.phase === 'waiting') return this.#waiting();
    // The platform's faults stand at their fields
    if (submission.phase !== 'failed' || this.#around.context().model.showsSummary) return nothing;
    return html`<div class="banner" part="failed" role="alert">
      ${alertIcon}
      <p>${l10n.t(this.#refusal)}</p>
      ${this.#retryButton}
    </div>`;
  }

  /** The same form was changed, emptied or sent in another page: what is here is not kept, or was sent already. */
  elsewhere({ change, at }: ElsewhereChange): TemplateResult {
    const { submission, l10n } = this.#around;
    return html`<div class="banner waiting" part="elsewhere" role="status">
      ${alertIcon}
      <p>${l10n.t(`elsewhere.${change}`, { time: l10n.time(at) })}</p>
      ${
        change === 'changed'
          ? html`<button
              type="button"
              class="button"
              part="take-over-button"
              @click=${async () => submission.restore()}
            >
              ${l10n.t('elsewhere.take')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** In the place of the form, once the platform has it. */
  receipt(receipt: SubmissionReceipt): TemplateResult {
    const { submission, l10n } = this.#around;
    const { kind } = this.#around.context().definition;
    if (this.#receiptShown !== receipt) this.#focusTitle(receipt);
    return html`<section class="receipt" part="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title" tabindex="-1">${l10n.t('receipt.title')}</h2>
      ${submission.isEarlierVersion ? html`<p class="note">${l10n.t('receipt.earlier')}</p>` : nothing}
      <p class="reference">
        ${l10n.t('receipt.reference')}
        <strong part="reference">${receipt.reference}</strong>
        <button type="button" class="button" part="copy-button" @click=${async () => this.#copy(receipt)}>
          ${l10n.t('receipt.copy')}
        </button>
        <span role="status">${this.#hasCopied ? l10n.t('receipt.copied') : nothing}</span>
      </p>
      ${
        isWebAddress(receipt.statusUrl)
          ? html`<p>${l10n.t('receipt.keep')}</p>
              <p>
                <a part="status-link" href=${receipt.statusUrl} target="_blank" rel="noopener noreferrer"
                  >${l10n.t('receipt.status')}</a
                >
              </p>`
          : nothing
      }
      <h3>${l10n.t('receipt.next')}</h3>
      <p>${l10n.t(`receipt.${kind}`)}</p>
      ${
        submission.isAnswer
          ? nothing
          : html`<p>
              <button type="button" class="button" part="again-button" @click=${this.#around.startOver}>
                ${l10n.t('receipt.again')}
              </button>
            </p>`
      }
    </section>`;
  }

  #waiting(): TemplateResult {
    const { submission, l10n } = this.#around;
    const { error, nextTryAt, isOffline, isDurable } = submission;
    const reason = (YuniaoError.isInstance(error) && REASONS[error.code]) || 'why.server';
    const time = nextTryAt === undefined ? Date.now() : Date.parse(nextTryAt);
    const words = isOffline
      ? l10n.t(isDurable ? 'outcome.offline' : 'outcome.unsaved')
      : l10n.t('outcome.waiting', {
          reason: l10n.t(`outcome.${reason}`),
          time: new Intl.DateTimeFormat(l10n.textLang, { timeStyle: 'medium' }).format(time),
        });
    return html`<div class="banner waiting" part="waiting" role="status">
      ${alertIcon}
      <p>${words}</p>
      ${this.#retryButton}
      <button
        type="button"
        class="plain"
        part="cancel-button"
        @click=${() => {
          submission.cancel();
        }}
      >
        ${l10n.t('outcome.cancel')}
      </button>
    </div>`;
  }

  get #retryButton(): TemplateResult {
    const { submission, l10n } = this.#around;
    const retry = (): void => {
      submission.retry();
    };
    return html`<button type="button" class="button" part="retry-button" @click=${retry}>
      ${l10n.t('outcome.now')}
    </button>`;
  }

  get #refusal(): string {
    const { error } = this.#around.submission;
    const { status } = (error ?? {}) as { readonly status?: unknown };
    if (status === 413) return 'outcome.tooLarge';
    if (this.#around.submission.isAnswer && status === 404) return 'answer.denied';
    if (this.#around.submission.isAnswer && status === 409) return 'answer.refused';
    return `outcome.${(YuniaoError.isInstance(error) && REASONS[error.code]) || 'refused'}`;
  }

  #focusTitle(receipt: SubmissionReceipt): void {
    this.#receiptShown = receipt;
    this.#hasCopied = false;
    const { host } = this.#around;
    void host.updateComplete.then(() => {
      const title = host.renderRoot.querySelector<HTMLElement>('#receipt-title');
      title?.focus({ preventScroll: true });
      title?.scrollIntoView({ block: 'nearest' });
    });
  }

  async #copy({ reference }: SubmissionReceipt): Promise<void> {
    const { host } = this.#around;
    try {
      await navigator.clipboard.writeText(reference);
      this.#hasCopied = true;
    } catch {
      // Not allowed here: the number is marked, to be copied by hand
      const shown = host.renderRoot.querySelector('[part=reference]');
      if (shown) getSelection()?.selectAllChildren(shown);
    }
    host.requestUpdate();
  }
}

/** Whether an address may be followed. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
