import type { Messages } from '../../localize-controller.js';

const zhCN = {
  'form.faults': { other: '还有 {count} 处需要处理：' },
  'fault.required': '请填写“{label}”。',
  'fault.choose': '请选择“{label}”。',
  'fault.tooLong': '“{label}”最多 {max} 字，现有 {count} 字，请精简。',
  'fault.number': '“{label}”请填写数字，例如 35 或 3.5万。',
  'fault.upper': '请填写范围的上限，且不小于下限。',
  'fault.money': '“{label}”请填写金额，例如 50 或 50万。',
  'fault.email': '请填写完整的邮箱地址，例如 name@example.com。',
  'fault.phone': '请填写电话号码，例如 0571-88000000。',
  'fault.reach': '电话和邮箱请至少填写一项，便于与您联系。',
  'fault.url': '请填写以 http:// 或 https:// 开头的网址。',
  'fault.date': '请填写有效的日期，例如 2027-06-30。',
  'fault.creditCode': '统一社会信用代码应为 18 位且通过校验，请对照营业执照核对。',
  'fault.consent': '请阅读说明并勾选此项，否则平台无法受理。',
  'fault.consents': '个人信息处理说明尚未加载，请稍后再提交。',
  'fault.files': '附件还在上传，完成后即可提交。',
  'fault.refused': '“{label}”未被接受：{message}',
  'fault.invalid': '“{label}”的内容有误，请检查。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'form.faults': { one: 'One thing is left to do:', other: '{count} things are left to do:' },
  'fault.required': 'Fill in “{label}”.',
  'fault.choose': 'Choose “{label}”.',
  'fault.tooLong': '“{label}” may have {max} characters and has {count}. Shorten it.',
  'fault.number': '“{label}” needs a number such as 35 or 1,200.',
  'fault.upper': 'Give the upper end of the range, not below the lower one.',
  'fault.money': '“{label}” needs an amount such as 50 or 1,200.',
  'fault.email': 'Give the whole e-mail address, such as name@example.com.',
  'fault.phone': 'Give a phone number, such as +86 571 8800 0000.',
  'fault.reach': 'Give a phone number or an e-mail address, so that we can reach you.',
  'fault.url': 'Give an address that starts with http:// or https://.',
  'fault.date': 'Give a date that exists, such as 2027-06-30.',
  'fault.creditCode': 'The code has 18 characters, the last a check digit. Compare it with the business licence.',
  'fault.consent': 'Read the notice and tick this box; without it the platform cannot take your submission.',
  'fault.consents': 'The notice on personal data has not come yet. Please send a little later.',
  'fault.files': 'Files are still on their way. You can send once they are there.',
  'fault.refused': '“{label}” was not accepted: {message}',
  'fault.invalid': 'Something is wrong with “{label}”. Please check it.',
};

/** Words for what is wrong with a field, and what to do. */
export const texts = { 'zh-CN': zhCN, en } as const;
