/** The headers of what every kind of record has, as in {@link COLUMN_ALIASES}. */
export const COMMON_ALIASES = {
  lang: ['lang', 'language', '语种', '语言'],
  keywords: ['keywords', 'keyword', '关键词', '关键字', '主题词', '中文关键词', '标签', 'tags', 'keywords zh'],
  keywordsEn: ['keywords en', 'english keywords', '英文关键词'],
  fields: [
    'fields',
    'field',
    '所属领域',
    '技术领域',
    '所属技术领域',
    '高新技术领域',
    '所属高新技术领域',
    '领域',
    '行业领域',
    '学科',
    '所属学科',
    '学科分类',
    'discipline',
    'subject',
  ],
  category: ['category', '学科门类'],
  clc: ['clc', '中图分类号', '中图法分类号', '中图分类', '分类号'],
  industries: ['industries', 'industry', '所属行业', '行业', '应用行业', '国民经济行业'],
  region: ['region', '地区', '所在地区', '所属地区', '所在地', '区域', '行政区划'],
  status: ['status', '状态', '发布状态', '记录状态'],
  contactName: ['contact name', 'contact person', '联系人', '联系人姓名'],
  contactEmail: ['contact email', 'email', 'e-mail', '联系人邮箱', '联系邮箱', '邮箱', '电子邮箱', '电子邮件'],
  contactPhone: ['contact phone', 'phone', 'tel', '联系电话', '联系人电话', '电话'],
  validUntil: ['valid until', '有效期', '有效期至', '有效期限'],
  source: ['source', '来源', '信息来源', '数据来源'],
  url: ['url', 'link', '链接', '网址', '原文链接', '来源链接', '详情链接'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A column that every kind of record has. */
export type CommonColumn = keyof typeof COMMON_ALIASES;
