/** Chinese texts of the controls that ask. Their keys are the ones that every language has. */
export const askingZhCN = {
  'search.label': '检索科技成果',
  'search.placeholder': '技术名称、关键词或完成单位',
  'search.submit': '搜索',
  'search.help': '检索技巧',
  'search.clear': '清空搜索框',
  'search.sort': '排序',
  'search.sort.relevance': '相关度优先',
  'search.sort.newest': '最新发布优先',
  'search.filters': '筛选',
  'search.filtersActive': { other: '筛选（已选 {count} 项）' },
  'search.matchAll': '须同时符合',
  'search.showMore': '展开其余 {count} 项',
  'search.showLess': '收起',
} as const;
