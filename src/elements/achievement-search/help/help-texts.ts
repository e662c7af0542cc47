import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'help.words': '多个词以空格隔开，须同时出现；也可输入拼音或繁体字',
  'help.words.example': '钙钛矿 稳定性',
  'help.phrase': '引号内的词语须连续出现',
  'help.phrase.example': '“钙钛矿太阳能电池”',
  'help.without': '词前加减号，排除含有该词的成果',
  'help.without.example': '钙钛矿 -铅',
  'help.title': '只在成果名称中查找',
  'help.title.example': '标题:储能',
  'help.institution': '只在完成单位中查找',
  'help.institution.example': '单位:浙江大学',
  'help.number': '专利号、登记号、CAS 号按完整号码查找',
  'help.number.example': 'ZL201310123456.7',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'help.words': 'All words must occur, in any order; pinyin works too',
  'help.words.example': 'perovskite stability',
  'help.phrase': 'Words in quotation marks must occur together',
  'help.phrase.example': '“solar cell”',
  'help.without': 'A minus sign leaves out achievements with that word',
  'help.without.example': 'perovskite -lead',
  'help.title': 'Only in titles',
  'help.title.example': 'title:storage',
  'help.institution': 'Only in names of institutions',
  'help.institution.example': 'institution:Zhejiang',
  'help.number': 'Patent, registration and CAS numbers are found whole',
  'help.number.example': '7440-44-0',
};

/** Texts that tell what a query may say. */
export const texts = { 'zh-CN': zhCN, en } as const;
