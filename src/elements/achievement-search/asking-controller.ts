import type { ReactiveElement } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import type { FacetActions } from '../../ui/facet-view.js';
import type { LocalizeController } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import type { AskingView } from './asking.templates.js';
import type { AchievementSearchKey } from './messages.js';

/** What the author of the page says about asking. */
interface AskingHost extends ReactiveElement {
  readonly sort?: string;
  readonly sortHidden: boolean;
}

/** Owns what a reader does to ask: types, chooses, orders; and what of it is open. */
export class AskingController implements AskingView {
  readonly l10n: LocalizeController<AchievementSearchKey>;
  readonly search: SearchController<AchievementHit>;
  filtersOpen = false;
  expandedFacets: ReadonlySet<string> = new Set();
  readonly #host: AskingHost;

  constructor(
    host: AskingHost,
    l10n: LocalizeController<AchievementSearchKey>,
    search: SearchController<AchievementHit>,
  ) {
    this.#host = host;
    this.l10n = l10n;
    this.search = search;
  }

  get sort(): string | undefined {
    return this.#host.sort;
  }

  get sortHidden(): boolean {
    return this.#host.sortHidden;
  }

  readonly facetActions: FacetActions = {
    choose: (facet, value, chosen) => {
      this.search.setFilter(facet, value, chosen);
    },
    drop: (facet, value) => {
      this.search.setFilter(facet, value, false);
      if (this.search.filterCount === 0) this.focusResults();
    },
    expand: (facet, expanded) => {
      const others = [...this.expandedFacets].filter((each) => each !== facet);
      this.expandedFacets = new Set(expanded ? [...others, facet] : others);
      this.#host.requestUpdate();
    },
    clear: () => {
      this.search.clearFilters();
      this.focusResults();
    },
  };

  /** Puts the focus where reading goes on when what had it is gone. */
  focusResults(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.results-area')?.focus({ preventScroll: true });
  }

  readonly input = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) this.search.compose();
    else this.search.type((event.currentTarget as HTMLInputElement).value);
  };

  readonly submit = (event: Event): void => {
    event.preventDefault();
    this.search.submit();
  };

  readonly clearText = (): void => {
    this.search.type('');
    this.search.submit();
    this.#host.focus();
  };

  readonly sortBy = (event: Event): void => {
    this.search.sortBy((event.currentTarget as HTMLSelectElement).value);
  };

  readonly toggleFilters = (): void => {
    this.filtersOpen = !this.filtersOpen;
    this.#host.requestUpdate();
  };
}
