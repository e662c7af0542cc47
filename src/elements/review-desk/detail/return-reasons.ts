import type { SubmissionKind } from '../../../domain/index.js';

/** A reason that offices give again and again: a word to choose it by, and the text that it fills in. */
export interface ReturnReason {
  readonly kinds: readonly SubmissionKind[];
  readonly label: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly text: Readonly<Record<'zh-CN' | 'en', string>>;
}

const RECORDS = ['demand', 'achievement'] as const;
const ALL = [...RECORDS, 'enquiry'] as const;

/** Common reasons for returning a submission to its author. */
export const RETURN_REASONS: readonly ReturnReason[] = [
  {
    kinds: RECORDS,
    label: { 'zh-CN': '名称不明确', en: 'Unclear title' },
    text: {
      'zh-CN': '名称未能反映要解决的问题或技术特点，请修改名称，写明对象、方法和用途。',
      en: 'The title does not say what it is about. Please name the object, the method and the use.',
    },
  },
  {
    kinds: ['demand'],
    label: { 'zh-CN': '缺少量化指标', en: 'No figures' },
    text: {
      'zh-CN': '请补充可量化的技术指标（名称、数值、单位），以便匹配合适的成果和团队。',
      en: 'Please add the figures that a solution has to reach (name, value, unit), so that it can be matched.',
    },
  },
  {
    kinds: ['demand'],
    label: { 'zh-CN': '现有条件不清', en: 'Present conditions missing' },
    text: {
      'zh-CN': '请补充现有基础条件和已尝试的方案，说明未能解决的原因。',
      en: 'Please say what is there already, what has been tried, and why it did not work.',
    },
  },
  {
    kinds: ['achievement'],
    label: { 'zh-CN': '知识产权信息不全', en: 'Rights incomplete' },
    text: {
      'zh-CN': '请补充相关知识产权的类型、专利号或申请号、法律状态和权利人。',
      en: 'Please give kind, number, legal status and holders of the rights that it rests on.',
    },
  },
  {
    kinds: ['achievement'],
    label: { 'zh-CN': '成熟度缺少依据', en: 'No evidence of readiness' },
    text: {
      'zh-CN': '请说明所填成熟度的依据，如检测报告、中试情况或应用证明。',
      en: 'Please say what the stated readiness rests on: test reports, pilot runs or use.',
    },
  },
  {
    kinds: ALL,
    label: { 'zh-CN': '单位信息不一致', en: 'Organisation does not match' },
    text: {
      'zh-CN': '单位名称与统一社会信用代码不一致，请核对后重新填写。',
      en: 'The organisation’s name and its unified social credit code do not belong together. Please check both.',
    },
  },
  {
    kinds: ALL,
    label: { 'zh-CN': '含不宜公开的内容', en: 'Not for the public' },
    text: {
      'zh-CN': '内容中含有个人联系方式、商业秘密等不宜公开的信息，请删除后重新提交。',
      en: 'It contains personal contact data, trade secrets or other things that must not be public. Please remove them.',
    },
  },
  {
    kinds: ALL,
    label: { 'zh-CN': '联系方式无法核实', en: 'Contact not confirmed' },
    text: {
      'zh-CN': '我们未能通过所留电话或邮箱与您取得联系，请核对联系方式。',
      en: 'We could not reach you by the phone number or e-mail address that you left. Please check them.',
    },
  },
];
