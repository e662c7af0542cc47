import { type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Indicator } from '../../domain/indicator.js';
import type { Client, IndicatorQuery, IndicatorsResource, Page } from '../../sdk/index.js';
import { BaseElement } from '../../ui/base-element.js';
import { ClientController } from '../../ui/client-context.js';
import { loadErrorTexts } from '../../ui/error-words.js';
import { hostStyles } from '../../ui/host-styles.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { LoadController } from '../../ui/load-controller.js';
import { LocalizeController } from '../../ui/localize-controller.js';
import { stateStyles } from '../../ui/state-styles.js';
import { nextTask } from '../../ui/next-task.js';
import { ProblemView } from '../../ui/problem-view.js';
import { tokens } from '../../ui/tokens.js';
import type { KpiTilesEventMap } from './kpi-tiles.events.js';
import { styles } from './kpi-tiles.styles.js';
import { type KpiMorePart, type KpiSheetPart, kpiTilesTemplate } from './kpi-tiles.templates.js';
import type { Extras } from './more/extras.js';
import { type KpiTilesFirstKey, type KpiTilesKey, type KpiTilesMessages, messages } from './messages.js';
import { type Choice, chosenPlaces, isSize, parseCodes, placesBySection } from './places.js';
import { Readings } from './readings.js';
import { DrawingSteps } from './steps.js';
import type { Group, KpiLayout, KpiSize } from './view.js';

/** More tiles than these leave a board no room for trends. */
const MOST_FULL_TILES = 12;

/**
 * Shows how far the targets of a plan are (指标完成情况): each indicator with its figure, target, progress, trend,
 * as-of date, responsible office and source, and behind a button its definition and whole history.
 *
 * @summary Progress towards the targets of a plan, as tiles, strip, table or full-screen board.
 * @customElement yn-kpi-tiles
 * @status experimental
 * @since 0.1.0
 * @slot loading - Replaces the placeholder that shows when the first answer takes long.
 * @slot empty - Replaces the message that shows when there is no indicator.
 * @slot error - Replaces the message that shows when nothing could be loaded. Give the reader a way to try again.
 * @fires {CustomEvent<KpiDrillDownDetail>} yn-drill-down - The reader is about to look at the records behind a figure: `{indicator, href}`. Cancel it to show them yourself. Bubbles.
 * @fires {CustomEvent<KpiTilesErrorDetail>} yn-error - A request failed: `{error}`. Does not bubble.
 * @csspart base - Wrapper of everything.
 * @csspart heading - The heading of everything.
 * @csspart fullscreen-button - Lets a board fill the screen.
 * @csspart section - One section of the plan with its tiles.
 * @csspart section-title - Its heading.
 * @csspart tiles - The tiles of a section, or all of them.
 * @csspart tile - One tile.
 * @csspart eyebrow - Basis and period, above the name.
 * @csspart mark - A word on how far to trust the figure: sample, revised, provisional.
 * @csspart name - What is counted.
 * @csspart figure - The figure with its unit, or a dash and why it is not known.
 * @csspart gauge - How much of the target is reached.
 * @csspart target - The target.
 * @csspart standing - How the target stands, with an icon of its own.
 * @csspart trend - The small drawing of the series.
 * @csspart change - The difference from the same period of the year before.
 * @csspart facts - As-of date, responsible office, source.
 * @csspart details-button - Opens the definition and history.
 * @csspart records-link - Leads to the records behind the figure.
 * @csspart table - The table of the layout `table`.
 * @csspart dialog - Definition and history of one indicator.
 * @csspart dialog-title - Its title.
 * @csspart close-button - Closes it.
 * @csspart about - Definition, formula, method and so on.
 * @csspart series - The table of all periods.
 * @csspart provenance - Where the data comes from and how old it is.
 * @csspart loading-view - Placeholder while the first answer takes long.
 * @csspart empty-view - Message when there is no indicator.
 * @csspart error-view - Message when nothing could be loaded.
 * @csspart error-banner - Message above older figures when newer ones could not be loaded.
 * @csspart retry-button - Tries again.
 * @csspart config-view - Message to the page's author when no platform is named.
 * @cssprop [--yn-color-accent=#0b7a5c] - Progress, buttons, focus ring. Darker than 4.5:1 on the surface.
 * @cssprop [--yn-color-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yn-color-text=#1a2421] - Text.
 * @cssprop [--yn-color-muted=#54635d] - Secondary text.
 * @cssprop [--yn-color-line=#dbe3df] - Lines between things.
 * @cssprop [--yn-color-edge=#7c8a84] - Edges of controls.
 * @cssprop [--yn-color-surface=#fff] - Background of tiles and of the dialog.
 * @cssprop [--yn-color-tint=#f1f6f4] - Background of marks and of what the pointer is on.
 * @cssprop [--yn-color-danger=#b3261e] - Missed targets and errors.
 * @cssprop [--yn-radius=6px] - Corners.
 * @cssprop [--yn-space=8px] - Unit of all distances.
 * @cssprop [--yn-font-family=system-ui] - Typeface; `inherit` takes the page's.
 * @cssprop [--yn-kpi-tiles-board-height=100vh] - Height of the layout `board`.
 * @cssState idle - Nothing was asked for yet.
 * @cssState loading - The first answer is awaited.
 * @cssState stalled - The first answer takes long.
 * @cssState refreshing - A newer answer is awaited, the older one shows.
 * @cssState ready - Indicators show.
 * @cssState empty - There is no indicator.
 * @cssState error - The last request failed.
 * @example
 * <yn-kpi-tiles api="https://platform.example.org" codes="contracts-amount:large patents incubators">
 *   <a href="https://platform.example.org/api/v1/indicators.csv">指标数据（CSV）</a>
 * </yn-kpi-tiles>
 */
