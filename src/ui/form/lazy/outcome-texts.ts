import type { Messages } from '../../localize-controller.js';

const zhCN = {
  'outcome.offline': '网络已断开。内容已保存在本机，联网后会自动提交，请不要清除浏览器数据。',
  'outcome.unsaved': '网络已断开。联网后会自动提交，请不要关闭本页面。',
  'outcome.waiting': '{reason}。内容没有丢失，将于 {time} 自动重试。',
  'outcome.now': '立即重试',
  'outcome.cancel': '暂不提交，返回修改',
  'outcome.refused': '平台没有接受这次提交，您填写的内容都在。',
  'outcome.tooLarge': '内容超过平台的大小限制，请精简文字后再提交。您填写的内容都在。',
  'outcome.denied': '本网站暂时不能向平台提交，请联系网站管理员检查站点密钥和域名。您填写的内容都在。',
  'outcome.missing': '找不到提交服务，请联系网站管理员检查平台地址。您填写的内容都在。',
  'outcome.why.network': '连接不到平台',
  'outcome.why.timeout': '平台响应超时',
  'outcome.why.busy': '平台当前较忙',
  'outcome.why.server': '平台暂时出现故障',
  'elsewhere.changed':
    '本表单 {time} 在另一个页面中有修改，那里的内容已保存，这里的没有。继续在此填写，将以这里的内容为准。',
  'elsewhere.removed': '草稿 {time} 在另一个页面中被清空。继续在此填写，会重新保存。',
  'elsewhere.sent': '这份内容 {time} 已在另一个页面提交，请勿重复提交。',
  'elsewhere.take': '载入较新的内容',
  'receipt.title': '提交成功',
  'receipt.reference': '受理编号',
  'receipt.copy': '复制',
  'receipt.copied': '已复制',
  'receipt.keep': '请保存受理编号和下面的查询链接。链接仅供您本人使用，持有链接的人可以查看进度、撤回提交。',
  'receipt.status': '查看办理进度',
  'receipt.next': '接下来',
  'receipt.demand':
    '工作人员会先审核内容，必要时与您联系补充；通过后发布需求（不含您的联系方式），并为您寻找合适的团队。',
  'receipt.achievement': '工作人员会先审核内容，必要时与您联系补充；需要公示的，公示期满后发布。发布后即可被检索到。',
  'receipt.enquiry': '您的咨询会转给负责这条信息的工作人员，他们将按您留下的方式回复。',
  'receipt.earlier': '平台收到的是您修改之前提交的版本；修改后的内容仍保留在表单里。',
  'receipt.again': '再提交一份',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'outcome.offline':
    'You are offline. What you entered is kept on this device and will be sent once the network is back.',
  'outcome.unsaved': 'You are offline. It will be sent once the network is back; please keep this page open.',
  'outcome.waiting': '{reason}. Nothing is lost; it will be sent again at {time}.',
  'outcome.now': 'Try now',
  'outcome.cancel': 'Do not send yet, go on editing',
  'outcome.refused': 'The platform did not accept it. Everything you entered is still here.',
  'outcome.tooLarge':
    'This is more than the platform takes. Shorten the texts, then send again. Everything you entered is still here.',
  'outcome.denied':
    'This website may not send to the platform at the moment. Its operator has to check the site key and the allowed addresses. Everything you entered is still here.',
  'outcome.missing':
    'The service was not found. The operator of this website has to check its address. Everything you entered is still here.',
  'outcome.why.network': 'The platform cannot be reached',
  'outcome.why.timeout': 'The platform did not answer in time',
  'outcome.why.busy': 'The platform is busy',
  'outcome.why.server': 'The platform has a problem',
  'elsewhere.changed':
    'This form was changed in another page on {time}. What was entered there is kept, what is here is not. Go on here to keep this instead.',
  'elsewhere.removed': 'The draft was emptied in another page on {time}. Go on here to keep it again.',
  'elsewhere.sent': 'This was sent from another page on {time}. Please do not send it twice.',
  'elsewhere.take': 'Load the newer one',
  'receipt.title': 'Received, thank you',
  'receipt.reference': 'Reference',
  'receipt.copy': 'Copy',
  'receipt.copied': 'Copied',
  'receipt.keep':
    'Keep the reference and the link below. The link is for you alone: whoever has it can follow and withdraw the submission.',
  'receipt.status': 'See where it stands',
  'receipt.next': 'What happens next',
  'receipt.demand':
    'Our staff look at it first and may ask you for more. The demand is then published without your contact data, and matched with teams that could help.',
  'receipt.achievement':
    'Our staff look at it first and may ask you for more. After the public notice, where one is needed, it is published and can be found at once.',
  'receipt.enquiry': 'Your question goes to those who answer for the record. They will reply the way you chose.',
  'receipt.earlier': 'What the platform has is the version before your last changes; those are still in the form.',
  'receipt.again': 'Send another',
};

export type OutcomeKey = keyof typeof zhCN;

/** Texts for what comes after sending. */
export const texts = { 'zh-CN': zhCN, en } as const;
