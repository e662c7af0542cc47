import type { Language, Text } from '../language.js';

/** Words of the page of a submission. */
const TEXTS = {
  heading: { 'zh-CN': '提交件办理进度', en: 'Where your submission stands' },
  reference: { 'zh-CN': '受理编号', en: 'Reference' },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  demand: { 'zh-CN': '技术需求', en: 'Demand' },
  achievement: { 'zh-CN': '科技成果', en: 'Achievement' },
  enquiry: { 'zh-CN': '咨询', en: 'Enquiry' },
  status: { 'zh-CN': '当前状态', en: 'Status' },
  received: { 'zh-CN': '提交时间', en: 'Received' },
  updated: { 'zh-CN': '最近更新', en: 'Last change' },
  notice: { 'zh-CN': '公示期', en: 'Public notice' },
  period: { 'zh-CN': '{start} 至 {end}', en: '{start} to {end}' },
  record: { 'zh-CN': '查看已发布的内容', en: 'See what was published' },
  steps: { 'zh-CN': '办理进度', en: 'Steps' },
  reason: { 'zh-CN': '原因：{reason}', en: 'Reason: {reason}' },
  consents: { 'zh-CN': '个人信息授权', en: 'Consents' },
  recipient: { 'zh-CN': '接收方：{recipient}', en: 'For: {recipient}' },
  given: { 'zh-CN': '同意时间：{time}', en: 'Given: {time}' },
  withdrawn: { 'zh-CN': '已于 {time} 撤回', en: 'Withdrawn: {time}' },
  secret: {
    'zh-CN': '本页地址相当于您的凭证：持有者可以查看进度、撤回提交、删除个人信息。请妥善保存，不要转发。',
    en: 'The address of this page is your key: whoever has it can see where the submission stands, withdraw it and erase personal data. Keep it and pass it on to nobody.',
  },
  returned: {
    'zh-CN': '此件已退回修改。请在提交它的网页上用本页地址重新打开表单，修改后再次提交；也可以直接联系我们。',
    en: 'It was returned to you. Open the form on the website where you sent it with the address of this page, and send a new version; or get in touch with us.',
  },
  actions: { 'zh-CN': '可办理事项', en: 'What you can do' },
  withdraw: { 'zh-CN': '撤回本次提交', en: 'Withdraw this submission' },
  withdrawHelp: {
    'zh-CN': '撤回后停止办理，不能恢复；需要时可以重新提交。',
    en: 'It is closed and cannot be brought back; you can send a new one.',
  },
  withdrawConsent: { 'zh-CN': '撤回同意：{purpose}', en: 'Withdraw the consent: {purpose}' },
  withdrawContactHelp: {
    'zh-CN': '撤回后我们停止处理并删除您的个人信息，尚未办结的提交随之关闭。撤回前已进行的处理，其效力不受影响。',
    en: 'We stop using your personal data and erase it; if the submission is not settled, it is closed. What was done before stays valid.',
  },
  withdrawOtherHelp: {
    'zh-CN': '撤回后不再据此提供您的个人信息，不影响本次提交的办理。撤回前已进行的提供，其效力不受影响。',
    en: 'Your data is not passed on any more; the submission goes on. What was passed on before stays lawful.',
  },
  download: { 'zh-CN': '下载我的个人信息（JSON）', en: 'Download my personal data (JSON)' },
  erase: { 'zh-CN': '删除我的个人信息', en: 'Erase my personal data' },
  eraseHelp: {
    'zh-CN': '删除联系人信息、附件和往来邮件，不能恢复。已公开发布的内容不含个人信息，予以保留；办理记录按规定留存。',
    en: 'Contact person, files and letters are erased for good. What was published names no private person and stays, and so does the record of steps.',
  },
  confirm: { 'zh-CN': '我已了解，确认办理', en: 'I understand and want this' },
  'done.withdraw': { 'zh-CN': '已撤回本次提交。', en: 'The submission is withdrawn.' },
  'done.consent': { 'zh-CN': '已撤回同意。', en: 'The consent is withdrawn.' },
  'done.erase': { 'zh-CN': '已删除您的个人信息。', en: 'Your personal data is erased.' },
  'done.unconfirmed': {
    'zh-CN': '尚未办理：请先勾选“我已了解，确认办理”。',
    en: 'Nothing was done: tick the box to confirm.',
  },
} as const satisfies Record<string, Text>;

export type SubmissionText = keyof typeof TEXTS;

/** A text of the page in `lang`, its placeholders replaced. */
export function submissionText(
  name: SubmissionText,
  lang: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[name][lang].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
