import type { Text } from '../language.js';

/** The words of the letters. What people typed stands in a paragraph of its own, never in a subject. */
export const LETTER_TEXTS = {
  greeting: { 'zh-CN': '您好！', en: 'Hello,' },
  automatic: {
    'zh-CN': '本邮件由系统自动发送，请勿直接回复。',
    en: 'This letter was sent automatically; please do not reply to it.',
  },
  stranger: {
    'zh-CN': '如果您没有提交过任何内容，请忽略本邮件。',
    en: 'If you have not sent us anything, please ignore this letter.',
  },
  reference: { 'zh-CN': '受理编号：{reference}', en: 'Reference: {reference}' },
  title: { 'zh-CN': '名称：{title}', en: 'Title: {title}' },
  demand: { 'zh-CN': '技术需求', en: 'demand' },
  achievement: { 'zh-CN': '科技成果', en: 'achievement' },
  enquiry: { 'zh-CN': '咨询', en: 'enquiry' },

  'receipt-subject': {
    'zh-CN': '【{platform}】已收到您的{kind}（{reference}）',
    en: '[{platform}] We have received your {kind} ({reference})',
  },
  receipt: { 'zh-CN': '您提交的{kind}已收到。', en: 'We have received your {kind}.' },
  'receipt-next': {
    'zh-CN': '工作人员将尽快审核。内容需要补充时会退回并说明原因，审核通过后予以发布。',
    en: 'Our staff will review it soon. Where something is missing we send it back and say what; once approved, it is published.',
  },
  'receipt-next-enquiry': {
    'zh-CN': '工作人员将尽快处理，并按您留下的联系方式与您联系。',
    en: 'Our staff will deal with it soon and reply to you the way you asked for.',
  },
  'status-link': {
    'zh-CN': '通过下面的链接可以查看办理进度，也可以撤回：',
    en: 'At this address you can see where it stands, and withdraw it:',
  },
  'status-link-secret': {
    'zh-CN': '任何人打开此链接都可以查看和撤回，请勿转发。',
    en: 'Whoever has the address can do so: please keep it to yourself.',
  },

  'returned-subject': {
    'zh-CN': '【{platform}】您的{kind}需要修改（{reference}）',
    en: '[{platform}] Your {kind} needs changes ({reference})',
  },
  returned: {
    'zh-CN': '您提交的{kind}已退回修改，请用当初收到的办理进度链接打开，修改后重新提交。',
    en: 'Your {kind} was returned to you for changes. Open it at the status address that you were given, change it and send it again.',
  },
  note: { 'zh-CN': '工作人员的说明：', en: 'Our staff says:' },

  'published-subject': {
    'zh-CN': '【{platform}】您的{kind}已发布（{reference}）',
    en: '[{platform}] Your {kind} is published ({reference})',
  },
  published: { 'zh-CN': '您提交的{kind}已通过审核并发布。', en: 'Your {kind} was approved and is now published.' },
  'record-link': { 'zh-CN': '公开页面：', en: 'Its public page:' },

  'closed-subject': {
    'zh-CN': '【{platform}】您的{kind}已关闭（{reference}）',
    en: '[{platform}] Your {kind} was closed ({reference})',
  },
  closed: { 'zh-CN': '您提交的{kind}已关闭。', en: 'Your {kind} was closed.' },
  reason: { 'zh-CN': '原因：{reason}', en: 'Reason: {reason}' },

  'office-new-subject': {
    'zh-CN': '【{platform}】收到新的{kind}（{reference}）',
    en: '[{platform}] New {kind} ({reference})',
  },
  'office-new': {
    'zh-CN': '平台收到一件新的{kind}，请在受理台处理。',
    en: 'A new {kind} has arrived. Please deal with it at the desk.',
  },

  'office-objection-subject': {
    'zh-CN': '【{platform}】公示收到异议（{reference}）',
    en: '[{platform}] Objection to a public notice ({reference})',
  },
  'office-objection': {
    'zh-CN': '公示中的{kind}收到一条异议，请在受理台核实处理；处理完毕前不能发布。',
    en: 'Somebody objects to a {kind} on public notice. Please settle it at the desk; until then it cannot be published.',
  },
} as const satisfies Readonly<Record<string, Text>>;
