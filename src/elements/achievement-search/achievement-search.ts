import { type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AchievementHit, Client } from '../../sdk/index.js';
import { BaseElement } from '../../ui/base-element.js';
import { ClientController } from '../../ui/client-context.js';
import { afterDrawing } from '../../ui/early-answer.js';
import { loadErrorTexts } from '../../ui/error-words.js';
import { facetStyles } from '../../ui/facet-styles.js';
import { hostStyles } from '../../ui/host-styles.js';
import { LocalizeController } from '../../ui/localize-controller.js';
import { ProblemView } from '../../ui/problem-view.js';
import { SearchController } from '../../ui/search-controller.js';
import { sameSearch } from '../../ui/search-key.js';
import type { Answer, ChangeKind, Filters, RangeFilters } from '../../ui/search-types.js';
import { stateStyles } from '../../ui/state-styles.js';
import { tokens } from '../../ui/tokens.js';
import { UrlStateController } from '../../ui/url-state-controller.js';
import type { AchievementSearchEventMap } from './achievement-search.events.js';
import { styles as layoutStyles } from './achievement-search.styles.js';
import { searchTemplate } from './achievement-search.templates.js';
import { paperStyles, styles as answeringStyles } from './answering.styles.js';
import { AnsweringController } from './answering-controller.js';
import { AskingController } from './asking-controller.js';
import { styles as askingStyles } from './asking.styles.js';
import { type AchievementSearchKey, type AchievementSearchMessages, type FirstKey, messages } from './messages.js';
import type { RenderItem } from './result.js';
import { textsFor } from './surroundings.js';

/** The properties that together say what is searched for. */
const SEARCH_PROPERTIES = ['query', 'filters', 'rangeFilters', 'sort'] as const;

