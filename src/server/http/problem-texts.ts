import type { Text } from '../language.js';

interface ProblemText {
  readonly status: number;
  readonly title: Text;
  /** Says what to do about it. */
  readonly detail: Text;
}

/** Every problem that the platform answers with, by the last part of its `type`. */
export const PROBLEMS = {
  'invalid-parameters': {
    status: 400,
    title: { 'zh-CN': '请求参数有误', en: 'Invalid parameters' },
    detail: {
      'zh-CN': '请按 errors 中的说明修改参数后重试。可用参数见 /openapi.json。',
      en: 'Correct the parameters listed in errors and try again. /openapi.json lists what is accepted.',
    },
  },
  'malformed-request': {
    status: 400,
    title: { 'zh-CN': '无法识别的 HTTP 请求', en: 'Malformed HTTP request' },
    detail: {
      'zh-CN': '请求行、请求头或地址不符合 HTTP 规范，请检查客户端。',
      en: 'The request line, a header or the address is not valid HTTP. Check the client that sent it.',
    },
  },
  'malformed-json': {
    status: 400,
    title: { 'zh-CN': '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
    detail: {
      'zh-CN': '请以 UTF-8 编码发送一份完整的 JSON 文档。',
      en: 'Send one complete JSON document, encoded as UTF-8.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { 'zh-CN': '缺少幂等键', en: 'The idempotency key is missing' },
    detail: {
      'zh-CN': '请在请求头中加入 Idempotency-Key（1 至 255 个可见 ASCII 字符），每份提交使用一个新值，重试时沿用。',
      en: 'Send Idempotency-Key with 1 to 255 visible ASCII characters: a new one for each submission, the same one when it is sent again.',
    },
  },
  unauthorized: {
    status: 401,
    title: { 'zh-CN': '需要操作员令牌', en: 'An operator token is required' },
    detail: {
      'zh-CN': '请在请求头中加入 Authorization: Bearer <令牌>。令牌由平台管理员用 yuniao token 命令签发。',
      en: 'Send Authorization: Bearer <token>. An administrator of the platform issues tokens with yuniao token.',
    },
  },
  'invalid-token': {
    status: 401,
    title: { 'zh-CN': '令牌无效', en: 'The token is not valid' },
    detail: {
      'zh-CN': '令牌不存在或已被吊销，请向平台管理员申请新的令牌。',
      en: 'The token is unknown or has been revoked. Ask an administrator of the platform for a new one.',
    },
  },
  'insufficient-scope': {
    status: 403,
    title: { 'zh-CN': '令牌权限不足', en: 'The token does not allow this' },
    detail: {
      'zh-CN': '此操作需要权限范围“{scope}”，请换用具有该权限的令牌。',
      en: 'This needs the scope "{scope}". Use a token that has it.',
    },
  },
  'site-key-missing': {
    status: 403,
    title: { 'zh-CN': '缺少站点密钥', en: 'The site key is missing' },
    detail: {
      'zh-CN':
        '来自 {origin} 的页面需要站点密钥：请在 <yn-provider> 或组件上设置 site-key，或在地址中加上 siteKey 参数。',
      en: 'A page of {origin} needs a site key: set site-key on <yn-provider> or the element, or add the parameter siteKey.',
    },
  },
  'site-key-unknown': {
    status: 403,
    title: { 'zh-CN': '站点密钥无效', en: 'The site key is not known' },
    detail: {
      'zh-CN': '平台没有登记此站点密钥。请核对密钥，或请平台管理员用 yuniao site 命令登记站点。',
      en: 'No site has this key. Check it, or ask an administrator of the platform to register the site with yuniao site.',
    },
  },
  'origin-not-allowed': {
    status: 403,
    title: { 'zh-CN': '此站点不能在该域名下使用', en: 'The site key is not for this origin' },
    detail: {
      'zh-CN': '站点密钥未登记来源 {origin}。请平台管理员用 yuniao site 命令把它加入该站点的来源列表。',
      en: 'The site key does not list the origin {origin}. Ask an administrator of the platform to add it with yuniao site.',
    },
  },
  'site-scope-missing': {
    status: 403,
    title: { 'zh-CN': '此站点没有该权限', en: 'The site may not do this' },
    detail: {
      'zh-CN': '此站点没有权限“{scope}”。请平台管理员用 yuniao site add --scope {scope} 重新登记站点。',
      en: 'This site lacks the scope "{scope}". Ask an administrator of the platform to register it with yuniao site add --scope {scope}.',
    },
  },
  'submissions-local-only': {
    status: 403,
    title: { 'zh-CN': '平台目前只接受本机提交', en: 'Submissions are taken from this machine only' },
    detail: {
      'zh-CN': '平台尚未登记任何站点，只接受来自本机的提交。请平台管理员用 yuniao site add 登记本网站。',
      en: 'No site is registered, so submissions are taken from the machine of the platform only. Ask its administrator to register this website with yuniao site add.',
    },
  },
  'challenge-missing': {
    status: 403,
    title: { 'zh-CN': '缺少安全验证', en: 'The challenge is missing' },
    detail: {
      'zh-CN': '请读取 /api/v1/submission-settings 中的 challenge，求解后填入 challenge 字段。',
      en: 'Solve the challenge of /api/v1/submission-settings and send the solution as challenge.',
    },
  },
  'challenge-failed': {
    status: 403,
    title: { 'zh-CN': '安全验证未通过', en: 'The challenge was not solved' },
    detail: {
      'zh-CN': '安全验证无效、已过期或已用过。请重新读取 /api/v1/submission-settings，求解新的 challenge 后再提交。',
      en: 'The solution is wrong, out of date or used up. Read /api/v1/submission-settings again and solve the new challenge.',
    },
  },
  'not-found': {
    status: 404,
    title: { 'zh-CN': '没有此地址', en: 'There is nothing at this address' },
    detail: {
      'zh-CN': '请核对地址。可用的接口见 /openapi.json。',
      en: 'Check the address. /openapi.json lists what there is.',
    },
  },
  'record-not-found': {
    status: 404,
    title: { 'zh-CN': '没有此记录', en: 'There is no such record' },
    detail: {
      'zh-CN': '没有编号为此值的已发布记录，请重新检索。',
      en: 'No published record has this id. Search again to find it.',
    },
  },
  'reference-not-found': {
    status: 404,
    title: { 'zh-CN': '没有此编号的办件', en: 'There is nothing with this reference' },
    detail: {
      'zh-CN': '没有使用此编号的办件，请核对编号。',
      en: 'No submission has this reference. Check it.',
    },
  },
  'status-address-wrong': {
    status: 404,
    title: { 'zh-CN': '查询链接有误', en: 'The address is not the one of a receipt' },
    detail: {
      'zh-CN': '编号或密钥不符。请使用回执中的完整链接。',
      en: 'The reference or the key is wrong. Use the whole address of the receipt.',
    },
  },
  'facet-not-found': {
    status: 404,
    title: { 'zh-CN': '没有此筛选项', en: 'There is no such facet' },
    detail: { 'zh-CN': '可用的筛选项：{known}。', en: 'Use one of: {known}.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { 'zh-CN': '此地址不支持该方法', en: 'This address does not take that method' },
    detail: { 'zh-CN': '请改用 {allow}。', en: 'Use {allow} instead.' },
  },
  'request-timeout': {
    status: 408,
    title: { 'zh-CN': '请求发送超时', en: 'The request took too long to arrive' },
    detail: {
      'zh-CN': '请求未在限定时间内收完，请检查网络后重试，或分成较小的批次发送。',
      en: 'The whole request did not arrive in time. Try again, or send it in smaller parts.',
    },
  },
  'indicator-computed': {
    status: 409,
    title: { 'zh-CN': '该指标由平台自动计算', en: 'The platform computes this indicator' },
    detail: {
      'zh-CN': '此指标的数值由平台根据已发布的记录计算，不能直接填报。请更正相应的记录。',
      en: 'The platform counts this figure in its published records, so it cannot be entered. Correct the records instead.',
    },
  },
  'submission-changed': {
    status: 409,
    title: { 'zh-CN': '此件已被他人改动', en: 'Somebody else has changed this' },
    detail: {
      'zh-CN': '您看到的是第 {seen} 版，现为第 {version} 版（{status}），本次操作未生效。请重新打开后再办理。',
      en: 'You saw version {seen}; it is version {version} by now ({status}). Nothing was done: open it again, then decide.',
    },
  },
  'step-unknown': {
    status: 409,
    title: { 'zh-CN': '当前状态下不能这样办理', en: 'This cannot be done from where it stands' },
    detail: {
      'zh-CN': '此件目前处于“{status}”。可办理：{possible}。',
      en: 'It stands at "{status}". What can be done: {possible}.',
    },
  },
  'step-blocked': {
    status: 409,
    title: { 'zh-CN': '暂时不能办理', en: 'This cannot be done yet' },
    detail: { 'zh-CN': '原因：{why}。', en: 'What stands in the way: {why}.' },
  },
  'notice-over': {
    status: 409,
    title: { 'zh-CN': '不在公示期内', en: 'The notice does not run' },
    detail: {
      'zh-CN': '公示尚未开始或已经结束，不再受理异议。如有疑问，请直接联系平台。',
      en: 'Objections are taken while a notice runs. Get in touch with the platform instead.',
    },
  },
  'objection-settled': {
    status: 409,
    title: { 'zh-CN': '该异议已处理', en: 'This objection is settled already' },
    detail: {
      'zh-CN': '该异议已有处理结论，不能再次处理。请重新打开此件查看。',
      en: 'It cannot be settled twice. Open the submission again to see how it was.',
    },
  },
  'record-gone': {
    status: 410,
    title: { 'zh-CN': '记录已撤下', en: 'The record has been withdrawn' },
    detail: {
      'zh-CN': '此记录曾经发布，现已撤下，请删除指向它的链接。',
      en: 'This record was published once and has been withdrawn. Remove links to it.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { 'zh-CN': '请求体过大', en: 'The body is too large' },
    detail: {
      'zh-CN': '请求体不得超过 {limit} MB，请分批发送。',
      en: 'A body may have up to {limit} MB. Send it in several parts.',
    },
  },
  'submission-too-large': {
    status: 413,
    title: { 'zh-CN': '提交内容过长', en: 'The submission is too long' },
    detail: {
      'zh-CN': '正文合计不得超过 {limit} KB。请缩短文字，较长的材料请作为附件上传。',
      en: 'All texts together may have up to {limit} KB. Shorten them, and send long material as files.',
    },
  },
  'file-too-large': {
    status: 413,
    title: { 'zh-CN': '文件过大', en: 'The file is too large' },
    detail: {
      'zh-CN': '单个文件不得超过 {limit} MB，请压缩或拆分后再上传。',
      en: 'A file may have up to {limit} MB. Make it smaller or split it.',
    },
  },
  'url-too-long': {
    status: 414,
    title: { 'zh-CN': '地址过长', en: 'The address is too long' },
    detail: {
      'zh-CN': '地址（含参数）不得超过 {limit} KB，请缩短检索词或减少筛选条件。',
      en: 'An address with its parameters may have up to {limit} KB. Shorten the query or choose fewer filters.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { 'zh-CN': '不支持的请求体类型', en: 'This kind of body is not accepted' },
    detail: {
      'zh-CN': '请以 Content-Type: application/json 发送，且不要压缩（不带 Content-Encoding）。',
      en: 'Send Content-Type: application/json without a Content-Encoding.',
    },
  },
  'unsupported-file-type': {
    status: 415,
    title: { 'zh-CN': '不支持的文件类型', en: 'This kind of file is not accepted' },
    detail: {
      'zh-CN': '请以下列 Content-Type 之一发送，且不要压缩（不带 Content-Encoding）：{types}。',
      en: 'Send one of these as Content-Type, without a Content-Encoding: {types}.',
    },
  },
  'file-refused': {
    status: 415,
    title: { 'zh-CN': '不接受此类文件', en: 'This file is not accepted' },
    detail: {
      'zh-CN': '{reason}可上传 PDF、图片（PNG、JPEG、WebP、GIF）、Word、Excel、PowerPoint 和纯文本文件。',
      en: '{reason} Accepted are PDF, pictures (PNG, JPEG, WebP, GIF), Word, Excel, PowerPoint and plain text.',
    },
  },
  'invalid-body': {
    status: 422,
    title: { 'zh-CN': '请求体内容有误', en: 'The body is not what is expected' },
    detail: {
      'zh-CN': '请按 errors 中的说明修改请求体后重试。',
      en: 'Correct the fields listed in errors and try again.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { 'zh-CN': '幂等键已用于另一份提交', en: 'The idempotency key belongs to another submission' },
    detail: {
      'zh-CN': '此 Idempotency-Key 已用于内容不同的提交。新的提交请使用新的键。',
      en: 'This Idempotency-Key was sent with another body before. Use a new key for a new submission.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { 'zh-CN': '请求过于频繁', en: 'Too many requests' },
    detail: {
      'zh-CN': '请在 {seconds} 秒后重试。',
      en: 'Try again in {seconds} s.',
    },
  },
  'headers-too-large': {
    status: 431,
    title: { 'zh-CN': '请求头过大', en: 'The request headers are too large' },
    detail: {
      'zh-CN': '请求头合计不得超过 {limit} KB，请清理 Cookie 等请求头后重试。',
      en: 'All headers together may have up to {limit} KB. Remove cookies or other long headers and try again.',
    },
  },
  'internal-error': {
    status: 500,
    title: { 'zh-CN': '平台内部错误', en: 'The platform failed' },
    detail: {
      'zh-CN': '平台处理请求时出错，并已记录。请稍后重试；如仍失败，请将 requestId 告知平台管理员。',
      en: 'The platform failed on this request and has logged it. Try again later; if it stays, tell the operator the requestId.',
    },
  },
  'uploads-full': {
    status: 503,
    title: { 'zh-CN': '附件暂存空间已满', en: 'There is no room for files' },
    detail: {
      'zh-CN': '等待提交的附件过多，请稍后再上传；也可以先提交，再按回执与我们联系。',
      en: 'Too many files wait for their submission. Try again later, or send the submission first and the files afterwards.',
    },
  },
  starting: {
    status: 503,
    title: { 'zh-CN': '平台正在启动', en: 'The platform is starting' },
    detail: {
      'zh-CN': '检索索引正在建立，请稍后重试。',
      en: 'The search index is being built. Try again in a moment.',
    },
  },
  'search-unavailable': {
    status: 503,
    title: { 'zh-CN': '检索暂不可用', en: 'Search is unavailable' },
    detail: {
      'zh-CN': '检索服务暂时无法应答，请稍后重试。',
      en: 'The search index cannot answer right now. Try again in a moment.',
    },
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemKind = keyof typeof PROBLEMS;
