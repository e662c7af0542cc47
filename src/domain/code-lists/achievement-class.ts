import type { CodeList } from './code-list.js';

/** 成果类别 of the national registration. */
export const achievementClass: CodeList = {
  id: 'achievement-class',
  label: { 'zh-CN': '成果类别', en: 'Class of achievement' },
  version: '2020',
  source: '科技成果登记的三类成果，据《广州市科技成果登记办法》（穗科规字〔2020〕4号）',
  complete: true,
  entries: [
    {
      code: 'basic-theory',
      label: { 'zh-CN': '基础理论成果', en: 'Basic theory' },
      aliases: ['基础理论', '基础理论类', '基础理论类成果'],
    },
    {
      code: 'applied-technology',
      label: { 'zh-CN': '应用技术成果', en: 'Applied technology' },
      aliases: ['应用技术', '应用技术类', '应用技术类成果'],
    },
    {
      code: 'soft-science',
      label: { 'zh-CN': '软科学成果', en: 'Soft science' },
      aliases: ['软科学', '软科学类', '软科学类成果'],
    },
  ],
};
