import type { CodeList } from './code-list.js';

/** 许可类型. Where a contract is silent the licence is ordinary. */
export const licenceKind: CodeList = {
  id: 'licence-kind',
  label: { 'zh-CN': '许可类型', en: 'Kind of licence' },
  version: '2021-01-01',
  source: '《最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释》（2020年修正）第二十五条',
  complete: true,
  entries: [
    {
      code: 'exclusive',
      label: { 'zh-CN': '独占实施许可', en: 'Exclusive licence (excluding the licensor)' },
      aliases: ['独占许可', '独占'],
    },
    {
      code: 'sole',
      label: { 'zh-CN': '排他实施许可', en: 'Sole licence (besides the licensor)' },
      aliases: ['排他许可', '排他'],
    },
    {
      code: 'ordinary',
      label: { 'zh-CN': '普通实施许可', en: 'Ordinary licence' },
      aliases: ['普通许可', '普通', '非独占许可', 'non-exclusive'],
    },
  ],
};
