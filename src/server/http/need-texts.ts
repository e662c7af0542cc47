/**
 * What a field needs, in Chinese, by the words that its schema says in English. The schemas are shared with pages, which
 * bring their own words, so they carry one language only.
 */
export const NEEDS_IN_CHINESE: Readonly<Record<string, string>> = {
  'needs 1 to 64 letters, digits, hyphens or underscores': '请使用 1 至 64 个字母、数字、连字符或下划线',
  'needs a BCP 47 language tag such as zh-CN': '语言请使用 BCP 47 标签，例如 zh-CN',
  'needs a date such as 2024, 2024-06 or 2024-06-30': '请填写日期，例如 2024、2024-06 或 2024-06-30',
  'needs a date such as 2026-05-18 or a time with offset such as 2026-05-18T14:00:00+08:00':
    '请填写日期（例如 2026-05-18）或带时区的时间（例如 2026-05-18T14:00:00+08:00）',
  'needs a date without a time when allDay is true, and a time with offset otherwise':
    'allDay 为 true 时请只填日期，否则请填带时区的时间',
  'needs a day not before periodStart': '请填写不早于 periodStart 的日期',
  'needs a phone number': '请填写电话号码',
  'needs a phone number or an e-mail address': '请填写电话或电子邮箱',
  'needs a reference such as D26-7K4Q-X9MT': '请填写受理编号，例如 D26-7K4Q-X9MT',
  'needs a time with offset such as 2024-06-30T09:00:00+08:00': '请填写带时区的时间，例如 2024-06-30T09:00:00+08:00',
  'needs an IANA time zone such as Asia/Shanghai': '请填写 IANA 时区，例如 Asia/Shanghai',
  'needs an ISO 4217 currency such as CNY': '请填写 ISO 4217 货币代码，例如 CNY',
  'needs an address that starts with http:// or https://': '请填写以 http:// 或 https:// 开头的网址',
  'needs an e-mail address': '请填写电子邮箱地址',
  'needs at least one consent': '请至少给出一项授权同意',
  'needs either a value or the reason for its absence': '请填写数值，或说明缺失的原因，二者只填其一',
  'needs text in at least one language': '请至少填写一种语言的文本',
  'needs the 18 characters of a unified social credit code': '请填写 18 位统一社会信用代码',
  'needs the same form as start and a time not before it': '请与开始时间采用同一形式，且不早于开始时间',
  'needs the six digits of a GB/T 2260 region': '请填写 6 位 GB/T 2260 行政区划代码',
};
