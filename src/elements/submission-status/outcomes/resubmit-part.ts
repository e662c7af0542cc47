import { css, type CSSResult, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { SubmissionState } from '../../../domain/submission.js';
import type { Client } from '../../../sdk/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import { type SubmissionSecret, statusUrlOf, webAddress } from '../../../ui/submission-secret.js';
import type { SubmissionStatusKey } from '../messages.js';
import type { ResubmitDetail } from '../submission-status.events.js';
import { outcomeTexts } from './outcome-texts.js';

/** What the part knows of the element around it. */
export interface ResubmitSurroundings {
  readonly host: ReactiveElement;
  readonly l10n: Localizer<SubmissionStatusKey>;
  client(): Client | undefined;
  secret(): SubmissionSecret | undefined;
  /** Pages with forms, by kind. */
  hrefs(): Readonly<Record<string, string | undefined>>;
}

/** The way from what was returned to the form that corrects it. */
export class ResubmitPart implements ElementPart {
  readonly texts: typeof outcomeTexts = outcomeTexts;
  readonly styles: CSSResult = styles;
  readonly #around: ResubmitSurroundings;
  /** Reference of the submission for which the page had no form to offer. */
  #nowhere?: string;

  constructor(around: ResubmitSurroundings) {
    this.#around = around;
  }

  view({ kind, reference }: SubmissionState): TemplateResult {
    const { l10n } = this.#around;
    const href = this.#address(kind);
    const words = l10n.t('resubmit.now');
    const open = (event: Event): void => {
      this.#open(event, kind, href);
    };
    return html`<div class="resubmit" part="resubmit">
      ${
        href === undefined
          ? html`<button type="button" class="button primary" part="resubmit-button" @click=${open}>${words}</button>`
          : html`<a
              class="button primary"
              part="resubmit-button"
              href=${href}
              rel="noreferrer"
              referrerpolicy="no-referrer"
              @click=${open}
              >${words}</a
            >`
      }
      <p class="quiet" role="status">${this.#nowhere === reference ? l10n.t('resubmit.nowhere') : nothing}</p>
    </div>`;
  }

  /** The page with the form, and in its fragment what proves whose submission it is. */
  #address(kind: string): string | undefined {
    const hrefs = this.#around.hrefs();
    const url = webAddress(Object.hasOwn(hrefs, kind) ? hrefs[kind] : undefined);
    const secret = this.#around.secret();
    if (!url || !secret) return undefined;
    url.hash = new URLSearchParams({ ...secret }).toString();
    return url.href;
  }

  #open(event: Event, kind: string, href: string | undefined): void {
    const { host, secret, client } = this.#around;
    const named = secret();
    if (!named) return;
    const detail: ResubmitDetail = { ...named, kind, statusUrl: statusUrlOf(named, client()) };
    const isOpen = host.dispatchEvent(
      new CustomEvent('yn-resubmit', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (!isOpen) event.preventDefault();
    else if (href === undefined) {
      this.#nowhere = named.reference;
      host.requestUpdate();
    }
  }
}

const styles: CSSResult = css`
  .resubmit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  a.button {
    text-decoration: none;
  }
`;
