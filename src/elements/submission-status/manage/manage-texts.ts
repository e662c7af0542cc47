import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'manage.consents': '我的授权',
  'manage.consent.contact': '受理与联系',
  'manage.consent.forwarding': '转交对接单位',
  'manage.consent.statistics': '统计分析',
  'manage.recipient': '使用方：{recipient}',
  'manage.given': '{time} 同意',
  'manage.withdrawn': '{time} 已撤回',
  'manage.data': '我的数据',
  'manage.dataHelp': '查询链接相当于凭证，请妥善保管，不要转发给他人。',
  'manage.download': '下载我的个人信息',
  'manage.downloaded': '文件已保存到您的下载目录。',
  'manage.keep': '暂不操作',
  'manage.busy': '正在办理…',
  'manage.withdrawConsent': '撤回同意',
  'manage.withdrawConsent.of': '撤回同意：{purpose}',
  'manage.withdrawConsent.ask': '要撤回“{purpose}”的同意吗？',
  'manage.withdrawConsent.means':
    '撤回后，平台不再为此使用您的个人信息；撤回前已进行的处理不受影响。如撤回的是办理所必需的同意，平台将无法继续为您办理。',
  'manage.withdrawConsent.yes': '确认撤回同意',
  'manage.withdrawConsent.done': '已撤回同意。',
  'manage.withdraw': '撤回提交',
  'manage.withdraw.ask': '要撤回这项提交吗？',
  'manage.withdraw.means': '撤回后办理即告结束，不能恢复；如需继续办理，请重新提交。',
  'manage.withdraw.yes': '确认撤回提交',
  'manage.withdraw.done': '已撤回提交。',
  'manage.erase': '删除我的个人信息',
  'manage.erase.ask': '要删除您的个人信息吗？',
  'manage.erase.means':
    '您的姓名、职务、电话、邮箱等将从平台永久删除，无法恢复，平台也不能再与您联系。尚未办结的提交将随之结束；已公开发布的内容不含这些信息，会继续保留。',
  'manage.erase.yes': '确认永久删除',
  'manage.erase.done': '已删除您的个人信息。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'manage.consents': 'What you agreed to',
  'manage.consent.contact': 'Handling the submission and getting in touch',
  'manage.consent.forwarding': 'Passing it on to a partner',
  'manage.consent.statistics': 'Statistics',
  'manage.recipient': 'Used by: {recipient}',
  'manage.given': 'Agreed on {time}',
  'manage.withdrawn': 'Withdrawn on {time}',
  'manage.data': 'Your data',
  'manage.dataHelp': 'Whoever has your link can do all this. Keep it to yourself.',
  'manage.download': 'Download your personal data',
  'manage.downloaded': 'The file is among your downloads.',
  'manage.keep': 'Leave it as it is',
  'manage.busy': 'One moment…',
  'manage.withdrawConsent': 'Withdraw consent',
  'manage.withdrawConsent.of': 'Withdraw consent: {purpose}',
  'manage.withdrawConsent.ask': 'Withdraw your consent to “{purpose}”?',
  'manage.withdrawConsent.means':
    'From then on the platform does not use your data for it; what was done before stays valid. Without a consent that the matter needs, the platform cannot go on with it.',
  'manage.withdrawConsent.yes': 'Withdraw this consent',
  'manage.withdrawConsent.done': 'Your consent is withdrawn.',
  'manage.withdraw': 'Withdraw the submission',
  'manage.withdraw.ask': 'Withdraw this submission?',
  'manage.withdraw.means': 'That ends the matter for good. To go on later, send the form again.',
  'manage.withdraw.yes': 'Withdraw it',
  'manage.withdraw.done': 'The submission is withdrawn.',
  'manage.erase': 'Erase your personal data',
  'manage.erase.ask': 'Erase your personal data?',
  'manage.erase.means':
    'Your name, position, telephone number and e-mail address are erased for good, and the platform cannot get in touch with you any more. A matter that is not settled ends with that; what was published holds none of it and stays.',
  'manage.erase.yes': 'Erase it for good',
  'manage.erase.done': 'Your personal data is erased.',
};

export type ManageKey = keyof typeof zhCN;

/** Texts of what a submitter can do. */
export const manageTexts = { 'zh-CN': zhCN, en } as const;