/**
 * Searches the achievements (科技成果) of a platform: words, facets, order, pages, in the reader's language.
 *
 * @summary Search for licensable achievements, with facets, sort and pages.
 * @customElement yn-achievement-search
 * @status experimental
 * @since 0.1.0
 * @slot loading - Replaces the placeholder that shows when the first answer takes long.
 * @slot empty - Replaces the advice that shows when nothing matches.
 * @slot error - Replaces the message that shows when nothing could be loaded. Give the reader a way to try again.
 * @fires {CustomEvent<AchievementSearchDetail>} yn-search - The answer to a search that the reader caused has come: `{query, total}`. Bubbles.
 * @fires {CustomEvent<AchievementSelectDetail>} yn-select - The reader presses a title: `{achievement, href}`, long texts as excerpts where its `excerpt` is set. The details follow in a dialog, or the page at `href`; cancel it to show the achievement yourself. Bubbles.
 * @fires {CustomEvent<AchievementEnquireDetail>} yn-enquire - The reader wants to get in touch: `{achievement}`. Cancel it to answer in the page; otherwise the contact that the record names is used. Bubbles.
 * @fires {CustomEvent<AchievementSearchErrorDetail>} yn-error - A request failed: `{error}`. Does not bubble.
 * @csspart base - Wrapper of everything.
 * @csspart form - The search form.
 * @csspart input - The search box.
 * @csspart clear-button - Empties the search box.
 * @csspart submit-button - Starts the search.
 * @csspart suggestions - The list of suggestions below the search box.
 * @csspart suggestion - One of them.
 * @csspart clear-recent - Forgets the searches that were remembered.
 * @csspart help - What a query may say: closed until the reader opens it.
 * @csspart filters - All facets: a column where there is room, else a sheet behind a button.
 * @csspart filters-toggle - Opens that sheet.
 * @csspart facet - One facet.
 * @csspart facet-label - Its name.
 * @csspart facet-value - One value with its check box.
 * @csspart facet-count - How many achievements the value would show.
 * @csspart facet-more - Shows all values of a facet, or the first few again.
 * @csspart facet-search - Looks for a value in a long facet.
 * @csspart range - One range with its two ends.
 * @csspart range-input - One end of a range.
 * @csspart range-button - Takes over what was typed.
 * @csspart filters-sheet - Holds the facets where there is no room for a column.
 * @csspart show-results - Leaves that sheet for the results, and says how many there are.
 * @csspart chips - The chosen filters.
 * @csspart chip - One chosen filter; pressing it takes the choice back.
 * @csspart clear-filters - Takes back all of them.
 * @csspart results-area - Everything right of, or below, the facets.
 * @csspart count - How many achievements match.
 * @csspart sort - The choice of order with its label.
 * @csspart sort-select - The choice of order itself.
 * @csspart results - The list of results.
 * @csspart result - One result.
 * @csspart title - The title of a result.
 * @csspart title-link - The title where it leads somewhere.
 * @csspart snippet - What it does for its user, or where the words were found.
 * @csspart facts - Institution, field, maturity, ways of transfer, date.
 * @csspart mark - Words of the query within a result.
 * @csspart divider - Stands before results that match only some of the words.
 * @csspart pager - Moves between pages.
 * @csspart page-button - Previous or next.
 * @csspart page-number - Which page of how many.
 * @csspart compare - The check box by which a result is chosen for comparison.
 * @csspart export-toggle - Opens and closes the menu of files and links.
 * @csspart export-menu - That menu.
 * @csspart export-link - A file or feed in it.
 * @csspart copy-button - Copies the link of the search.
 * @csspart more-button - Adds results below those that show, with `paging="more"`.
 * @csspart record - The dialog with all details of an achievement.
 * @csspart close-button - Closes a dialog.
 * @csspart record-group - Fields of one kind in it.
 * @csspart record-group-label - Their heading.
 * @csspart record-field - One field.
 * @csspart record-field-label - Its name.
 * @csspart enquiry-button - Gets in touch about the achievement.
 * @csspart permalink - The achievement's own page on the platform.
 * @csspart source-link - Its page at the source.
 * @csspart compare-bar - How many are chosen for comparison.
 * @csspart compare-button - Opens the comparison.
 * @csspart compare-clear-button - Forgets the choice.
 * @csspart comparison - The dialog with the comparison.
 * @csspart compare-table - Its table.
 * @csspart compare-remove-button - Takes an achievement out of it.
 * @csspart difference - The sign beside an aspect in which the achievements differ.
 * @csspart provenance - Where the data comes from and how old it is.
 * @csspart loading-view - Placeholder while the first answer takes long.
 * @csspart empty-view - Advice when nothing matches.
 * @csspart remove-filters-button - The way out of filters that leave nothing.
 * @csspart error-view - Message when nothing could be loaded.
 * @csspart error-banner - Message above older results when newer ones could not be loaded.
 * @csspart retry-button - Tries again.
 * @csspart config-view - Message to the page's author when no platform is named.
 * @cssprop [--yn-color-accent=#0b7a5c] - Links, buttons, focus ring. Darker than 4.5:1 on the surface.
 * @cssprop [--yn-color-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yn-color-text=#1a2421] - Text.
 * @cssprop [--yn-color-muted=#54635d] - Secondary text.
 * @cssprop [--yn-color-line=#dbe3df] - Lines between things.
 * @cssprop [--yn-color-edge=#7c8a84] - Edges of controls.
 * @cssprop [--yn-color-surface=#fff] - Background of controls.
 * @cssprop [--yn-color-tint=#f1f6f4] - Background of tags and of what the pointer is on.
 * @cssprop [--yn-color-mark=#ffeeb3] - Background of highlighted words.
 * @cssprop [--yn-color-danger=#b3261e] - Errors.
 * @cssprop [--yn-radius=6px] - Corners.
 * @cssprop [--yn-space=8px] - Unit of all distances.
 * @cssprop [--yn-font-family=system-ui] - Typeface; `inherit` takes the page's.
 * @cssState idle - Nothing was asked for yet.
 * @cssState loading - The first answer is awaited.
 * @cssState stalled - The first answer takes long.
 * @cssState refreshing - A newer answer is awaited, the older one shows.
 * @cssState ready - Results show.
 * @cssState empty - Nothing matches.
 * @cssState error - The last request failed.
 * @example
 * <yn-achievement-search api="https://platform.example.org" facets="field institution" url-state>
 *   <a href="https://platform.example.org/achievements">科技成果检索</a>
 * </yn-achievement-search>
 */
export class YnAchievementSearch extends BaseElement<AchievementSearchEventMap> {
  static override readonly styles: CSSResultGroup = [
    tokens,
    hostStyles,
    stateStyles,
    facetStyles,
    layoutStyles,
    askingStyles,
    answeringStyles,
    paperStyles,
  ];

