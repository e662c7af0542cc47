import type { Messages } from '../../ui/localize-controller.js';
import type { askingZhCN } from './messages.asking.js';

export const askingEn: Messages<keyof typeof askingZhCN> = {
  'search.label': 'Search achievements',
  'search.placeholder': 'Technology, keyword or institution',
  'search.submit': 'Search',
  'search.help': 'Search tips',
  'search.clear': 'Clear the search box',
  'search.sort': 'Sort by',
  'search.sort.relevance': 'Relevance',
  'search.sort.newest': 'Newest first',
  'search.filters': 'Filters',
  'search.filtersActive': { one: 'Filters ({count} active)', other: 'Filters ({count} active)' },
  'search.matchAll': 'all of those chosen',
  'search.showMore': 'Show {count} more',
  'search.showLess': 'Show fewer',
};
