import type { Language, Text } from '../language.js';

/** Words of the pages of public notices. */
const TEXTS = {
  heading: { 'zh-CN': '公示', en: 'Public notices' },
  intro: {
    'zh-CN': '以下事项拟发布或转化，现予公示。公示期内，任何单位和个人均可提出异议。',
    en: 'What stands here is about to be published or transferred. While a notice runs, anybody may object to it.',
  },
  open: { 'zh-CN': '正在公示', en: 'Running' },
  archived: { 'zh-CN': '往期公示', en: 'Past notices' },
  views: { 'zh-CN': '公示分类', en: 'Kinds of notices' },
  noneOpen: { 'zh-CN': '目前没有正在公示的事项。', en: 'No notice runs at present.' },
  noneArchived: { 'zh-CN': '没有往期公示。', en: 'There are no past notices.' },
  next: { 'zh-CN': '下一页', en: 'Next page' },
  pages: { 'zh-CN': '翻页', en: 'Pages' },
  all: { 'zh-CN': '返回公示列表', en: 'All public notices' },

  reference: { 'zh-CN': '公示编号', en: 'Reference' },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  demand: { 'zh-CN': '技术需求', en: 'Demand' },
  achievement: { 'zh-CN': '科技成果', en: 'Achievement' },
  organisation: { 'zh-CN': '单位', en: 'Organisation' },
  period: { 'zh-CN': '公示期', en: 'Notice' },
  days: { 'zh-CN': '{start} 至 {end}（含首尾两日）', en: '{start} to {end}, both included' },
  relatedParty: { 'zh-CN': '关联关系', en: 'Related party' },
  related: {
    'zh-CN': '受让方与单位或完成人存在关联关系',
    en: 'The other side is related to the organisation or to the authors',
  },

  object: { 'zh-CN': '提出异议', en: 'Object to it' },
  how: {
    'zh-CN': '请在 {end} 当日结束前写明异议事项、理由和依据。平台收到后逐条核实；核实完毕之前，该事项不予发布。',
    en: 'Say until the end of {end} what you object to, why, and on what grounds. Every objection is looked into; until that is done nothing is published.',
  },
  over: {
    'zh-CN': '公示期已满，不再受理异议。如有疑问，请直接联系平台。',
    en: 'The notice is over and takes no more objections. Get in touch with the platform instead.',
  },
  text: { 'zh-CN': '异议事项和理由（必填）', en: 'What you object to, and why (required)' },
  person: { 'zh-CN': '姓名', en: 'Your name' },
  unit: { 'zh-CN': '所在单位', en: 'Your organisation' },
  phone: { 'zh-CN': '电话', en: 'Telephone' },
  email: { 'zh-CN': '电子邮箱', en: 'E-mail' },
  optional: {
    'zh-CN': '以下各项可以不填。填写后便于平台核实情况并答复您；填写联系人时，请填写姓名，以及电话或电子邮箱。',
    en: 'You may leave out the rest. With it we can ask you and answer; give your name and a telephone number or an e-mail address.',
  },
  privacy: {
    'zh-CN':
      '联系方式由{handler}收集，仅用于核实和答复本次异议，不对外公开，办结 {months} 个月后删除。提交即表示您同意。',
    en: 'What you say of yourself is kept by {handler}, used for this objection alone, never published, and erased {months} months after the matter is closed. By sending it you agree.',
  },
  trap: { 'zh-CN': '请勿填写此栏', en: 'Leave this empty' },
  send: { 'zh-CN': '提交异议', en: 'Send the objection' },
  wrong: {
    'zh-CN': '异议尚未提交，请更正后重新提交：',
    en: 'The objection was not sent. Put this right and send it again:',
  },
  received: {
    'zh-CN': '异议已收到，登记号 {id}。如留有联系方式，核实后将答复您。',
    en: 'The objection has arrived; its number is {id}. If you said how to reach you, we will answer.',
  },
} as const satisfies Record<string, Text>;

export type NoticeText = keyof typeof TEXTS;

/** A text of the pages in `lang`, its placeholders replaced. */
export function noticeText(
  name: NoticeText,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[name][lang].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
