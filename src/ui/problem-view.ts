import { html, type ReactiveElement, type TemplateResult } from 'lit';
import type { ClientProblem } from './client-context.js';
import { LazyPart, type TextTaker } from './lazy-part.js';
import type { ConfigKey } from './lazy/config-part.js';
import { type Localizer, wordless } from './localize-controller.js';

type ConfigPart = typeof import('./lazy/config-part.js');

/** Says in the place of an element what keeps it from a platform. Pages that are set up never fetch the words for it. */
export class ProblemView {
  readonly #l10n: Localizer<ConfigKey>;
  readonly #part: LazyPart<ConfigPart>;

  constructor(host: ReactiveElement, l10n: Localizer<ConfigKey> & TextTaker) {
    this.#l10n = l10n;
    this.#part = new LazyPart(host, l10n, async () => import('./lazy/config-part.js'));
  }

  /** @param api what the author wrote as the platform's address, if anything */
  template(problem: ClientProblem, api: string | undefined): TemplateResult {
    void this.#part.load();
    const l10n = this.#l10n;
    return html`<div class="base ${wordless(l10n)}" part="base">
      ${this.#part.part?.configView(problem, api, l10n)}
    </div>`;
  }
}
