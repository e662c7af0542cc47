import { type CSSResult, html, noChange, nothing, type TemplateResult } from 'lit';
import type { CodeLabels } from '../../../domain/page.js';
import type { AchievementHit, Page } from '../../../sdk/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import type { Answer } from '../../../ui/search-types.js';
import { errorBanner } from '../../../ui/state-view.js';
import { isFull, type ResultContext } from '../result.js';
import { type Surroundings, textsFor } from '../surroundings.js';
import { moreEn, type MoreKey, moreZhCN } from './more-messages.js';
import { moreStyles } from './more-styles.js';

/** How many results are drawn in one go, so that no slow machine is held up for long. */
const SLICE = 20;

/** Draws one list of results, as the first page has them. */
export type DrawList = (items: readonly AchievementHit[], context: ResultContext) => TemplateResult;

interface Slice {
  readonly items: readonly AchievementHit[];
  /** The words for the codes of these. */
  readonly labels: CodeLabels | undefined;
  /** Stands below the line that parts near matches from the others. */
  readonly isRelaxed: boolean;
  /** What it was drawn for last. */
  drawnFor?: readonly unknown[];
}

/**
 * Further results below the first page, by a button that stays under the focus. They are drawn in slices, each of which
 * is drawn again only when what it depends on changes, and laid out only near the window.
 */
export class MorePart implements ElementPart {
  readonly texts: PartTexts<MoreKey> = { 'zh-CN': moreZhCN, en: moreEn };
  readonly styles: CSSResult = moreStyles;
  readonly #around: Surroundings;
  readonly #request: RequestController<Page<AchievementHit>>;
  #answer?: Answer<AchievementHit>;
  #slices: Slice[] = [];
  /** How many slices are drawn by now. */
  #drawn = 0;
  #nextCursor?: string;
  #added = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#request = new RequestController(around.host, {
      isEmpty: () => false,
      onAnswer: (page) => {
        this.#append(page);
      },
    });
  }

  /** What a screen reader is told after results were added; nothing before. */
  announcement(): string | undefined {
    if (this.#added === 0 || this.#answer !== this.#around.search.answer) return undefined;
    return this.#around.l10n.t('more.announce', { count: this.#added, ...this.#counts() });
  }

  /** The further results, then the button for more of them. `divider` stands before the first near match. */
  render(drawList: DrawList, context: ResultContext, divider: unknown): TemplateResult | typeof nothing {
    this.#follow();
    const { answer } = this.#around.search;
    if (!answer) return nothing;
    const wasRelaxed = isRelaxed(answer.page);
    const depends = dependsOn(context);
    return html`${this.#slices.slice(0, this.#drawn).map(
      (slice, index, { [index - 1]: before }) =>
        html`${slice.isRelaxed && !(before?.isRelaxed ?? wasRelaxed) ? divider : nothing}
          <div class="slice">${this.#draw(slice, drawList, context, depends)}</div>`,
    )}
    ${this.#foot(answer)}`;
  }

  /** A slice as it stands unless something changed that it depends on: thousands of results are not looked at again. */
  #draw(
    slice: Slice,
    drawList: DrawList,
    context: ResultContext,
    depends: readonly unknown[],
  ): TemplateResult | typeof noChange {
    const { compared } = context;
    const chosen = compared.size > 0 ? slice.items.filter(({ id }) => compared.has(id)).map(({ id }) => id) : [];
    const wanted = [...depends, chosen.join(' ')];
    if (wanted.every((each, index) => each === slice.drawnFor?.[index])) return noChange;
    slice.drawnFor = wanted;
    return drawList(slice.items, withLabels(context, slice.labels));
  }

  #foot(answer: Answer<AchievementHit>): TemplateResult | typeof nothing {
    const { l10n } = this.#around;
    const { shown, total } = this.#counts();
    if (answer.page.nextCursor === undefined) return nothing;
    const isPending = this.#request.isPending || this.#drawn < this.#slices.length;
    const canLoad = !isPending && this.#nextCursor !== undefined;
    return html`${
        this.#request.state === 'error'
          ? errorBanner(this.#request.error, undefined, this.#around.l10n, () => {
              this.#request.retry();
            })
          : nothing
      }
      <div class="pager" part="pager">
        <button
          class="button"
          part="more-button"
          type="button"
          aria-disabled=${canLoad ? 'false' : 'true'}
          @click=${this.#load}
        >
          ${l10n.t(isPending ? 'more.loading' : this.#nextCursor === undefined ? 'more.end' : 'more.load')}
        </button>
        <bdi part="page-number">${l10n.t('more.shown', { shown, total })}</bdi>
      </div>`;
  }

  #counts(): { shown: number; total: number } {
    const page = this.#around.search.answer?.page;
    const shown = this.#slices.reduce((sum, { items }) => sum + items.length, page?.items.length ?? 0);
    return { shown, total: Math.max(page?.total ?? 0, shown) };
  }

  /** Begins anew below an answer that is not the one the further results belong to. */
  #follow(): void {
    const { answer } = this.#around.search;
    if (answer === this.#answer) return;
    this.#answer = answer;
    this.#slices = [];
    this.#drawn = 0;
    this.#added = 0;
    this.#nextCursor = answer?.page.nextCursor;
    this.#request.reset();
  }

  readonly #load = (): void => {
    const cursor = this.#nextCursor;
    const achievements = this.#around.client()?.achievements;
    if (cursor === undefined || !achievements || this.#request.isPending || this.#drawn < this.#slices.length) return;
    const limit = this.#answer?.limit;
    const texts = textsFor(this.#around.host);
    const query = { ...this.#around.query(), texts, cursor, limit, facets: [] };
    this.#request.run((signal) => achievements.list(query, { signal }));
  };

  #append(page: Page<AchievementHit>): void {
    this.#around.learn(page);
    const { items, labels, strict = items.length } = page;
    const below = this.#slices.at(-1)?.isRelaxed ?? (!!this.#answer && isRelaxed(this.#answer.page));
    const parts = [items.slice(0, strict), items.slice(strict)];
    for (const [index, part] of parts.entries())
      for (let at = 0; at < part.length; at += SLICE)
        this.#slices.push({ items: part.slice(at, at + SLICE), labels, isRelaxed: below || index === 1 });
    this.#added = items.length;
    this.#nextCursor = page.nextCursor;
    this.#drawNext();
  }

  /** One slice, then a breath in which the browser can answer its user. */
  #drawNext(): void {
    this.#drawn += 1;
    this.#around.host.requestUpdate();
    if (this.#drawn >= this.#slices.length) return;
    setTimeout(() => {
      if (this.#drawn < this.#slices.length) this.#drawNext();
    });
  }
}

/** What every slice depends on. */
function dependsOn({ l10n, compared, host }: ResultContext): readonly unknown[] {
  const { headingLevel, detailHref, renderItem, layout, compareHidden, messages } = host;
  const { lang, textLang } = l10n;
  return [lang, textLang, headingLevel, detailHref, layout, compareHidden, isFull(compared), messages, renderItem];
}

/** The context, whose own labels are those of the first page. */
function withLabels(context: ResultContext, labels: CodeLabels | undefined): ResultContext {
  const { l10n, host, compared, ownCards, permalink, select, compare } = context;
  return { l10n, host, compared, ownCards, permalink, select, compare, labels };
}

/** Whether a page ends in near matches. */
function isRelaxed({ strict, items }: Page<AchievementHit>): boolean {
  return strict !== undefined && strict < items.length;
}
