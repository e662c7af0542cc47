/** Chinese texts that every element with data needs. Their keys are the ones that every language has. */
export const stateZhCN = {
  'state.loading': '正在加载…',
  'state.failed': '加载失败',
  'state.retry': '重试',
  'state.stale': '当前显示的是截至 {time} 的数据。',
} as const;

export type StateKey = keyof typeof stateZhCN;
