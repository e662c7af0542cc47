import { nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { AchievementHit, AchievementsResource } from '../../sdk/index.js';
import type { FacetActions, FacetFinder } from '../../ui/facet-view.js';
import { LazyPart } from '../../ui/lazy-part.js';
import type { FacetSearch } from '../../ui/lazy/facet-search.js';
import type { RangeView } from '../../ui/lazy/range-view.js';
import type { SuggestionBox } from '../../ui/lazy/suggestion-box.js';
import type { LocalizeController } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import type { AskingView } from './asking.templates.js';
import type { AchievementSearchKey, FirstKey } from './messages.js';
import { withReader } from './parts.js';

type SuggestPart = typeof import('./suggest/suggest-part.js');
type HelpPart = typeof import('./help/help-part.js');
type NarrowPart = typeof import('./narrow/narrow-part.js');
type FindValuePart = typeof import('./find-value/find-value-part.js');
type SheetPart = typeof import('./sheet/sheet-part.js');

/** What the author of the page says about asking. */
interface AskingHost extends ReactiveElement {
  readonly sort?: string;
  readonly sortHidden: boolean;
  readonly suggestionsHidden: boolean;
  readonly recentSearches: boolean;
  readonly helpHidden: boolean;
}

/** Owns what a reader does to ask: types, chooses, orders; and what of it is open. */
export class AskingController implements AskingView, ReactiveController {
  readonly l10n: LocalizeController<AchievementSearchKey, FirstKey>;
  readonly search: SearchController<AchievementHit>;
  filtersOpen = false;
  expandedFacets: ReadonlySet<string> = new Set();
  readonly #host: AskingHost;
  readonly #source: () => AchievementsResource | undefined;
  readonly #suggest: LazyPart<SuggestPart>;
  readonly #help: LazyPart<HelpPart>;
  readonly #narrow: LazyPart<NarrowPart>;
  readonly #findValue: LazyPart<FindValuePart>;
  readonly #sheet: LazyPart<SheetPart>;
  #rangeView?: RangeView;
  #finder?: FacetSearch;
  #suggestions?: SuggestionBox;
  /** The search box that the suggestions stand under; there is a new one after the element had no platform for a while. */
  #suggestedFor?: EventTarget;
  /** Words for which suggestions come too late: they stood in the box before, or have been asked for. */
  #doneWith = '';

  constructor(
    host: AskingHost,
    l10n: LocalizeController<AchievementSearchKey, FirstKey>,
    search: SearchController<AchievementHit>,
    source: () => AchievementsResource | undefined,
  ) {
    this.#host = host;
    this.l10n = l10n;
    this.search = search;
    this.#source = source;
    this.#suggest = new LazyPart(host, l10n, async () => withReader(import('./suggest/suggest-part.js')));
    this.#help = new LazyPart(host, l10n, async () => import('./help/help-part.js'));
    this.#narrow = new LazyPart(host, l10n, async () => import('./narrow/narrow-part.js'));
    this.#findValue = new LazyPart(host, l10n, async () => withReader(import('./find-value/find-value-part.js')));
    this.#sheet = new LazyPart(host, l10n, async () => import('./sheet/sheet-part.js'));
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.search.filterCount > 0 || this.search.rangeIds.length > 0) void this.#narrow.load();
    this.#finder?.update();
  }

  hostUpdated(): void {
    if (this.filtersOpen) this.#sheet.part?.showSheet(this.#host.renderRoot);
  }

  hostDisconnected(): void {
    this.#suggestions?.close();
    this.#finder?.close();
    if (this.filtersOpen) this.#setFiltersOpen(false);
  }

  /** Whether anything may stand below the search box. */
  get suggests(): boolean {
    return !this.#host.suggestionsHidden || this.#host.recentSearches;
  }

  /** The tips, once the reader has opened them; `undefined` where the page has none. */
  get help(): unknown {
    if (this.#host.helpHidden) return undefined;
    return this.#help.part?.helpTemplate(this.l10n) ?? '';
  }

  get sort(): string | undefined {
    return this.#host.sort;
  }

  get sortHidden(): boolean {
    return this.#host.sortHidden;
  }

  get chips(): unknown {
    if (this.search.filterCount === 0) return nothing;
    return this.#narrow.part?.chips(this.search, this.l10n, { drop: this.#drop, clear: this.clearFilters });
  }

  get ranges(): unknown {
    const { part } = this.#narrow;
    if (!part || this.search.rangeIds.length === 0) return nothing;
    this.#rangeView ??= new part.RangeView();
    return part.rangeTemplates(this.search, this.l10n, this.#rangeView, this.#redraw);
  }

  get finder(): FacetFinder | undefined {
    const { part } = this.#findValue;
    if (part) this.#finder ??= part.createFinder(this.#host, this.search, this.l10n, this.#source);
    return this.#finder;
  }

  get sheet(): ((content: unknown) => TemplateResult) | undefined {
    const { part } = this.#sheet;
    return (
      part &&
      ((content) =>
        part.sheetTemplate(content, this.search, this.l10n, { clear: this.#clear, closed: this.#onSheetClosed }))
    );
  }

  readonly facetActions: FacetActions = {
    choose: (facet, value, chosen) => {
      this.search.setFilter(facet, value, chosen);
    },
    expand: (facet, expanded) => {
      const others = [...this.expandedFacets].filter((each) => each !== facet);
      this.expandedFacets = new Set(expanded ? [...others, facet] : others);
      if (expanded) void this.#findValue.load();
      this.#redraw();
    },
  };

  /** Takes back every choice, by a button that goes with the last of them. */
  readonly clearFilters = (): void => {
    this.#clear();
    this.focusResults();
  };

  /** Puts the focus where reading goes on when what had it is gone. */
  focusResults(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.results-area')?.focus({ preventScroll: true });
  }

  readonly input = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) this.search.compose();
    else this.search.type((event.currentTarget as HTMLInputElement).value);
  };

  /** The reader is about to type: the code for suggestions comes now. */
  readonly enterBox = async ({ currentTarget }: Event): Promise<void> => {
    const input = currentTarget as HTMLInputElement;
    const popup = input.parentElement?.querySelector<HTMLElement>('.popup');
    if (!this.suggests || !popup || input === this.#suggestedFor) return;
    this.#doneWith = input.value;
    const part = await this.#suggest.load();
    if (!part || input === this.#suggestedFor) return;
    this.#suggestedFor = input;
    this.#suggestions = part.suggestInto(input, popup, {
      l10n: this.l10n,
      host: this.#host,
      search: this.search,
      source: this.#source,
    });
    if (input.value === '' || input.value !== this.#doneWith) void this.#suggestions.update();
  };

  /** Keeps the words that were searched for, where the page wants that. */
  remember(): void {
    const { q } = this.search.state;
    if (this.#host.recentSearches && q !== '') void this.#suggest.load().then((part) => part?.remember(q));
  }

  readonly toggleHelp = (): void => {
    void this.#help.load();
  };

  readonly submit = (event: Event): void => {
    event.preventDefault();
    this.#doneWith = this.search.text;
    this.search.submit();
  };

  readonly clearText = (): void => {
    this.search.submit('');
    this.#host.focus();
  };

  readonly sortBy = (event: Event): void => {
    this.search.sortBy((event.currentTarget as HTMLSelectElement).value);
  };

  /** The reader is about to choose: the code for chips comes now. */
  readonly enterFilters = (): void => {
    void this.#narrow.load();
  };

  /** The facets come in a sheet over the page, or below their button where the code for it cannot be had. */
  readonly toggleFilters = async (): Promise<void> => {
    await this.#sheet.load();
    this.#setFiltersOpen(!this.filtersOpen);
  };

  readonly #onSheetClosed = (): void => {
    this.#setFiltersOpen(false);
    this.#host.renderRoot.querySelector<HTMLElement>('.filters-toggle')?.focus();
  };

  readonly #redraw = (): void => {
    this.#host.requestUpdate();
  };

  readonly #clear = (): void => {
    this.#rangeView?.reset();
    this.search.clearFilters();
  };

  readonly #drop = (id: string, value?: string): void => {
    if (value === undefined) this.search.setRange(id);
    else this.search.setFilter(id, value, false);
    if (this.search.filterCount === 0) this.focusResults();
  };

  #setFiltersOpen(open: boolean): void {
    this.filtersOpen = open;
    this.#redraw();
  }
}
