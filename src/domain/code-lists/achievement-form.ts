import type { CodeList } from './code-list.js';

/** 成果体现形式: what the achievement is handed over as. */
export const achievementForm: CodeList = {
  id: 'achievement-form',
  label: { 'zh-CN': '成果体现形式', en: 'Form of achievement' },
  version: '2026-11-23',
  source:
    '科技成果登记表“成果体现形式”栏；“新材料”“新装备”“其他应用技术”三项为通行用法，尚未与登记表原文核对 (general knowledge, not yet checked against the form)',
  complete: false,
  entries: [
    { code: 'new-technology', label: { 'zh-CN': '新技术', en: 'New technology' } },
    { code: 'new-process', label: { 'zh-CN': '新工艺', en: 'New process' } },
    { code: 'new-product', label: { 'zh-CN': '新产品', en: 'New product' } },
    { code: 'new-material', label: { 'zh-CN': '新材料', en: 'New material' } },
    { code: 'new-equipment', label: { 'zh-CN': '新装备', en: 'New equipment' } },
    { code: 'new-plant-variety', label: { 'zh-CN': '植物新品种', en: 'New plant variety' } },
    {
      code: 'other-applied-technology',
      label: { 'zh-CN': '其他应用技术', en: 'Other applied technology' },
    },
    { code: 'paper', label: { 'zh-CN': '论文', en: 'Paper' } },
    { code: 'monograph', label: { 'zh-CN': '著作', en: 'Monograph' }, aliases: ['专著'] },
    { code: 'research-report', label: { 'zh-CN': '研究报告', en: 'Research report' } },
  ],
};