export class YnKpiTiles extends BaseElement<KpiTilesEventMap> {
  static override readonly styles: CSSResultGroup = [tokens, hostStyles, stateStyles, styles];

  /** Address of the platform. Not needed inside a `<yn-provider>`, which comes first. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. Goes with `api`. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`; comes before `<yn-provider>` and `api`. */
  @property({ attribute: false }) client?: Client;
  /** Own words for some texts; see `yuniao/locales/zh-cn.js` for all keys. */
  @property({ attribute: false }) messages?: KpiTilesMessages;

  /**
   * Codes of the indicators to show, in this order, separated by spaces; `contracts-amount:large` sets the size of one
   * tile. Unset: all of them, by the sections of the plan.
   */
  @property() codes = '';
  /** Code of a section of the plan, to show that one only. */
  @property() section?: string;
  /** `tiles`, `compact` (a strip), `table` (for copying and print) or `board` (fills a screen, for an exhibition hall). */
  @property() layout: KpiLayout = 'tiles';
  /** `small`, `medium` or `large`: how much room each tile takes, and with that how much it tells. */
  @property() size: KpiSize = 'medium';
  /** Heading of everything and caption of the table. Unset: none but where the layout needs one. */
  @property() heading?: string;
  /** Level of the heading, 1 to 6, to fit the page's own; sections come one below it. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** Sets one list without headings of sections. */
  @property({ type: Boolean }) ungrouped = false;
  /**
   * Where the records behind a figure are listed, for those that are counted from records. `{query}` stands for the
   * platform's query of them, such as `achievements?f.region=330110`, `{code}` and `{id}` for the indicator's. Unset: the
   * platform's own list, which is a page for achievements and data for other kinds. Empty: no link.
   */
  @property({ attribute: 'drill-down-href' }) drillDownHref?: string;
  /** Seconds between refreshes, at least 5. Unset: the figures are loaded once. */
  @property({ type: Number, attribute: 'refresh-seconds' }) refreshSeconds?: number;
  /** Lets figures run up to their values, unless the reader asked for less motion. */
  @property({ type: Boolean, attribute: 'count-up' }) countUp = false;
  /** For how many tiles to keep room until the answer comes; with `codes` it is known. */
  @property({ type: Number }) placeholders = 12;
  /** `light` or `dark`, for pages that do not state their `color-scheme`. Unset: as the page. */
  @property({ reflect: true }) appearance?: 'light' | 'dark';

  /** What the readings were made of. */
  #read: readonly unknown[] = [];
  #extras?: Extras;
  /** Whether tiles would show the same as before. */
  #isSame = false;

