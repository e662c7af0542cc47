import type { Messages } from '../../../ui/localize-controller.js';

/** Chinese texts of the button for further results. */
export const moreZhCN = {
  'more.load': '加载更多',
  'more.loading': '正在加载…',
  'more.end': '已显示全部结果',
  'more.shown': '已显示 {shown} / {total} 项',
  'more.announce': { other: '又显示了 {count} 项，已显示 {shown} 项，共 {total} 项。' },
} as const;

export type MoreKey = keyof typeof moreZhCN;

/** English texts of the same. */
export const moreEn: Messages<MoreKey> = {
  'more.load': 'Show more results',
  'more.loading': 'Loading…',
  'more.end': 'All results are shown',
  'more.shown': '{shown} of {total}',
  'more.announce': {
    one: '{count} more result. {shown} of {total} are shown.',
    other: '{count} more results. {shown} of {total} are shown.',
  },
};
