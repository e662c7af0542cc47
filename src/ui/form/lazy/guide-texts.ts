import type { Messages } from '../../localize-controller.js';

const zhCN = {
  'guide.similar': '平台上已有相近的内容，请看看是否重复；不同的话请继续填写。',
  'guide.quality': '内容完善程度',
  'guide.good': '内容很完整，读者关心的都写到了。',
  'guide.better': '现在就可以提交；再补充几句，更容易被找到和联系：',
  'guide.problem': '说明要解决的具体难题。',
  'guide.benefit': '用一句话说明它能给使用者带来什么。',
  'guide.figure': '写一个关键数字，例如指标、产量或成本。',
  'guide.comparison': '与现有做法或同类产品比一比。',
  'guide.keyword': '写两三个关键词，方便检索。',
  'guide.longer': '再多写几句，让外行也能看懂。',
  'guide.budget': '给出预算或勾选“面议”，方便对方判断能否承接。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'guide.similar': 'The platform has something like this already. If yours is different, just go on.',
  'guide.quality': 'How complete it is',
  'guide.good': 'Complete: all that readers look for is there.',
  'guide.better': 'You can send it now. A few more words would make it easier to find:',
  'guide.problem': 'Say what exactly has to be solved.',
  'guide.benefit': 'Say in one line what its user gets from it.',
  'guide.figure': 'Give one figure that matters: a performance, an output, a cost.',
  'guide.comparison': 'Compare it with how it is done today, or with similar products.',
  'guide.keyword': 'Add two or three keywords to be found by.',
  'guide.longer': 'Write a little more, for readers outside your field.',
  'guide.budget': 'Give a budget or tick “Negotiable”, so that others can tell whether it fits.',
};

/** Texts of the advice. */
export const texts = { 'zh-CN': zhCN, en } as const;
