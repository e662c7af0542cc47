import { css, type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Client } from '../../sdk/index.js';
import { BaseElement } from '../../ui/base-element.js';
import { CLIENT_CONTEXT, clientFor } from '../../ui/client-context.js';
import { ContextProvider } from './context-provider.js';

/**
 * Tells every element inside it which platform to talk to, so that a page says it once. It draws nothing itself.
 *
 * @summary Gives the elements inside it their platform.
 * @customElement yn-provider
 * @status experimental
 * @since 0.1.0
 * @slot - The part of the page that uses the platform.
 * @example
 * <yn-provider api="https://platform.example.org" site-key="yn_pk_…">
 *   <yn-achievement-search></yn-achievement-search>
 * </yn-provider>
 */
export class YnProvider extends BaseElement {
  static override readonly styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Address of the platform. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`, in place of `api` and `site-key`. */
  @property({ attribute: false }) client?: Client;

  readonly #provided: ContextProvider<Client | undefined> = new ContextProvider(this, CLIENT_CONTEXT);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('api') || changed.has('siteKey') || changed.has('client'))
      this.#provided.setValue(clientFor({ client: this.client, api: this.api, siteKey: this.siteKey }));
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
