import { stateZhCN } from '../messages.js';

/** Chinese texts that every form needs from the start. Their keys are the ones that every language has. */
export const formZhCN = {
  ...stateZhCN,
  'form.starred': '带 * 的为必填项。',
  'form.choose': '请选择',
  'form.add': '再加一项',
  'form.row': '第 {number} 项',
  'form.remove': '删除第 {number} 项',
  'form.unit': '单位',
  'form.units': '万元|元|亿元',
  'form.negotiable': '面议',
  'form.min': '最低',
  'form.max': '最高',
  'form.notice': '查看个人信息处理说明',
  'form.preview': '预览',
  'form.saved': '{time} 已自动保存在本机',
  'form.restored': '已恢复您 {time} 填写、尚未提交的内容。',
  'form.startOver': '清空并重新填写',
  'form.sending': '正在提交…',
  'form.sent': '提交成功，受理编号 {reference}。',
  'form.unsent': '尚未提交成功，您填写的内容都在。',
  'form.files': '添加附件',
  'form.check': '请检查这一项。',
  'form.noConsents': '个人信息处理说明尚未加载。',
  'form.organisation': '单位名称',
  'form.creditCode': '统一社会信用代码',
  'form.person': '联系人',
  'form.phone': '电话',
  'form.email': '电子邮箱',
  'section.contact': '联系方式（不对外公开）',
  'section.consents': '个人信息授权',
} as const;

export type FormKey = keyof typeof formZhCN;
