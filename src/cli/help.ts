import type { Text } from '../server/language.js';
import { DELIVERY_HELP } from './delivery-help.js';

/** What `--help` prints, by command. */
export const HELP: Readonly<Record<string, Text>> = {
  ...DELIVERY_HELP,
  yuniao: {
    en: `Usage: yuniao COMMAND [OPTIONS]

Commands:
  serve                      run the platform
  import achievements FILE   bring in records from JSON Lines, JSON, CSV or Excel
  import demands FILE        the same for demands
  import indicators FILE     bring in indicators, their targets and figures
  export achievements|demands
                             write all records as JSON Lines
  site add|list|remove       which pages may embed the platform
  token create|list|revoke   who may import over the network and work at the desk
  webhook add|list|remove    which systems are told of events
  message list|retry         letters and events that were not delivered
  audit verify               whether the trail of what was done at the desk is whole

Options:
  --help       explain a command: yuniao serve --help
  --version    print the version

Data is kept in a folder (./.yuniao, or --data DIR) that one process at a time can
open, or on a PostgreSQL server when DATABASE_URL is set.

Exit codes: 0 done, 1 failed, 2 not asked properly.`,
    'zh-CN': `用法：yuniao 命令 [选项]

命令：
  serve                      运行平台
  import achievements 文件   导入 JSON Lines、JSON、CSV 或 Excel 中的科技成果
  import demands 文件        同上，导入技术需求
  import indicators 文件     导入指标及其目标值、实际值
  export achievements|demands
                             将全部记录导出为 JSON Lines
  site add|list|remove       管理可嵌入平台的网站
  token create|list|revoke   管理远程导入和受理台办件的令牌
  webhook add|list|remove    管理接收事件通知的系统
  message list|retry         查看和重发未送达的邮件和事件
  audit verify               核验受理台的审计记录是否完整

选项：
  --help       命令说明，例如 yuniao serve --help
  --version    显示版本

数据保存在目录中（默认 ./.yuniao，可用 --data 目录 指定），同一时间只能由一个进程
打开；设置环境变量 DATABASE_URL 后改用 PostgreSQL 服务器。

退出码：0 成功，1 失败，2 用法有误。`,
  },
  serve: {
    en: `Usage: yuniao serve [OPTIONS]

Runs the platform: the API under /api/v1/, its description at /openapi.json, health
at /healthz, counts for Prometheus at /metrics. Prints its address on standard output
once it answers; logs go to standard error, one JSON line each. Ctrl-C or SIGTERM lets
requests finish, then stops.

  --port N        port to listen on (8787); 0 takes any free one
  --host ADDRESS  address to listen on (127.0.0.1: this machine only)
  --data DIR      folder of the embedded database (./.yuniao)
  --www DIR       folder of a website to serve at /
  --name NAME     name of the platform, given as the source of its answers and as who
                  handles the personal data of submitters
  --contact TEXT  how people reach whoever handles their data: telephone, e-mail or
                  address; consent texts say it (or YUNIAO_CONTACT)
  --public-url URL
                  address of the platform as the public knows it (or
                  YUNIAO_PUBLIC_URL): what links in receipts and letters begin with
  --challenge WHEN
                  proof of work before a submission: auto (of all but this machine
                  and operators, once a site is registered), always or never
  --retain-months N
                  how long personal data is kept after a submission is closed (24; or
                  YUNIAO_RETAIN_MONTHS); the notices that people agree to say it
  --sample FILE   records to load when the database never held any; may be given
                  several times
  --search-threads N
                  threads that answer searches (one for each core but one, four at
                  most); they share one copy of the index
  --smtp-url URL  mail server for letters to submitters: smtp://USER:PASSWORD@HOST:587
                  or smtps://…. Other users of this machine can see it in the list of
                  processes: set YUNIAO_SMTP_URL instead. Without one letters wait
  --mail-from ADDRESS
                  address that letters come from (or YUNIAO_MAIL_FROM)
  --office-mail ADDRESS
                  address that is told of new submissions (or YUNIAO_OFFICE_MAIL)

DATABASE_URL=postgres://… keeps the data on a PostgreSQL server instead.`,
    'zh-CN': `用法：yuniao serve [选项]

运行平台：接口位于 /api/v1/，接口说明位于 /openapi.json，健康检查位于 /healthz，
Prometheus 指标位于 /metrics。
就绪后在标准输出显示地址；日志写到标准错误，每行一条 JSON。按 Ctrl-C 或收到 SIGTERM
后，会先完成进行中的请求再停止。

  --port N        监听端口（默认 8787；0 表示任选空闲端口）
  --host 地址     监听地址（默认 127.0.0.1，仅限本机）
  --data 目录     内嵌数据库的目录（默认 ./.yuniao）
  --www 目录      在 / 提供的网站目录
  --name 名称     平台名称，作为回答的来源和个人信息处理者的名称
  --contact 文本  个人信息处理者的联系方式（电话、邮箱或地址），写入告知文本（或环境变量
                  YUNIAO_CONTACT）
  --public-url 地址
                  平台的公开地址（或环境变量 YUNIAO_PUBLIC_URL），用于回执和邮件中的链接
  --challenge 时机
                  提交前的工作量证明：auto（登记站点后，除本机和操作员外均须完成）、always
                  （总是）或 never（从不）
  --retain-months N
                  办结后个人信息保存的月数（默认 24；或环境变量 YUNIAO_RETAIN_MONTHS），
                  期满自动删除，并写入告知文本
  --sample 文件   数据库从未有过记录时载入的示例，可重复给出
  --search-threads N
                  检索线程数（默认为 CPU 核数减一，最多 4 个）；各线程共用一份索引
  --smtp-url 地址 向提交人发送邮件的服务器：smtp://用户:密码@主机:587 或 smtps://…。
                  命令行内容会出现在本机的进程列表里，建议改用环境变量
                  YUNIAO_SMTP_URL。未配置时邮件保留等待
  --mail-from 地址
                  发件地址（或环境变量 YUNIAO_MAIL_FROM）
  --office-mail 地址
                  收到新提交件时通知的办公邮箱（或环境变量 YUNIAO_OFFICE_MAIL）

设置 DATABASE_URL=postgres://… 后，数据改存于 PostgreSQL 服务器。`,
  },
  import: {
    en: `Usage: yuniao import achievements FILE [OPTIONS]
       yuniao import demands FILE [OPTIONS]
       yuniao import indicators FILE [OPTIONS]

Brings in achievements or demands from JSON Lines, JSON (a list, or an object with
"items", "records" or "data") or CSV with a header line, plain or gzip, in UTF-8,
UTF-16, GB18030 or Big5, or from an Excel workbook (.xlsx: its first sheet that has such
headers). Headers and values are understood in Chinese and English (成果名称, 需求名称 or
title, 完成单位 or institution, 转化方式, 预算金额 …). What is unknown is kept as text and
reported. Rows that cannot be taken go to a reject file with line and reason.

Records are found again by their source and id: importing a file twice changes
nothing, and an import that was cut short is simply run again.

A file of indicators has a row for each figure or target (指标名称, 年份, 完成值, 目标值,
单位, 统计口径 …) or a column for each period. A figure that differs from the one of its
period is a correction: the old one stays in the history.

  --dry-run        read and check only, write nothing
  --data DIR       folder of the embedded database (./.yuniao)
  --source NAME    name of the source, instead of what the rows say
  --encoding NAME  utf-8, utf-16le, utf-16be, gb18030 or big5, where it is not clear
  --reject FILE    where to put rejected rows (FILE.rejects.jsonl beside the input)
  --strict         end with code 1 when any row was rejected
  --skip-field NAME
                   leave out rows of this technical field; may be given several times
  --batch N        records written at a time (500)
  --reason TEXT    indicators: why figures are entered or corrected (the file's name)

Into a running platform, which its data folder belongs to:
  --url URL        address of the platform
  --token TOKEN    an operator's token with the scope "import", for indicators
                   "indicators". Every user of this machine can see it in the list
                   of processes: set YUNIAO_TOKEN instead.`,
    'zh-CN': `用法：yuniao import achievements 文件 [选项]
      yuniao import demands 文件 [选项]
      yuniao import indicators 文件 [选项]

导入科技成果或技术需求。支持 JSON Lines、JSON（列表，或含 "items"、"records"、"data" 的
对象）和带表头的 CSV，可用 gzip 压缩，编码可为 UTF-8、UTF-16、GB18030 或 Big5；也支持
Excel 工作簿（.xlsx，取第一张含有这类表头的工作表）。表头和取值中英文均可识别（成果名称、
需求名称 或 title，完成单位 或 institution，转化方式，预算金额……）。未知的值按原文保留并
报告；无法导入的行连同行号和原因写入拒收文件。

记录按来源和编号识别：重复导入不会产生重复记录，中断后重新运行即可。

指标文件每行一个数值或目标值（指标名称、年份、完成值、目标值、单位、统计口径……），也可
每个时期一列。与已有数值不同的视为更正，原值保留在历史中。

  --dry-run        试运行：只读取和检查，不写入
  --data 目录      内嵌数据库的目录（默认 ./.yuniao）
  --source 名称    来源名称，代替各行所写的来源
  --encoding 编码  编码无法判断时指明：utf-8、utf-16le、utf-16be、gb18030 或 big5
  --reject 文件    拒收文件（默认在原文件旁：文件名.rejects.jsonl）
  --strict         只要有行被拒收，就以退出码 1 结束
  --skip-field 名称
                   略过该技术领域的行，可重复给出
  --batch N        每批写入的记录数（默认 500）
  --reason 说明    指标：填报或更正的原因（默认为文件名）

导入正在运行的平台（此时数据目录归平台所有）：
  --url 地址       平台地址
  --token 令牌     带 import 权限（指标用 indicators 权限）的操作员令牌。命令行中的令牌会
                   出现在本机的进程列表里，建议改用环境变量 YUNIAO_TOKEN。`,
  },
  export: {
    en: `Usage: yuniao export achievements|demands [OPTIONS]

Writes all records of a kind, whatever their status, as JSON Lines that "yuniao import"
reads.

  --out FILE   file to write (standard output)
  --data DIR   folder of the embedded database (./.yuniao)`,
    'zh-CN': `用法：yuniao export achievements|demands [选项]

将全部科技成果或技术需求（不论状态）导出为 JSON Lines，可用 yuniao import 再导入。

  --out 文件    写入的文件（默认标准输出）
  --data 目录   内嵌数据库的目录（默认 ./.yuniao）`,
  },
  site: {
    en: `Usage: yuniao site add --name NAME --origin URL… [--scope SCOPE…] [--data DIR]
       yuniao site list [--data DIR]
       yuniao site remove KEY [--data DIR]

Says whose pages may embed the platform. A site has a public key and the origins its
pages are served from. While no site is registered, pages of every origin may read,
and submissions are taken from the machine of the platform only.

  --name NAME    name of the site
  --origin URL   origin such as https://park.example; may be given several times
  --scope SCOPE  what its pages may do: read, submit; both when none is given
  --data DIR     folder of the embedded database (./.yuniao)

The folder of a running platform belongs to it: stop it for a moment, or keep the data
on a PostgreSQL server (DATABASE_URL).`,
    'zh-CN': `用法：yuniao site add --name 名称 --origin 地址… [--scope 范围…] [--data 目录]
      yuniao site list [--data 目录]
      yuniao site remove 密钥 [--data 目录]

管理哪些网站的页面可以嵌入平台。每个站点有一个公开的密钥，以及其页面所在的来源。未登记
任何站点时，任何来源的页面都可读取，但只接受来自本机的提交。

  --name 名称     站点名称
  --origin 地址   来源，例如 https://park.example；可重复给出
  --scope 范围    其页面的权限：read（读取）、submit（提交）；不写则两者都有
  --data 目录     内嵌数据库的目录（默认 ./.yuniao）

平台运行时数据目录归平台所有：请先停止平台，或使用 PostgreSQL 服务器（DATABASE_URL）。`,
  },
  token: {
    en: `Usage: yuniao token create --label LABEL --scope SCOPE… [--data DIR]
       yuniao token list [--data DIR]
       yuniao token revoke ID [--data DIR]

Makes the tokens with which operators bring data into a running platform and work at
its desk. A token is shown once, when it is made; only its hash is kept. The label
stands in the audit trail beside all that is done with the token: give one to each
person.

  --label LABEL   what or whom the token is for
  --scope SCOPE   what it may do; may be given several times:
                    import       import records
                    indicators   enter, correct and import figures
                    submit       submit demands, achievements and enquiries
                    desk         read the queue, take steps the public does not see,
                                 edit
                    publish      beside desk: publish, withdraw, open public notices,
                                 settle objections
                    privacy      export and erase personal data, verify the audit trail
  --data DIR      folder of the embedded database (./.yuniao)

The folder of a running platform belongs to it: stop it for a moment, or keep the data
on a PostgreSQL server (DATABASE_URL).`,
    'zh-CN': `用法：yuniao token create --label 名称 --scope 权限… [--data 目录]
      yuniao token list [--data 目录]
      yuniao token revoke 编号 [--data 目录]

管理操作员向运行中的平台导入数据、在受理台办件所用的令牌。令牌只在生成时显示一次，平台
仅保存其哈希值。名称会随每次操作记入审计记录，请为每位工作人员单独签发。

  --label 名称   令牌的用途或持有人
  --scope 权限   可重复给出：
                   import       导入记录
                   indicators   填报、更正、导入指标
                   submit       提交需求、成果和咨询
                   desk         查看待办、办理不涉及公开的步骤、修改内容
                   publish      与 desk 同用：发布、撤下、公示、处理异议
                   privacy      导出和删除个人信息、核验审计记录
  --data 目录    内嵌数据库的目录（默认 ./.yuniao）

平台运行时数据目录归平台所有：请先停止平台，或使用 PostgreSQL 服务器（DATABASE_URL）。`,
  },
  audit: {
    en: `Usage: yuniao audit verify [--noted HASH] [--data DIR]

Looks through the trail of everything that was done with submissions. Each entry
carries a hash over itself and the one before it, so that an entry that was changed,
added or removed behind the platform's back breaks the chain from there on: the place
is told and the exit code is 1.

Prints the hash of the last entry on standard output. Note it outside the platform now
and then: only with a noted hash a trail shows that was cut off or written anew as a
whole.

  --noted HASH  a hash that was noted before; it must still stand in the trail
  --data DIR    folder of the embedded database (./.yuniao)

The folder of a running platform belongs to it: stop it for a moment, keep the data on a
PostgreSQL server (DATABASE_URL), or ask the running platform at
/api/v1/desk/audit/verification with a token of the scope "privacy".`,
    'zh-CN': `用法：yuniao audit verify [--noted 哈希值] [--data 目录]

核验对提交件所做一切操作的审计记录。每条记录都带有覆盖自身和上一条的哈希值，任何一条被
篡改、插入或删除，都会使其后的链条断开：此时会指明位置，并以退出码 1 结束。

在标准输出显示最后一条的哈希值。请定期将它记录在平台之外：记录被截断或整体重写时，只有
与事先记下的哈希值对照才能发现。

  --noted 哈希值  以前记下的哈希值，须仍存在于审计记录中
  --data 目录     内嵌数据库的目录（默认 ./.yuniao）

平台运行时数据目录归平台所有：请先停止平台，或使用 PostgreSQL 服务器（DATABASE_URL），也可
用带 privacy 权限的令牌访问运行中平台的 /api/v1/desk/audit/verification。`,
  },
};
