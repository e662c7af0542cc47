import type * as z from 'zod/mini';
import type { ProblemField } from '../../domain/problem.js';
import { fill, type Language, type Text } from '../language.js';
import { NEEDS_IN_CHINESE } from './need-texts.js';

const TEXTS = {
  missing: { 'zh-CN': '缺少此字段，请补充。', en: 'This field is missing. Add it.' },
  invalid_type: { 'zh-CN': '类型有误，请填写{expected}。', en: 'This is of the wrong type. Give {expected}.' },
  too_short: { 'zh-CN': '不能为空，请填写或去掉此字段。', en: 'This is empty. Fill it in or leave the field out.' },
  too_small: { 'zh-CN': '不得小于 {minimum}。', en: 'Give at least {minimum}.' },
  too_long: { 'zh-CN': '最多 {maximum} 个字符，请缩短。', en: 'Up to {maximum} characters are accepted. Shorten it.' },
  too_many: {
    'zh-CN': '最多 {maximum} 项，请分批发送。',
    en: 'Up to {maximum} items are accepted. Send the rest apart.',
  },
  too_big: { 'zh-CN': '不得大于 {maximum}。', en: 'Give at most {maximum}.' },
  invalid_format: { 'zh-CN': '格式有误：{need}。', en: 'The format is wrong: it {need}.' },
  invalid_value: { 'zh-CN': '请改用以下值之一：{values}。', en: 'Use one of: {values}.' },
  invalid_key: {
    'zh-CN': '键名有误：语言须用 BCP 47 标签，例如 zh-CN 或 en。',
    en: 'A key is wrong: languages are BCP 47 tags such as zh-CN or en.',
  },
  invalid_text: {
    'zh-CN': '文本含有无法保存的字符（空字符或不成对的代理项），请删除。',
    en: 'The text holds a character that cannot be stored (NUL or half a surrogate pair). Remove it.',
  },
  no_such_day: { 'zh-CN': '日历上没有这一天，请更正。', en: 'The calendar has no such day. Correct it.' },
  source_conflict: {
    'zh-CN': '此来源编号已属于平台上的另一条记录，请沿用那条记录的 id。',
    en: 'Another record of the platform has this source and source id. Use the id of that record.',
  },
  duplicate: {
    'zh-CN': '同一请求中第 {other} 项已使用此编号，请去掉其中一项。',
    en: 'Item {other} of the same request has this id already. Leave one of them out.',
  },
  unknown_field: {
    'zh-CN': '平台没有此字段，内容将无法保存。请去掉，或写入其他字段。',
    en: 'The platform has no such field and would lose what it holds. Leave it out, or use another field.',
  },
  check_digit: {
    'zh-CN': '统一社会信用代码的校验位不符，请对照营业执照核对。',
    en: 'The check digit of the unified social credit code does not fit. Compare it with the business licence.',
  },
  unknown_purpose: {
    'zh-CN': '平台不征求此项同意，请去掉。',
    en: 'The platform does not ask for this consent. Leave it out.',
  },
  unknown_text_version: {
    'zh-CN': '没有此版本的告知文本。请重新读取 /api/v1/submission-settings，并请提交人重新确认。',
    en: 'There is no such version of the text. Read /api/v1/submission-settings again and ask the submitter anew.',
  },
  consent_missing: {
    'zh-CN': '缺少对“受理与联系”的同意，无法受理。',
    en: 'The consent to handling and contact is missing; the submission cannot be taken without it.',
  },
  unknown_attachment: {
    'zh-CN': '没有此附件，或已属于另一份提交。请重新上传。',
    en: 'There is no such file, or it belongs to another submission. Upload it again.',
  },
  invalid: { 'zh-CN': '此值有误：{need}。', en: 'This value is not valid: it {need}.' },
} as const satisfies Record<string, Text>;

/** The types of JSON by the names that the schemas give them. */
const TYPES: Readonly<Record<string, Text>> = {
  string: { 'zh-CN': '文本', en: 'a text' },
  number: { 'zh-CN': '数值', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': ' true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表（JSON 数组）', en: 'a list (a JSON array)' },
  tuple: { 'zh-CN': '列表（JSON 数组）', en: 'a list (a JSON array)' },
  object: { 'zh-CN': ' JSON 对象', en: 'a JSON object' },
  record: { 'zh-CN': ' JSON 对象', en: 'a JSON object' },
};

export type FieldFault = keyof typeof TEXTS;

/** A fault of the field at `path`, in the words of `lang`. */
export function fieldFault(
  path: string,
  code: FieldFault,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): ProblemField {
  return { path, code, message: fill(TEXTS[code], lang, values) };
}

/** What a schema found wrong, as faults that say what to do. `input` is the value that was checked. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], input: unknown, lang: Language): ProblemField[] {
  return issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    const { code, values } = describe(issue, input, lang);
    return fieldFault(path, code, lang, values);
  });
}

function describe(
  issue: z.core.$ZodIssue,
  input: unknown,
  lang: Language,
): { code: FieldFault; values?: Readonly<Record<string, string | number>> } {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return { code: 'missing' };
      return { code: 'invalid_type', values: { expected: TYPES[issue.expected]?.[lang] ?? issue.expected } };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { code: 'too_short' };
      return { code: 'too_small', values: { minimum: String(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'string') return { code: 'too_long', values: { maximum: String(issue.maximum) } };
      if (issue.origin === 'array') return { code: 'too_many', values: { maximum: String(issue.maximum) } };
      return { code: 'too_big', values: { maximum: String(issue.maximum) } };
    case 'invalid_value':
      return { code: 'invalid_value', values: { values: issue.values.map(String).join(', ') } };
    case 'invalid_format':
      return { code: 'invalid_format', values: { need: needOf(issue.message, lang) } };
    case 'invalid_key':
      return { code: 'invalid_key' };
    default:
      return { code: 'invalid', values: { need: needOf(issue.message, lang) } };
  }
}

/** Our schemas say what a value needs; zod's own words, which we do not choose, are left out. */
function needOf(message: string, lang: Language): string {
  const known = NEEDS_IN_CHINESE[message];
  if (lang === 'en') return message.startsWith('needs ') ? message : 'needs the form that /openapi.json describes';
  return known ?? '请按 /openapi.json 中该字段的说明填写';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
