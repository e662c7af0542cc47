import type { ConfigKey } from '../../ui/lazy/config-part.js';
import type { ErrorKey } from '../../ui/lazy/error-texts.js';
import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';
import type { ManageKey } from './manage/manage-texts.js';
import type { OutcomeKey } from './outcomes/outcome-texts.js';

/** Chinese texts of `<yn-submission-status>`. Their keys are the ones that every language has. */
export const statusZhCN = {
  'status.heading': '查询办理进度',
  'status.ask': '请填写提交成功时收到的查询链接，或者受理编号和查询密钥。',
  'status.ask.link': '查询链接或受理编号',
  'status.ask.key': '查询密钥',
  'status.ask.keyHelp': '粘贴完整链接时不用填。',
  'status.ask.submit': '查询',
  'status.ask.fault': '请粘贴完整的查询链接，或填写受理编号（如 D26-7K4Q-X9MT）和查询密钥。',
  'status.ask.other': '查询其他提交',
  'status.reference': '受理编号',
  'status.kind.demand': '技术需求',
  'status.kind.achievement': '科技成果',
  'status.kind.enquiry': '咨询',
  'status.received': '提交时间',
  'status.updated': '最近更新',
  'status.refresh': '刷新',
  'status.steps': '办理进度',
  'status.reason': '原因：{reason}',
  'status.notice': '公示期 {start} 至 {end}。公示期内，任何单位和个人都可以提出异议。',
  'status.manage': '我的授权和个人信息',
  'status.record': '查看已发布的内容',
  'status.submitted': '已提交',
  'status.firstReview': '初审',
  'status.review': '复审',
  'status.returned': '退回修改',
  'status.publicNotice': '公示',
  'status.published': '已发布',
  'status.negotiating': '洽谈中',
  'status.contracted': '已签约',
  'status.closed': '已关闭',
  'status.tombstone': '已删除',
  'status.submitted.means': '平台已收到，等待工作人员初审。',
  'status.firstReview.means': '工作人员正在初审，如有疑问会与您联系。',
  'status.review.means': '初审已通过，正在复审。',
  'status.returned.means': '请按照下面的意见修改后重新提交。',
  'status.publicNotice.means': '审核已通过，正在公示。',
  'status.published.means': '已在平台公开发布，可以检索到。',
  'status.negotiating.means': '正在对接洽谈。',
  'status.contracted.means': '双方已签约。',
  'status.closed.means': '办理已结束。',
  'status.tombstone.means': '已从平台撤下。',
} as const;

/** Keys of the texts that are needed from the start. */
export type SubmissionStatusFirstKey = keyof typeof statusZhCN | StateKey;
/** Every key that `.messages` may override. */
export type SubmissionStatusKey = SubmissionStatusFirstKey | ManageKey | OutcomeKey | ConfigKey | ErrorKey;
/** Own words for some texts of `<yn-submission-status>`. */
export type SubmissionStatusMessages = MessageOverrides<SubmissionStatusKey>;

export const messages: Catalogue<SubmissionStatusFirstKey> = {
  'zh-CN': { ...stateZhCN, ...statusZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
