import type { Messages } from '../../localize-controller.js';

const zhCN = {
  'answer.returned': '退回修改：',
  'answer.noNote': '工作人员没有另附说明，如有疑问请与平台联系。',
  'answer.help': '请按照意见修改下面的内容，然后重新提交。受理编号 {reference} 不变。',
  'answer.files': '此前提交的附件继续保留：{names}。',
  'answer.submit': '重新提交',
  'answer.startOver': '恢复为此前提交的内容',
  'answer.loading': '正在读取您此前提交的内容…',
  'answer.settled': '这项提交（{reference}）目前不需要修改：可能已经重新提交，也可能平台已继续办理。',
  'answer.kind': '这个链接对应的提交（{reference}）不能用本表单修改，请从办理进度页面重新进入。',
  'answer.missing': '没有查到要修改的提交。请从回执或邮件中复制完整的查询链接，包括“key=”之后的部分。',
  'answer.gone': '这项提交已从平台删除，不能再修改。',
  'answer.failed': '暂时读取不到您此前提交的内容，请稍后再试。',
  'answer.retry': '重试',
  'answer.status': '查看办理进度',
  'answer.refused': '平台没有接受这次修改：这项提交已不在“退回修改”状态。您填写的内容都在。',
  'answer.denied': '查询链接不正确或已失效，平台没有接受这次修改。您填写的内容都在。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'answer.returned': 'Returned for revision:',
  'answer.noNote': 'The staff added no words. If you are unsure what to change, please ask the platform.',
  'answer.help': 'Change it below as asked for, then send it again. Its reference stays {reference}.',
  'answer.files': 'The files that you sent before stay with it: {names}.',
  'answer.submit': 'Send again',
  'answer.startOver': 'Go back to what you sent before',
  'answer.loading': 'Getting what you sent before…',
  'answer.settled':
    'Nothing has to be changed in this submission ({reference}) now: you may have sent it again already, or the platform goes on with it.',
  'answer.kind':
    'What this link leads to ({reference}) cannot be changed with this form. Please come again from the page that shows where it stands.',
  'answer.missing':
    'There is no such submission. Copy the whole link from your receipt or letter, with what follows “key=”.',
  'answer.gone': 'The platform has erased this submission. It cannot be changed any more.',
  'answer.failed': 'What you sent before cannot be had at the moment. Please try again later.',
  'answer.retry': 'Try again',
  'answer.status': 'See where it stands',
  'answer.refused':
    'The platform did not take the changes: the submission no longer stands at “returned”. Everything you entered is still here.',
  'answer.denied':
    'The platform did not take the changes: the link is wrong, or no longer good. Everything you entered is still here.',
};

export type AnswerKey = keyof typeof zhCN;

/** Texts for the answer to a return. */
export const texts = { 'zh-CN': zhCN, en } as const;
