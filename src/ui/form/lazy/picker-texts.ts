/** Texts of choices that are searched. */
export const texts = {
  'zh-CN': { 'picker.search': '查找选项', 'picker.chosen': '已选 {count} 项', 'picker.none': '没有匹配的选项' },
  en: { 'picker.search': 'Look for a choice', 'picker.chosen': '{count} chosen', 'picker.none': 'No choice matches' },
} as const;
