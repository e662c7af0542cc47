import type { Text } from '../server/language.js';
import { DELIVERY_TEXTS } from './delivery-texts.js';

/** What the command line says outside its help, in both languages. */
export const CLI_TEXTS = {
  ...DELIVERY_TEXTS,
  // Errors
  unforeseen: {
    'zh-CN': '发生了未预料的错误。请将以下内容报告给维护者：',
    en: 'Something went wrong that we did not foresee. Please report this:',
  },
  'see-help': { 'zh-CN': '用法见：yuniao{command} --help', en: 'See: yuniao{command} --help' },
  'unknown-command': {
    'zh-CN': '没有“{name}”这个命令。可用命令：{names}。',
    en: 'There is no command "{name}". Commands are: {names}.',
  },
  'unknown-option': { 'zh-CN': '没有 {option} 这个选项。', en: 'There is no option {option}.' },
  'option-value': {
    'zh-CN': '{option} 需要一个值（或不应带值）。',
    en: '{option} needs a value, or takes none.',
  },
  'option-number': {
    'zh-CN': '{option} 应为 {minimum} 到 {maximum} 之间的整数，而不是“{value}”。',
    en: '{option} takes a whole number from {minimum} to {maximum}, not "{value}".',
  },
  'option-missing': { 'zh-CN': '缺少 {option}。', en: '{option} is missing.' },
  'option-needs': { 'zh-CN': '{option} 只能与 {other} 一起使用。', en: '{option} goes with {other} only.' },
  'options-clash': { 'zh-CN': '{option} 与 {other} 不能同时使用。', en: '{option} and {other} exclude each other.' },
  'file-missing': { 'zh-CN': '请指明要导入的文件。', en: 'Name the file to import.' },
  'kind-missing': {
    'zh-CN': '请指明记录种类：achievements（科技成果）或 demands（技术需求）；导入时还可以是 indicators（指标）。',
    en: 'Name the kind of record: achievements, demands or, for an import, indicators.',
  },
  'action-missing': { 'zh-CN': '请指明操作：{actions}。', en: 'Say what to do: {actions}.' },
  'key-missing': {
    'zh-CN': '请指明站点密钥（见 yuniao site list）。',
    en: 'Name the key of the site (yuniao site list).',
  },
  'id-missing': {
    'zh-CN': '请指明令牌编号（见 yuniao token list）。',
    en: 'Name the id of the token (yuniao token list).',
  },
  'word-extra': {
    'zh-CN': '多余的参数“{word}”。含空格的名称请用引号括起来。',
    en: '"{word}" is one word too many. Put names with spaces in quotation marks.',
  },
  'action-unknown': {
    'zh-CN': '“{action}”不是有效的操作。可用：{actions}。',
    en: '"{action}" is not one of {actions}.',
  },
  'kind-unknown': {
    'zh-CN': '没有“{kind}”这个记录种类。可用：{kinds}；导入时还可以是 indicators。',
    en: 'There is no kind of record "{kind}". Kinds are: {kinds} and, for an import, indicators.',
  },
  'encoding-name': {
    'zh-CN': '--encoding 应为以下之一：{encodings}。',
    en: '--encoding is one of {encodings}.',
  },
  'origin-invalid': {
    'zh-CN': '“{origin}”不是网站来源。请写成 https://park.example 的形式，不带路径。',
    en: '"{origin}" is not an origin. Write it like https://park.example, without a path.',
  },
  'scope-unknown': {
    'zh-CN': '没有“{scope}”这个权限范围。可用：{scopes}。',
    en: 'There is no scope "{scope}". Scopes are: {scopes}.',
  },
  'url-invalid': {
    'zh-CN': '“{url}”不是平台地址。请写成 https://platform.example 的形式。',
    en: '"{url}" is not the address of a platform. Write it like https://platform.example.',
  },
  'token-missing': {
    'zh-CN':
      '缺少令牌。请设置环境变量 YUNIAO_TOKEN 或使用 --token。令牌由平台管理员用 yuniao token create --label 名称 --scope import 签发。',
    en: 'A token is missing. Set YUNIAO_TOKEN or give --token. Whoever runs the platform makes one with: yuniao token create --label NAME --scope import',
  },
  'reject-is-input': {
    'zh-CN': '--reject 不能与要导入的文件相同。',
    en: '--reject must not be the file that is imported.',
  },
  'package-missing': {
    'zh-CN': '缺少服务器所需的包“{missing}”。请运行：npm install {packages}',
    en: 'The package "{missing}", which a server needs, is not installed. Run: npm install {packages}',
  },
  'folder-in-use': {
    'zh-CN':
      '数据目录 {folder} 正被进程 {pid} 使用，同一时间只能由一个进程打开。请先停止该进程；若它是运行中的平台，可用 yuniao import … --url 平台地址 --token … 导入数据。',
    en: 'The data folder {folder} is in use by process {pid}; one process at a time can open it. Stop that process first or, if it is a running platform, bring data into it with: yuniao import … --url ITS-ADDRESS --token …',
  },
  'folder-in-use-by-platform': {
    'zh-CN':
      '数据目录 {folder} 正被运行中的平台 {url}（进程 {pid}）使用，同一时间只能由一个进程打开。请用 yuniao import … --url {url} --token … 向其导入数据，或先停止该平台。',
    en: 'The data folder {folder} is in use by the platform at {url} (process {pid}); one process at a time can open it. Bring data into it with: yuniao import … --url {url} --token …, or stop it first.',
  },
  'database-failed': { 'zh-CN': '数据库出错：{reason}', en: 'The database failed: {reason}' },
  'database-url-unused': {
    'zh-CN': '已指定 --data {folder}，忽略环境变量 DATABASE_URL。',
    en: 'Using --data {folder}; DATABASE_URL is set but not used.',
  },
  'port-in-use': {
    'zh-CN': '端口 {port} 已被占用。请换一个端口，例如 --port {next}，或用 --port 0 自动选择。',
    en: 'Port {port} is in use. Choose another, for example --port {next}, or --port 0 for any free one.',
  },
  'port-forbidden': {
    'zh-CN': '没有权限监听端口 {port}。请使用 1024 以上的端口。',
    en: 'This user may not listen on port {port}. Use one above 1023.',
  },
  'host-unknown': {
    'zh-CN': '{host} 不是本机的地址。请检查 --host。',
    en: '{host} is not an address of this machine. Check --host.',
  },
  'no-permission': { 'zh-CN': '没有权限写入 {path}。', en: 'This user may not write {path}.' },
  'disk-full': { 'zh-CN': '磁盘已满。', en: 'The disk is full.' },
  'www-missing': { 'zh-CN': '--www：没有目录 {folder}。', en: '--www: there is no folder {folder}.' },

  // The remote platform
  'remote-unreachable': {
    'zh-CN': '连接不上 {url}（{reason}）。已写入的记录不受影响，恢复后重新运行即可。',
    en: '{url} cannot be reached ({reason}). What was written stays; run the import again once it is back.',
  },
  'remote-unauthorized': {
    'zh-CN':
      '平台不接受此令牌：不存在或已被吊销。请管理员用 yuniao token create --label 名称 --scope {scope} 重新签发。',
    en: 'The platform does not know this token, or it was revoked. Have a new one made with: yuniao token create --label NAME --scope {scope}',
  },
  'remote-forbidden': {
    'zh-CN': '此令牌没有导入权限。请管理员签发带 --scope {scope} 的令牌。',
    en: 'This token does not allow an import. Have one made with --scope {scope}.',
  },
  'remote-not-found': {
    'zh-CN': '{url} 不是Yuniao 平台，或版本过旧，不支持导入。请检查地址。',
    en: '{url} is not a Yuniao platform, or one too old to import into. Check the address.',
  },
  'remote-redirect': {
    'zh-CN': '{url} 跳转到了 {location}。请直接使用后者的地址。',
    en: '{url} redirects to {location}. Use that address.',
  },
  'remote-busy': {
    'zh-CN': '平台持续繁忙（HTTP {status}）。已写入的记录不受影响，稍后重新运行即可。',
    en: 'The platform stays busy (HTTP {status}). What was written stays; run the import again later.',
  },
  'remote-failed': {
    'zh-CN': '平台返回 HTTP {status}：{detail}',
    en: 'The platform answered HTTP {status}: {detail}',
  },
  'remote-strange': {
    'zh-CN': '{url} 的回答不符合导入接口。请检查地址。',
    en: '{url} did not answer as a platform does. Check the address.',
  },
  'remote-waiting': {
    'zh-CN': '平台暂时无法接收（{reason}），{seconds} 秒后重试…',
    en: 'The platform cannot take more just now ({reason}); trying again in {seconds} s …',
  },
  'remote-plain-http': {
    'zh-CN': '注意：{url} 未加密，令牌将以明文传输。请改用 https。',
    en: 'Beware: {url} is not encrypted, so the token travels in the open. Use https.',
  },

  // Serving
  'sample-loaded': {
    'zh-CN': '已载入 {count} 条示例数据。',
    en: 'Loaded {count} sample records.',
  },

  'submissions-local': {
    'zh-CN': '未登记任何站点：只接受来自本机的提交。用 yuniao site add 登记网站后，其页面即可提交。',
    en: 'No site is registered: submissions are taken from this machine only. Pages of a site may submit once it is registered with: yuniao site add',
  },
  'public-url-invalid': {
    'zh-CN': '--public-url：“{url}”不是平台地址。请写成 https://platform.example 的形式，不带路径。',
    en: '--public-url: "{url}" is not the address of a platform. Write it like https://platform.example, without a path.',
  },
  'choice-invalid': {
    'zh-CN': '{option} 应为以下之一：{choices}。',
    en: '{option} is one of {choices}.',
  },

  // Sites and tokens
  'site-added': {
    'zh-CN': '已登记“{name}”。站点密钥（可公开，写在页面中）：',
    en: 'Registered "{name}". Its site key, which is public and goes into the page:',
  },
  'site-first': {
    'zh-CN': '这是第一个站点：从现在起，只有已登记来源的页面可以读取接口。',
    en: 'This is the first site: from now on only pages of registered origins may read the API.',
  },
  'site-none': {
    'zh-CN': '尚未登记任何站点：任何来源的页面都可读取接口。',
    en: 'No site is registered: pages of every origin may read the API.',
  },
  'site-removed': { 'zh-CN': '已移除站点 {key}。', en: 'Removed the site {key}.' },
  'site-unknown': { 'zh-CN': '没有密钥为 {key} 的站点。', en: 'There is no site with the key {key}.' },
  'token-created': {
    'zh-CN': '令牌 {id}（{label}，权限：{scopes}）。以下内容只显示这一次，请妥善保存：',
    en: 'Token {id} ({label}, may: {scopes}). It is shown this once; keep it safe:',
  },
  'token-none': { 'zh-CN': '没有令牌。', en: 'There are no tokens.' },
  'token-revoked': { 'zh-CN': '已吊销令牌 {id}。', en: 'Revoked the token {id}.' },
  'token-unknown': { 'zh-CN': '没有编号为 {id} 的令牌。', en: 'There is no token with the id {id}.' },

  // The audit trail
  'audit-whole': { 'zh-CN': '审计记录完整，共 {entries} 条。', en: 'The audit trail is whole: {entries} entries.' },
  'audit-noted': {
    'zh-CN': '记下的哈希值是第 {place} 条的哈希值。',
    en: 'The noted hash is that of entry {place}.',
  },
  'audit-broken': {
    'zh-CN': '审计记录在第 {place} 条处断开：此条或其前一条被篡改、插入或删除。此前 {entries} 条完整。',
    en: 'The audit trail is broken at entry {place}: it or the one before was changed, added or removed. The {entries} before are whole.',
  },
  'audit-noted-gone': {
    'zh-CN': '审计记录中没有哈希值 {hash}：记录在记下该值之后被截断或重写。',
    en: 'The hash {hash} is not in the trail any more: it was cut off or written anew since it was noted.',
  },
  'audit-hash-invalid': {
    'zh-CN': '--noted：请给出 64 位十六进制哈希值。',
    en: '--noted takes the 64 hexadecimal digits of a hash.',
  },
  exported: { 'zh-CN': '已导出 {count} 条记录到 {file}。', en: 'Exported {count} records to {file}.' },

  // Import
  'import-done': {
    'zh-CN': '{file}：读取 {read} 行（{format}，{encoding}），用时 {seconds} 秒，每秒 {rate} 行',
    en: '{file}: {read} rows read ({format}, {encoding}) in {seconds} s, {rate} rows/s',
  },
  'import-trial': { 'zh-CN': '试运行：没有写入任何数据', en: 'Trial run: nothing was written' },
  'import-sound': { 'zh-CN': '可导入', en: 'sound' },
  'import-created': { 'zh-CN': '新增', en: 'created' },
  'import-updated': { 'zh-CN': '更新', en: 'updated' },
  'import-unchanged': { 'zh-CN': '未变', en: 'unchanged' },
  'import-skipped': { 'zh-CN': '按要求略过', en: 'left out as asked for' },
  'import-rejected': { 'zh-CN': '拒收', en: 'rejected' },
  'import-odd': { 'zh-CN': '已导入但需留意：', en: 'Imported, but worth a look:' },
  'import-odd-trial': { 'zh-CN': '可导入但需留意：', en: 'Sound, but worth a look:' },
  'import-oddity': { 'zh-CN': '{oddity}（第 {line} 行）', en: '{oddity} (line {line})' },
  'import-ignored': { 'zh-CN': '未识别的列：{columns}', en: 'Columns that are not understood: {columns}' },
  'import-reject': { 'zh-CN': '第 {line} 行：{reason}', en: 'line {line}: {reason}' },
  'import-reject-list': { 'zh-CN': '被拒收的行：', en: 'Rejected rows:' },
  'import-more': { 'zh-CN': '… 另有 {count} 行', en: '… and {count} more' },
  'import-reject-file': {
    'zh-CN': '拒收的行及原因见 {file}；改正后可直接导入改正的行。',
    en: 'The rejected rows and why are in {file}.',
  },
  'import-partly': {
    'zh-CN': '部分导入：{rejected} 行被拒收。',
    en: 'Imported in part: {rejected} rows were rejected.',
  },
  'indicators-read': { 'zh-CN': '{file}：读取 {read} 行', en: '{file}: {read} rows read' },
  'indicators-created': { 'zh-CN': '新增指标', en: 'indicators created' },
  'indicators-updated': { 'zh-CN': '更新指标', en: 'indicators updated' },
  'figures-entered': { 'zh-CN': '新增数值', en: 'figures entered' },
  'figures-corrected': {
    'zh-CN': '更正数值（原值保留在历史中）',
    en: 'figures corrected (the old ones stay in the history)',
  },
  'figures-unchanged': { 'zh-CN': '未变数值', en: 'figures unchanged' },
  'import-progress': { 'zh-CN': '{read} 行，每秒 {rate} 行', en: '{read} rows, {rate} rows/s' },
} as const satisfies Readonly<Record<string, Text>>;

export type CliText = keyof typeof CLI_TEXTS;
