import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import type { ConfigKey } from '../../ui/lazy/config-part.js';
import type { ErrorKey } from '../../ui/lazy/error-texts.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';
import type { BulkKey } from './bulk/desk-bulk-texts.js';
import type { CompareKey } from './compare/desk-compare-texts.js';
import type { DetailKey } from './detail/desk-detail-texts.js';
import type { EditKey } from './edit/desk-edit-texts.js';
import type { FieldKey } from './fields/desk-field-names.js';
import type { PrivacyKey } from './privacy/desk-privacy-texts.js';

/** Chinese texts of `<yn-review-desk>` until a submission is opened. Their keys are the ones that every language has. */
export const deskZhCN = {
  'desk.title': '审核工作台',
  'desk.signIn.lead': '请用操作员令牌登录。令牌由平台管理员发放，只供本人使用。',
  'desk.signIn.token': '操作员令牌',
  'desk.signIn.submit': '登录',
  'desk.signIn.pending': '正在登录…',
  'desk.signIn.missing': '请填写令牌。',
  'desk.signIn.wrong': '令牌无效或已停用，请核对后重新填写。',
  'desk.signIn.scope': '该令牌没有审核权限，请向平台管理员申请含 desk 权限的令牌。',
  'desk.signIn.expired': '登录已失效，请重新登录。已填写的内容仍为您保留。',
  'desk.signIn.failed': '未能登录，令牌还没有得到核实。',
  'desk.signedInAs': '当前操作员：{label}',
  'desk.signOut': '退出登录',
  'desk.kind.demand': '技术需求',
  'desk.kind.achievement': '科技成果',
  'desk.kind.enquiry': '咨询',
  'desk.status.submitted': '待受理',
  'desk.status.firstReview': '初审中',
  'desk.status.review': '复审中',
  'desk.status.returned': '已退回修改',
  'desk.status.publicNotice': '公示中',
  'desk.status.published': '已发布',
  'desk.status.negotiating': '洽谈中',
  'desk.status.contracted': '已签约',
  'desk.status.closed': '已办结',
  'desk.status.tombstone': '已删除',
  'desk.filters': '筛选',
  'desk.filter.text': '查找编号、名称或单位',
  'desk.filter.find': '查找',
  'desk.filter.kind': '类别',
  'desk.filter.status': '状态',
  'desk.filter.assignee': '经办人',
  'desk.filter.all': '全部',
  'desk.filter.anyone': '不限',
  'desk.filter.mine': '我经办的',
  'desk.filter.unassigned': '未分派',
  'desk.filter.counted': '{label}（{count}）',
  'desk.filter.clear': '清除筛选',
  'desk.sort': '排序',
  'desk.sort.oldest': '先收到的在前',
  'desk.sort.newest': '后收到的在前',
  'desk.sort.updated': '最近更新的在前',
  'desk.queue': '办件列表',
  'desk.queue.total': { other: '共 {count} 件' },
  'desk.queue.shown': '已列出 {shown} 件，共 {total} 件',
  'desk.queue.more': '加载更多',
  'desk.queue.loading': '正在加载…',
  'desk.queue.refresh': '刷新',
  'desk.queue.fresh': { other: '有 {count} 件新到，点此显示' },
  'desk.queue.empty': '没有符合条件的办件',
  'desk.queue.empty.advice': '可以放宽筛选条件；新的提交会在列表上方提示。',
  'desk.queue.rejected': { other: '有 {count} 件无法识别，未予列出。' },
  'desk.col.reference': '编号',
  'desk.col.title': '名称',
  'desk.col.organisation': '单位',
  'desk.col.kind': '类别',
  'desk.col.status': '状态',
  'desk.col.age': '收到时间',
  'desk.col.assignee': '经办人',
  'desk.suspicious': '疑似垃圾信息',
  'desk.unassigned': '未分派',
  'desk.private': '个人',
  'desk.open': '选择左侧的一件，在此办理。',
  'desk.back': '返回列表',
  'desk.bulk': '批量与导出',
} as const;

/** Keys of the texts that are there from the start. */
export type ReviewDeskFirstKey = keyof typeof deskZhCN | StateKey;
/** Every key that `.messages` may override. */
export type ReviewDeskKey =
  | ReviewDeskFirstKey
  | DetailKey
  | FieldKey
  | CompareKey
  | EditKey
  | BulkKey
  | PrivacyKey
  | ConfigKey
  | ErrorKey;
/** Own words for some texts of `<yn-review-desk>`. */
export type ReviewDeskMessages = MessageOverrides<ReviewDeskKey>;

/** The texts that are there from the start; the others come with the parts that are fetched on need. */
export const messages: Catalogue<ReviewDeskFirstKey> = {
  'zh-CN': { ...stateZhCN, ...deskZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
