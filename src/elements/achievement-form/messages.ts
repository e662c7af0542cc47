import type { FormKey } from '../../ui/form/messages.js';
import { formZhCN } from '../../ui/form/messages.js';
import type { Catalogue } from '../../ui/localize-controller.js';

/** Chinese texts of `<yn-achievement-form>`. Their keys are the ones that every language has. */
export const achievementZhCN = {
  'achievement.heading': '发布科技成果',
  'achievement.intro': '先写要点，审核时可再补充。内容随写随存，不会丢失。',
  'achievement.submit': '提交成果',
  'section.result': '成果内容',
  'section.transfer': '转化意向',
  'achievement.title': '成果名称',
  'achievement.title.help': '写明技术和用途，例如“低温等离子体污水除臭装置”。',
  'achievement.benefit': '一句话亮点',
  'achievement.benefit.help': '它能给使用者带来什么，最好有一个数字。',
  'achievement.summary': '成果简介',
  'achievement.summary.help': '解决什么问题、怎么做到、做到什么程度。涉密内容请勿填写。',
  'achievement.keywords': '关键词',
  'achievement.keywords.help': '两到五个，用顿号或逗号隔开。',
  'achievement.field': '技术领域',
  'achievement.readiness': '所处阶段',
  'achievement.transferModes': '转化方式',
  'achievement.price': '参考价格',
  'achievement.price.help': '没有定价可勾选“面议”。',
  'achievement.completers': '完成人',
  'achievement.completers.help': '按排名填写，用顿号或逗号隔开，会随成果公开。',
} as const;

export type AchievementKey = keyof typeof achievementZhCN | FormKey;

export const messages: Catalogue<AchievementKey> = {
  'zh-CN': { ...formZhCN, ...achievementZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
