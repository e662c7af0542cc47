import type { CodeList } from './code-list.js';

/** 活动类型 */
export const eventType: CodeList = {
  id: 'event-type',
  label: { 'zh-CN': '活动类型', en: 'Type of event' },
  version: '2026-11-23',
  source:
    '区级科技成果转移转化行动方案；成果交易会、洽谈会、信息发布会、科技集市、技术拍卖、技术招标据《浙江省技术市场条例》第十二条',
  complete: false,
  entries: [
    { code: 'roadshow', label: { 'zh-CN': '路演', en: 'Roadshow' }, aliases: ['项目路演'] },
    {
      code: 'matchmaking',
      label: { 'zh-CN': '对接会', en: 'Matchmaking meeting' },
      aliases: ['供需对接会', '成果对接会'],
    },
    { code: 'forum', label: { 'zh-CN': '高峰论坛', en: 'Forum' }, aliases: ['论坛'] },
    { code: 'exhibition', label: { 'zh-CN': '交易展会', en: 'Trade exhibition' }, aliases: ['展会'] },
    { code: 'contest', label: { 'zh-CN': '赛事', en: 'Contest' }, aliases: ['大赛', '创新创业大赛'] },
    { code: 'training-camp', label: { 'zh-CN': '训练营', en: 'Training camp' } },
    { code: 'acceleration-camp', label: { 'zh-CN': '加速营', en: 'Acceleration camp' } },
    { code: 'entrepreneurs-visit', label: { 'zh-CN': '企业家进院所', en: 'Entrepreneurs visit institutes' } },
    { code: 'scientists-visit', label: { 'zh-CN': '科学家进企业', en: 'Scientists visit enterprises' } },
    {
      code: 'achievement-fair',
      label: { 'zh-CN': '成果交易会', en: 'Fair for research results' },
      aliases: ['科技成果交易会'],
    },
    { code: 'negotiation', label: { 'zh-CN': '洽谈会', en: 'Negotiation meeting' } },
    { code: 'information-release', label: { 'zh-CN': '信息发布会', en: 'Information release' }, aliases: ['发布会'] },
    { code: 'technology-market', label: { 'zh-CN': '科技集市', en: 'Technology market day' } },
    { code: 'auction', label: { 'zh-CN': '技术拍卖', en: 'Technology auction' }, aliases: ['拍卖会'] },
    { code: 'tender', label: { 'zh-CN': '技术招标', en: 'Technology tender' } },
    {
      code: 'challenge-release',
      label: { 'zh-CN': '发榜发布会', en: 'Release of challenges' },
      aliases: ['张榜发布会', '张榜/发榜发布会'],
    },
  ],
};
