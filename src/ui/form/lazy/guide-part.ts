import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../../domain/language.js';
import type { LanguageMap } from '../../../domain/primitives.js';
import type { Page } from '../../../sdk/index.js';
import type { Field } from '../definition.js';
import type { FormSurroundings } from '../form-parts.js';
import { textAt } from '../values.js';
import { styles } from './guide-styles.js';
import { texts } from './guide-texts.js';
import { qualityOf } from './quality.js';
import { similarity } from './similarity.js';

interface Titled {
  readonly id: string;
  readonly title: LanguageMap;
  readonly source?: { readonly url?: string | undefined };
}

interface Lists {
  list(
    query: { readonly q: string; readonly limit: number; readonly facets: readonly string[] },
    options: { readonly signal: AbortSignal },
  ): Promise<Pick<Page<Titled>, 'items'>>;
  permalink?(id: string, lang?: string): string;
}

/** As much of a client as it takes to look for records like the one that is being written. */
export interface SimilarClient {
  readonly demands: Lists;
  readonly achievements: Lists;
}

/** Milliseconds without a key after which somebody has written a title. */
const PAUSE_MS = 600;
/** Fewer characters are no title yet. */
const SHORT = 4;
/** Titles as alike as this may be about the same. */
const ALIKE = 0.45;
const MOST = 3;

/** Advice while a form is filled in: records like it, and what its readers would miss. */
export class GuidePart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;
  #timer?: ReturnType<typeof setTimeout>;
  #running?: AbortController;
  #asked = '';
  #similar: readonly Titled[] = [];

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  /** To be called when something was typed, an input method being done. */
  typed(): void {
    const title = this.#title;
    if (title === this.#asked) return;
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#asked = title;
    this.#timer = setTimeout(() => void this.#look(title), PAUSE_MS);
  }

  /** Records like the one that is being written, below its title. */
  below({ name }: Field): unknown {
    const { l10n } = this.#around;
    if (name !== 'title' || this.#similar.length === 0) return nothing;
    return html`<div class="similar" part="similar" role="status">
      <p>${l10n.t('guide.similar')}</p>
      <ul>
        ${this.#similar.map((record) => html`<li>${this.#link(record)}</li>`)}
      </ul>
    </div>`;
  }

  /** What is there of what readers look for, and what they would miss. */
  quality(): unknown {
    const { l10n } = this.#around;
    const { definition, model } = this.#around.context();
    const needs = qualityOf(definition.kind, model.values);
    if (model.isBlank || needs.size === 0) return nothing;
    const missing = [...needs].filter(([, isMet]) => !isMet).map(([need]) => need);
    return html`<div class="quality" part="quality">
      <p>
        <meter
          min="0"
          max=${needs.size}
          .value=${needs.size - missing.length}
          aria-label=${l10n.t('guide.quality')}
        ></meter>
        ${missing.length === 0 ? l10n.t('guide.good') : l10n.t('guide.better')}
      </p>
      ${
        missing.length === 0
          ? nothing
          : html`<ul>
              ${missing.map((need) => html`<li>${l10n.t(`guide.${need}`)}</li>`)}
            </ul>`
      }
    </div>`;
  }

  get #title(): string {
    const { lang, model } = this.#around.context();
    return textAt(model.values, `title.${lang}`).trim();
  }

  get #lists(): Lists | undefined {
    const { kind } = this.#around.context().definition;
    const client = this.#around.client();
    return kind === 'demand' ? client?.demands : client?.achievements;
  }

  #link({ id, title, source }: Titled): TemplateResult {
    const { l10n } = this.#around;
    const { text = '', lang = '' } = pickText(title, l10n.lang) ?? {};
    const url = this.#lists?.permalink?.(id, l10n.lang) ?? source?.url;
    const words = html`<bdi lang=${lang}>${text}</bdi>`;
    return url !== undefined && /^https?:/i.test(url)
      ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${words}</a>`
      : words;
  }

  async #look(title: string): Promise<void> {
    const { host } = this.#around;
    if (!host.isConnected) return;
    const running = new AbortController();
    this.#running = running;
    let found: readonly Titled[] = [];
    try {
      if (title.length >= SHORT) {
        const query = { q: title.slice(0, 100), limit: 10, facets: [] };
        found = (await this.#lists?.list(query, { signal: running.signal }))?.items ?? [];
      }
    } catch {
      // Advice that cannot be had is not missed
    }
    if (this.#running !== running) return;
    const alike = ({ title: titles }: Titled): number =>
      Math.max(0, ...Object.values(titles).map((other) => similarity(title, other)));
    this.#similar = found
      .filter((record) => alike(record) >= ALIKE)
      .sort((a, b) => alike(b) - alike(a))
      .slice(0, MOST);
    host.requestUpdate();
  }
}
