import type { CodeList } from './code-list.js';

/** Kinds of intellectual property that an achievement can rest on. */
export const ipKind: CodeList = {
  id: 'ip-kind',
  label: { 'zh-CN': '知识产权类型', en: 'Kind of intellectual property' },
  version: '2021-06-01',
  source:
    '《中华人民共和国专利法》（2020年修正）第二条；《最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释》（2020年修正）第一条；《浙江省促进科技成果转化条例》第二条',
  complete: true,
  entries: [
    {
      code: 'invention',
      label: { 'zh-CN': '发明专利', en: 'Invention patent' },
      aliases: ['发明', 'patent', 'invention'],
    },
    {
      code: 'utility-model',
      label: { 'zh-CN': '实用新型专利', en: 'Utility model' },
      aliases: ['实用新型'],
    },
    {
      code: 'design',
      label: { 'zh-CN': '外观设计专利', en: 'Design patent' },
      aliases: ['外观设计', 'design'],
    },
    {
      code: 'software',
      label: { 'zh-CN': '计算机软件著作权', en: 'Software copyright' },
      aliases: ['软件著作权', '软著', '计算机软件'],
    },
    {
      code: 'ic-layout',
      label: { 'zh-CN': '集成电路布图设计', en: 'Layout design of integrated circuits' },
      aliases: ['集成电路布图设计专有权', '集成电路布图设计权'],
    },
    {
      code: 'plant-variety',
      label: { 'zh-CN': '植物新品种', en: 'Plant variety' },
      aliases: ['植物新品种权', '植物新品种专有权', 'plant variety protection'],
    },
    {
      code: 'trade-secret',
      label: { 'zh-CN': '技术秘密', en: 'Technical secret' },
      aliases: ['专有技术', 'know-how'],
    },
  ],
};
