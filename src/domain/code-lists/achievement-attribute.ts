import type { CodeList } from './code-list.js';

/** 成果属性: how original the achievement is. */
export const achievementAttribute: CodeList = {
  id: 'achievement-attribute',
  label: { 'zh-CN': '成果属性', en: 'Origin of the innovation' },
  version: '2026-11-23',
  source: '科技成果登记表填写说明“成果属性”',
  complete: true,
  entries: [
    {
      code: 'original',
      label: { 'zh-CN': '原始性创新', en: 'Original innovation' },
      aliases: ['原始创新', '原创'],
    },
    {
      code: 'assimilated',
      label: { 'zh-CN': '国外引进消化吸收创新', en: 'Innovation on imported technology' },
      aliases: ['国外引进、消化吸收创新', '引进消化吸收', '引进消化吸收再创新'],
    },
    {
      code: 'secondary-development',
      label: { 'zh-CN': '国内技术二次开发', en: 'Further development of domestic technology' },
      aliases: ['二次开发'],
    },
  ],
};
