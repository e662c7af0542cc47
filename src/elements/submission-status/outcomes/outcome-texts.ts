import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'status.missing.title': '没有查到这项提交',
  'status.missing.advice': '编号或密钥不符，请核对回执中的查询链接。链接须完整，包括“key=”之后的部分。',
  'status.gone.title': '这项提交已删除',
  'status.gone.advice': '按照保存期限或提交人的要求，平台已删除这项提交的全部内容。',
  'resubmit.now': '修改后重新提交',
  'resubmit.nowhere': '本页面没有修改入口，请到当初提交的页面修改，或联系平台工作人员。',
  'reason.done': '已办结',
  'reason.withdrawn': '提交人撤回',
  'reason.rejected': '不予通过',
  'reason.expired': '已过期',
  'reason.merged': '与重复件合并',
  'reason.spam': '垃圾信息',
  'reason.not-our-field': '不属于本单位领域',
  'reason.have-own': '已有自有方案',
  'reason.price': '价格未谈妥',
  'reason.timing': '时机不合适',
  'reason.no-answer': '对方未回复',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'status.missing.title': 'There is no such submission',
  'status.missing.advice':
    'The number or the key is wrong. Check the link in your receipt: it has to be complete, with what follows “key=”.',
  'status.gone.title': 'This submission has been erased',
  'status.gone.advice':
    'The platform has erased all of it, because its time was over or because whoever sent it asked for it.',
  'resubmit.now': 'Correct and send again',
  'resubmit.nowhere':
    'This page has no form to correct it with. Please go to the page where you sent it, or ask the platform’s staff.',
  'reason.done': 'Done',
  'reason.withdrawn': 'Withdrawn by the submitter',
  'reason.rejected': 'Rejected',
  'reason.expired': 'Expired',
  'reason.merged': 'Merged with a duplicate',
  'reason.spam': 'Spam',
  'reason.not-our-field': 'Not our field',
  'reason.have-own': 'A solution of their own exists',
  'reason.price': 'No agreement on the price',
  'reason.timing': 'Wrong time',
  'reason.no-answer': 'No answer from the other side',
};

export type OutcomeKey = keyof typeof zhCN;

/** Texts that few submissions need: why one was closed, or why there is none to show. */
export const outcomeTexts = { 'zh-CN': zhCN, en } as const;
