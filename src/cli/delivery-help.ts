import type { Text } from '../server/language.js';

/** What `--help` prints for the commands about deliveries. */
export const DELIVERY_HELP: Readonly<Record<'webhook' | 'message', Text>> = {
  webhook: {
    en: `Usage: yuniao webhook add --url URL --event EVENT… [--allow-private] [--data DIR]
       yuniao webhook list [--data DIR]
       yuniao webhook remove ID [--data DIR]

Tells systems of your own what happens to submissions. Each event is a POST of JSON,
signed as Standard Webhooks describes (headers webhook-id, webhook-timestamp and
webhook-signature); the secret is shown once. What is not answered with 2xx within
10 seconds is sent again for three days; the id stays the same. Nothing about a person
is sent.

  --url URL        https://…, or http:// on this machine; redirects are not followed
  --event EVENT    submission.received, submission.transition, submission.withdrawn or
                   record.published; may be given several times
  --allow-private  the address may be one of a private network
  --data DIR       folder of the embedded database (./.yuniao)

The folder of a running platform belongs to it: stop it for a moment, or keep the data
on a PostgreSQL server (DATABASE_URL).`,
    'zh-CN': `用法：yuniao webhook add --url 地址 --event 事件… [--allow-private] [--data 目录]
      yuniao webhook list [--data 目录]
      yuniao webhook remove 编号 [--data 目录]

将提交件的动态通知您自己的系统。每个事件以 POST 发送一份 JSON，按 Standard Webhooks 规范
签名（请求头 webhook-id、webhook-timestamp、webhook-signature），密钥只显示一次。10 秒内
未以 2xx 应答的会在三天内多次重发，编号不变。内容不含个人信息。

  --url 地址       https://…，本机可用 http://；不跟随跳转
  --event 事件     submission.received（收到）、submission.transition（状态变化）、
                   submission.withdrawn（撤回）或 record.published（发布），可重复给出
  --allow-private  允许内网地址
  --data 目录      内嵌数据库的目录（默认 ./.yuniao）

平台运行时数据目录归平台所有：请先停止平台，或使用 PostgreSQL 服务器（DATABASE_URL）。`,
  },
  message: {
    en: `Usage: yuniao message list [--data DIR]
       yuniao message retry [ID] [--data DIR]

Shows letters and events that have not been delivered, with the reason of the last
failure, and has one or all of them tried again. Letters wait here while no mail server
is configured (yuniao serve --smtp-url). Neither their texts nor addresses are shown.

  --data DIR   folder of the embedded database (./.yuniao)`,
    'zh-CN': `用法：yuniao message list [--data 目录]
      yuniao message retry [编号] [--data 目录]

列出未送达的邮件和事件及最近一次失败的原因，并可重新发送其中一件或全部。未配置邮件服务器
（yuniao serve --smtp-url）时，邮件保留在此等待。不显示正文和地址。

  --data 目录   内嵌数据库的目录（默认 ./.yuniao）`,
  },
};
