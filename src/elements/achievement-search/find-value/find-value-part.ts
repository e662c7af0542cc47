import { css, type CSSResult, type ReactiveControllerHost } from 'lit';
import type { AchievementHit, AchievementsResource } from '../../../sdk/index.js';
import { FacetSearch } from '../../../ui/lazy/facet-search.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import type { SearchController } from '../../../ui/search-controller.js';
import { texts } from './find-value-texts.js';

export { texts };
export type FindValueKey = keyof (typeof texts)['zh-CN'];

/** Fields that look for a value in the long facets of `search`. */
export function createFinder(
  host: ReactiveControllerHost,
  search: SearchController<AchievementHit>,
  l10n: Localizer<FindValueKey>,
  source: () => Pick<AchievementsResource, 'facetValues'> | undefined,
): FacetSearch {
  return new FacetSearch(host, {
    find: (query, options) => source()?.facetValues(query, options),
    state: () => search.state,
    lang: () => l10n.lang,
    onFound: (facet) => {
      search.learn(facet);
    },
    words: {
      label: (facet) => l10n.t('findValue.label', { facet }),
      none: () => l10n.t('findValue.none'),
      failed: () => l10n.t('findValue.failed'),
    },
  });
}

export const styles: CSSResult = css`
  .facet .facet-search {
    inline-size: 100%;
    block-size: max(2.25em, 36px);
    padding: 0 var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    transform: none;
    cursor: text;
  }
  .facet-search::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .facet-message:not(:empty) {
    padding-block: calc(var(--_space) / 2);
    color: var(--_muted);
    font-size: 0.875em;
  }
`;