  /** Address of the platform. Not needed inside a `<yn-provider>`, which comes first. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. Goes with `api`. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`; comes before `<yn-provider>` and `api`. */
  @property({ attribute: false }) client?: Client;
  /** Own words for some texts; see `yuniao/locales/zh-cn.js` for all keys. */
  @property({ attribute: false }) messages?: AchievementSearchMessages;

  /** What is searched for. Follows the reader; setting it searches without an event. */
  @property() query = '';
  /** Chosen values by facet, such as `{field: ['新材料']}`. Follows the reader; setting it searches without an event. */
  @property({ attribute: false }) filters: Filters = {};
  /** Wanted ranges, such as `{price: {max: 500000}}` in yuan. Follows the reader; setting it searches without an event. */
  @property({ attribute: false }) rangeFilters: RangeFilters = {};
  /** `relevance` or `newest`. Unset: relevance when there are words, else newest. Follows the reader. */
  @property() sort?: string;
  /** Ids of the facets to offer, separated by spaces, in the order wanted. Unset: the main ones of the platform. */
  @property() facets?: string;
  /** Those of which a record must have all chosen values, where any of them is enough otherwise. */
  @property({ attribute: 'facets-all' }) facetsAll = '';
  /** Ids of the ranges to offer below the facets, separated by spaces: `price`, `published`, `readiness`. */
  @property() ranges = '';
  /** Results on a page, 1 to 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;
  /** Mirrors the search in the page's address. The value, if any, is a prefix that keeps several searches apart. */
  @property({ attribute: 'url-state' }) urlState?: string;
  /** Where a result leads, `{id}` standing for its id: `/achievements/{id}`. Unset: to a dialog with all details. */
  @property({ attribute: 'detail-href' }) detailHref?: string;
  /** `list`, or `compact` for a line or two each. */
  @property({ reflect: true }) layout: 'list' | 'compact' = 'list';
  /** `pages`, or `more` for a button that adds results below those that show. Their number is not kept in the address. */
  @property() paging: 'pages' | 'more' = 'pages';
  /** Draws a result in the page's own way: gets the achievement, whole, and `{language}`, gives a `Node` or text, which is never read as markup. */
  @property({ attribute: false }) renderItem?: RenderItem;
  /** The page answers `yn-enquire`: the button shows for achievements without a contact, too. */
  @property({ type: Boolean, attribute: 'enquiry-handled' }) enquiryHandled = false;
  /** Writes the results of the page that shows as JSON-LD (schema.org) into the tag, for crawlers, with texts as the list shows them. Under Trusted Types allow the policy `yuniao-json-ld`. */
  @property({ type: Boolean, attribute: 'json-ld' }) jsonLd = false;
  /** Leaves the comparison out. */
  @property({ type: Boolean, attribute: 'compare-hidden' }) compareHidden = false;
  /** Leaves the export menu out. */
  @property({ type: Boolean, attribute: 'export-hidden' }) exportHidden = false;
  /** Level of the results' headings, 1 to 6, to fit the page's own. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** Searches when the reader presses Enter or the button, not while typing. */
  @property({ type: Boolean, attribute: 'submit-only' }) submitOnly = false;
  /** Leaves the suggestions below the search box out. */
  @property({ type: Boolean, attribute: 'suggestions-hidden' }) suggestionsHidden = false;
  /** Remembers the last eight searches in the browser's storage for this site, and offers them in the empty box. */
  @property({ type: Boolean, attribute: 'recent-searches' }) recentSearches = false;
  /** Leaves the tips on what a query may say out. */
  @property({ type: Boolean, attribute: 'help-hidden' }) helpHidden = false;
  /** Leaves the facets and ranges out. */
  @property({ type: Boolean, attribute: 'facets-hidden' }) facetsHidden = false;
  /** Leaves the choice of order out. */
  @property({ type: Boolean, attribute: 'sort-hidden' }) sortHidden = false;
  /** `light` or `dark`, for pages that do not state their `color-scheme`. Unset: as the page. */
  @property({ reflect: true }) appearance?: 'light' | 'dark';

  #pageNumber = 1;