  readonly #clients: ClientController = new ClientController(this);
  readonly #l10n: LocalizeController<KpiTilesKey, KpiTilesFirstKey> = new LocalizeController(this, messages);
  readonly #problem: ProblemView = new ProblemView(this, this.#l10n);
  readonly #sheet: LazyPart<KpiSheetPart> = new LazyPart<KpiSheetPart>(
    this,
    this.#l10n,
    async () => import('./sheet/kpi-sheet-part.js'),
  );
  readonly #more: LazyPart<KpiMorePart> = new LazyPart<KpiMorePart>(
    this,
    this.#l10n,
    async () => import('./more/kpi-more-part.js'),
  );
  #readings: Readings = new Readings([], '', this.#l10n);
  readonly #request: LoadController<IndicatorsResource, Page<Indicator>> = new LoadController(this, {
    source: () => this.#clients.client?.indicators,
    key: () => JSON.stringify(this.#query),
    load: async (indicators, signal) => {
      const [page] = await Promise.all([indicators.list(this.#query, { signal }), this.#partsOfLayout()]);
      // It has the words for what is missing
      if (page.items.length < Math.max(this.#choices.length, 1) || page.rejected > 0) await this.#more.load();
      // To read many indicators takes long enough: they are drawn in a task of its own
      await nextTask();
      return page;
    },
    isEmpty: ({ items }) => items.length === 0,
    onAnswer: () => this.#onAnswer(),
    onFailure: (error) => this.#onFailure(error),
  });

  readonly #steps: DrawingSteps = new DrawingSteps(this, () => {
    const { size } = this.#readings.indicators;
    const figures = this.layout === 'table' || size === 0 ? 0 : this.#choices.length || size;
    return { figures, extras: this.#more.part ? figures : 0 };
  });

  /** Asks the platform again for what is shown, for example after the page's own code has changed a figure. */
  refresh(): void {
    this.#request.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('layout')) void this.#partsOfLayout();
    const { lang, textLang, hasTexts } = this.#l10n;
    const read = [this.#request.value, lang, textLang, hasTexts, this.messages, today()];
    const isRead = read.every((each, index) => each === this.#read[index]);
    this.#isSame = isRead && changed.size === 0 && !this.#extras?.isMoving;
    if (isRead) return;
    this.#read = read;
    this.#readings = new Readings(this.#request.value?.items ?? [], today(), this.#l10n);
  }

  protected override updated(): void {
    this.showState(this.#request.state);
  }

  protected override render(): TemplateResult {
    const l10n = this.#l10n;
    const { problem } = this.#clients;
    if (problem) return this.#problem.template(problem, this.api);
    return kpiTilesTemplate({
      l10n,
      layout: /^(compact|table|board)$/.test(this.layout) ? this.layout : 'tiles',
      request: this.#request,
      readings: this.#readings,
      groups: this.#groups,
      heading: this.heading,
      headingLevel: this.headingLevel,
      size: this.#size,
      placeholders: this.#placeholders,
      sheet: this.#sheet.part,
      extras: this.#drawExtras,
      steps: this.#steps,
      isSame: this.#isSame,
      host: this,
      retry: this.#onRetry,
    });
  }

  /** What the layout needs beyond the tiles. Where it cannot be had, tiles show. */
  async #partsOfLayout(): Promise<unknown> {
    const { layout } = this;
    return Promise.all([
      (layout === 'table' || this.countUp) && this.#more.load(),
      (layout === 'table' || layout === 'board') && this.#sheet.load(),
    ]);
  }

  get #drawExtras(): Extras | undefined {
    const { part } = this.#more;
    if (part) this.#extras ??= new part.Extras(this, this.#l10n, this.#sheet, () => this.#clients.client?.indicators);
    return this.#extras;
  }

  get #query(): IndicatorQuery {
    return { codes: this.#choices.map(({ code }) => code), section: this.section };
  }

  get #choices(): readonly Choice[] {
    return parseCodes(this.codes);
  }

  /** How many tiles to keep room for. */
  get #placeholders(): number {
    return this.#choices.length || Math.max(Math.trunc(this.placeholders) || 0, 0);
  }

  /** The size of tiles that have none of their own; a full board has room for the figures only. */
  get #size(): KpiSize {
    const count = this.#choices.length || this.#readings.indicators.size || this.#placeholders;
    if (this.layout === 'board' && count > MOST_FULL_TILES) return 'small';
    return isSize(this.size) ? this.size : 'medium';
  }

  /** The places to draw: as the author chose, else by section; a board has no room for headings. */
  get #groups(): readonly Group[] {
    const { indicators } = this.#readings;
    if (indicators.size === 0) return [];
    if (this.#choices.length > 0) return [{ id: '', places: chosenPlaces(this.#choices, this.#size) }];
    const groups = placesBySection(indicators, this.#size, this.#l10n.lang, this.#l10n.t('kpi.other'));
    return this.ungrouped || this.layout === 'board' || this.layout === 'compact'
      ? [{ id: '', places: groups.flatMap(({ places }) => places) }]
      : groups;
  }

  #onAnswer(): void {
    loadErrorTexts(this.#l10n);
    void this.#more.load();
    if (this.countUp) this.#drawExtras?.run(this.#readings);
  }

  #onFailure(error: unknown): void {
    this.dispatchEvent(new CustomEvent('yn-error', { detail: { error } }));
    if (this.refreshSeconds) void this.#more.load(); // it keeps the time
  }

  readonly #onRetry = (): void => {
    this.#request.retry();
  };
}

/** The reader's calendar day. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
