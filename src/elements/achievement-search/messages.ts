import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';

/** Chinese texts of `<yn-achievement-search>`. Their keys are the ones that every language has. */
export const searchZhCN = {
  'search.label': '检索科技成果',
  'search.placeholder': '技术名称、关键词或完成单位',
  'search.submit': '搜索',
  'search.clear': '清空搜索框',
  'search.results': '检索结果',
  'search.resultCount': { other: '共 {count} 项成果' },
  'search.announce': { other: '找到 {count} 项成果。' },
  'search.announcePage': '第 {page} 页，共 {pages} 页。',
  'search.relaxed': '以下是相近的成果',
  'search.relaxedOnly': '没有完全符合的成果，以下是相近的成果。',
  'search.sort': '排序',
  'search.sort.relevance': '相关度优先',
  'search.sort.newest': '最新发布优先',
  'search.filters': '筛选',
  'search.filtersActive': { other: '筛选（已选 {count} 项）' },
  'search.chosen': '已选条件',
  'search.removeFilter': '取消筛选：{facet}，{value}',
  'search.clearFilters': '全部清除',
  'search.showMore': '展开其余 {count} 项',
  'search.showLess': '收起',
  'search.pages': '结果分页',
  'search.page': '第 {page} / {pages} 页',
  'search.previous': '上一页',
  'search.next': '下一页',
  'search.rejected': { other: '有 {count} 条数据无法识别，未予显示。' },
  'search.provenance': '数据来源：{source}，截至 {time}',
  'search.empty.title': '没有找到相关成果',
  'search.empty.titleFor': '没有找到与“{query}”相关的成果',
  'search.empty.fewerWords': '请减少检索词，或换用更宽泛的说法，并检查有无错别字。',
  'search.empty.fewerFilters': '筛选条件可能过严。',
  'search.empty.removeFilters': '清除全部筛选条件',
  'search.empty.none': '这里还没有发布成果。',
  'result.institution': '完成单位',
  'result.institutions': '{name}等 {total} 家单位',
  'result.field': '技术领域',
  'result.readiness': '成熟度',
  'result.transferModes': '转化方式',
  'result.date': '发布日期',
  'readiness.trl': '技术就绪度 {level} 级',
  'readiness.stage1': '初期阶段',
  'readiness.stage2': '中期阶段',
  'readiness.stage3': '成熟应用阶段',
  'transferMode.self-investment': '自行投资实施',
  'transferMode.assignment': '转让',
  'transferMode.licence': '许可',
  'transferMode.joint-implementation': '合作实施',
  'transferMode.equity': '作价投资',
  'transferMode.try-first': '先用后转',
  'transferMode.open-licence': '开放许可',
  'transferMode.other': '其他方式',
} as const;

/** Every key that `.messages` may override. */
export type AchievementSearchKey = keyof typeof searchZhCN | StateKey;
/** Own words for some texts of `<yn-achievement-search>`. */
export type AchievementSearchMessages = MessageOverrides<AchievementSearchKey>;

export const messages: Catalogue<AchievementSearchKey> = {
  'zh-CN': { ...stateZhCN, ...searchZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