  readonly #clients: ClientController = new ClientController(this);
  readonly #l10n: LocalizeController<AchievementSearchKey, FirstKey> = new LocalizeController<
    AchievementSearchKey,
    FirstKey
  >(this, messages);
  readonly #problem: ProblemView = new ProblemView(this, this.#l10n);
  readonly #url: UrlStateController = new UrlStateController(this, {
    prefix: () => this.urlState,
    state: () => ({ ...this.#search.state, record: this.#answering.recordId }),
    onNavigate: ({ record, ...wanted }) => {
      this.#search.restore(wanted);
      this.#followSearch();
      this.#answering.showRecord(record);
    },
  });
  readonly #search: SearchController<AchievementHit> = new SearchController(this, {
    source: () => this.#clients.client?.achievements,
    isReady: () => this.#url.isReady,
    waits: () => afterDrawing(this),
    settings: () => ({
      limit: this.#limit,
      facets: this.#facetIds,
      matchAll: words(this.facetsAll),
      ranges: this.facetsHidden ? [] : words(this.ranges),
      lang: this.#l10n.lang,
      texts: textsFor(this),
      submitOnly: this.submitOnly,
    }),
    onChange: (kind) => this.#onChange(kind),
    onAnswer: (answer) => this.#onAnswer(answer),
    onFailure: (error) => this.dispatchEvent(new CustomEvent('yn-error', { detail: { error } })),
  });
  readonly #asking: AskingController = new AskingController(
    this,
    this.#l10n,
    this.#search,
    () => this.#clients.client?.achievements,
  );
  readonly #answering: AnsweringController = new AnsweringController(this, this.#l10n, this.#search, {
    client: () => this.#clients.client,
    clearFilters: this.#asking.clearFilters,
    focusResults: () => {
      this.#asking.focusResults();
    },
    selected: () => {
      this.#asking.remember();
    },
    recordShown: () => {
      this.#url.write('committed');
    },
  });

  /** Asks the platform again for what is shown, for example after the page's own code has changed a record. */
  refresh(): void {
    this.#search.refresh();
  }

  /** Puts the focus into the search box. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!SEARCH_PROPERTIES.some((name) => changed.has(name))) return;
    const { query: q, filters, rangeFilters: ranges, sort } = this;
    const wanted = { ...this.#search.state, q: q.trim(), filters, ranges, sort };
    if (!sameSearch(wanted, this.#search.state)) this.#search.restore({ q, filters, ranges, sort });
  }

  protected override updated(): void {
    if (this.#answering.drawing.isDone) this.showState(this.#search.requestState);
    const before = this.#pageNumber;
    this.#pageNumber = this.#search.pageNumber;
    if (before !== this.#pageNumber && this.#search.answer?.byUser) this.#showFirstResult();
  }

  protected override render(): TemplateResult {
    const { problem } = this.#clients;
    if (problem) return this.#problem.template(problem, this.api);
    return searchTemplate(this.#asking, this.#answering);
  }

  /** A page size that a platform accepts, whatever the attribute says. */
  get #limit(): number {
    return Math.min(Math.max(Math.trunc(this.pageSize) || 20, 1), 100);
  }

  get #facetIds(): readonly string[] | undefined {
    return this.facetsHidden ? [] : words(this.facets);
  }

  /** The properties tell what is searched for, as an input's `value` tells what is typed. */
  #followSearch(): void {
    const { q, filters, ranges = {}, sort } = this.#search.state;
    this.query = q;
    this.filters = filters;
    this.rangeFilters = ranges;
    this.sort = sort;
  }

  /** The reader turned the page at its end, and reads on at the beginning. */
  #showFirstResult(): void {
    const area = this.renderRoot.querySelector('.results-area');
    if (area && area.getBoundingClientRect().top < 0) area.scrollIntoView();
  }

  #onChange(kind: ChangeKind): void {
    this.#followSearch();
    this.#url.write(kind);
    if (kind === 'committed') this.#asking.remember();
  }

  #onAnswer({ byUser, state: { q }, page }: Answer<AchievementHit>): void {
    const { total } = page;
    this.#answering.learn(page);
    loadErrorTexts(this.#l10n);
    if (!byUser) return;
    this.dispatchEvent(new CustomEvent('yn-search', { detail: { query: q, total }, bubbles: true, composed: true }));
  }
}

/** The words of an attribute that names several things; `undefined` where there is no attribute. */
function words(list: string): readonly string[];
function words(list: string | undefined): readonly string[] | undefined;
function words(list: string | undefined): readonly string[] | undefined {
  return list?.split(/\s+/).filter(Boolean);
}
