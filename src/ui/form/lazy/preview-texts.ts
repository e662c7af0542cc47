/** Texts of the preview. */
export const texts = {
  'zh-CN': {
    'preview.title': '预览：公众将看到的内容',
    'preview.close': '关闭预览',
    'preview.untitled': '（尚未填写名称）',
    'preview.note': '审核通过后按此发布，联系方式不会公开。',
    'preview.owner': '发布单位',
    'preview.yes': '是',
    'preview.comma': '、',
  },
  en: {
    'preview.title': 'Preview: what the public will see',
    'preview.close': 'Close the preview',
    'preview.untitled': '(no title yet)',
    'preview.note': 'It will be published like this once it is approved. How to reach you is not shown.',
    'preview.owner': 'Published by',
    'preview.yes': 'Yes',
    'preview.comma': ', ',
  },
} as const;
