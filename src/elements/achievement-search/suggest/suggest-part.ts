import { css, type CSSResult } from 'lit';
import type { AchievementHit, AchievementsResource } from '../../../sdk/index.js';
import { RecentSearches } from '../../../ui/lazy/recent-searches.js';
import { SuggestionBox } from '../../../ui/lazy/suggestion-box.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import type { SearchController } from '../../../ui/search-controller.js';
import { texts } from './suggest-texts.js';

export { texts };
export type SuggestKey = keyof (typeof texts)['zh-CN'];

/** How many suggestions are asked for. */
const LIMIT = 8;

const GROUPS: Readonly<Record<string, SuggestKey>> = {
  recent: 'suggest.recent',
  title: 'suggest.title',
  keywords: 'suggest.keywords',
  institution: 'suggest.institution',
};

/** What suggesting needs of the element around. */
export interface SuggestContext {
  readonly l10n: Localizer<SuggestKey>;
  /** What the page wants. */
  readonly host: { readonly suggestionsHidden: boolean; readonly recentSearches: boolean };
  readonly search: Pick<SearchController<AchievementHit>, 'submit'>;
  source(): Pick<AchievementsResource, 'suggest'> | undefined;
}

const recent = new RecentSearches();

/** Suggestions for `input`, drawn into `popup`. */
export function suggestInto(
  input: HTMLInputElement,
  popup: HTMLElement,
  { l10n, host, search, source }: SuggestContext,
): SuggestionBox {
  return new SuggestionBox(input, popup, {
    suggest: async (q, signal) =>
      (!host.suggestionsHidden && source()?.suggest({ q, limit: LIMIT, lang: l10n.lang }, { signal })) || [],
    choose: (text) => {
      search.submit(text);
    },
    recent: () => (host.recentSearches ? recent : undefined),
    words: {
      label: () => l10n.t('suggest.label'),
      group: (field) => l10n.t(GROUPS[field] ?? 'suggest.other'),
      count: (count) => l10n.t('suggest.count', { count }),
      clearRecent: () => l10n.t('suggest.clearRecent'),
    },
  });
}

/** Remembers what was searched for, on this site. */
export function remember(words: string): void {
  recent.add(words);
}

export const styles: CSSResult = css`
  .suggestions {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    max-block-size: min(26em, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-block: calc(var(--_space) / 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.16);
  }
  .suggestion,
  .suggestion-group,
  .suggestions .plain {
    padding: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
  }
  .suggestion-group {
    padding-block-start: var(--_space);
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
  }
  .suggestion {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    min-block-size: 36px;
    line-height: 1.45;
    cursor: pointer;
  }
  .suggestion:hover {
    background: var(--_tint);
  }
  .suggestion[aria-selected='true'] {
    background: var(--_tint);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .suggestion mark {
    background: none;
    color: var(--_accent);
    font-weight: 600;
  }
  .suggestion-count {
    flex: none;
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .suggestions {
      display: none;
    }
  }
`;
