import type { CodeList } from './code-list.js';

/** 转化方式: the six of the law, with the two that came after it. */
export const transferMode: CodeList = {
  id: 'transfer-mode',
  label: { 'zh-CN': '转化方式', en: 'Mode of transfer' },
  version: '2022',
  source:
    '《中华人民共和国促进科技成果转化法》（2015年修正）第十六条；先用后转据 DB33/T 2549-2022；开放许可据《中华人民共和国专利法》（2020年修正）第五十条至第五十二条',
  complete: true,
  entries: [
    {
      code: 'self-investment',
      label: { 'zh-CN': '自行投资实施', en: 'Own investment' },
      aliases: ['自行投资实施转化', '自行实施', '自行转化'],
    },
    {
      code: 'assignment',
      label: { 'zh-CN': '转让', en: 'Assignment' },
      aliases: ['技术转让', '成果转让', '专利转让'],
    },
    {
      code: 'licence',
      label: { 'zh-CN': '许可', en: 'Licence' },
      aliases: ['技术许可', '许可使用', '实施许可', '专利许可', 'license', 'licensing'],
    },
    {
      code: 'joint-implementation',
      label: { 'zh-CN': '合作实施', en: 'Joint implementation' },
      aliases: ['合作', '合作转化', '合作实施转化'],
    },
    {
      code: 'equity',
      label: { 'zh-CN': '作价投资', en: 'Contribution as equity' },
      aliases: ['技术作价投资', '作价入股', '技术入股', '折算股份'],
    },
    { code: 'try-first', label: { 'zh-CN': '先用后转', en: 'Try first, pay later' }, aliases: ['先试用后转让'] },
    { code: 'open-licence', label: { 'zh-CN': '开放许可', en: 'Open licence' }, aliases: ['专利开放许可'] },
    {
      code: 'other',
      label: { 'zh-CN': '其他协商确定的方式', en: 'Other, as agreed' },
      aliases: ['其他', '其它', '其他方式', '技术服务'],
    },
  ],
};
