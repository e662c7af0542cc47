import type { Text } from '../server/language.js';

/** What `yuniao webhook` and `yuniao message` say, in both languages. */
export const DELIVERY_TEXTS = {
  'webhook-id-missing': {
    'zh-CN': '请指明 webhook 编号（见 yuniao webhook list）。',
    en: 'Name the id of the webhook (yuniao webhook list).',
  },
  'webhook-event-unknown': {
    'zh-CN': '没有“{event}”这个事件。可用：{events}。',
    en: 'There is no event "{event}". Events are: {events}.',
  },
  'webhook-not-https': {
    'zh-CN': '“{url}”未加密。webhook 地址应以 https:// 开头；http:// 仅可用于本机。',
    en: '"{url}" is not encrypted. A webhook has an address with https://; http:// is for this machine only.',
  },
  'webhook-private-address': {
    'zh-CN': '“{url}”是内网地址。如确需通知内网中的系统，请加上 --allow-private。',
    en: '"{url}" belongs to a private network. Give --allow-private if that is meant.',
  },
  'webhook-with-credentials': {
    'zh-CN': 'webhook 地址中不能写用户名和密码，请改用签名核验来源。',
    en: 'The address of a webhook must not hold a user and password: check the signature instead.',
  },
  'webhook-not-an-address': {
    'zh-CN': '“{url}”不是有效的地址。请写成 https://district.example/hook 的形式。',
    en: '"{url}" is not an address. Write it like https://district.example/hook.',
  },
  'webhook-added': {
    'zh-CN': '已登记 webhook {id}。签名密钥如下，只显示这一次，请妥善保存：',
    en: 'Registered the webhook {id}. It is signed with this secret, shown this once; keep it safe:',
  },
  'webhook-none': { 'zh-CN': '尚未登记任何 webhook。', en: 'No webhook is registered.' },
  'webhook-removed': { 'zh-CN': '已移除 webhook {id}。', en: 'Removed the webhook {id}.' },
  'webhook-unknown': { 'zh-CN': '没有编号为 {id} 的 webhook。', en: 'There is no webhook with the id {id}.' },

  'message-none': { 'zh-CN': '没有未送达的邮件或事件。', en: 'No letter or event is undelivered.' },
  'message-waiting': { 'zh-CN': '待发送', en: 'waiting' },
  'message-failed': { 'zh-CN': '已放弃', en: 'given up' },
  'message-next': { 'zh-CN': '下次 {time}', en: 'next {time}' },
  'message-id-unknown': {
    'zh-CN': '没有编号为 {id} 的未送达邮件或事件（见 yuniao message list）。',
    en: 'There is no undelivered letter or event with the id {id} (yuniao message list).',
  },
  'message-retried': {
    'zh-CN': '{count} 件将由运行中的平台立即重新发送。',
    en: 'A running platform tries {count} of them again at once.',
  },
  'mail-address-invalid': {
    'zh-CN': '{option}：“{address}”不是电子邮箱地址。',
    en: '{option}: "{address}" is not an e-mail address.',
  },
  'smtp-url-invalid': {
    'zh-CN': '邮件服务器地址应写成 smtp://用户:密码@主机:端口 或 smtps://… 的形式。',
    en: 'The address of a mail server is written like smtp://user:password@host:port or smtps://….',
  },
} as const satisfies Readonly<Record<string, Text>>;
