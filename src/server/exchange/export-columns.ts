import { codeLabel } from '../../domain/code-lists/index.js';
import type { Achievement } from '../../domain/achievement.js';
import type { Language, Text } from '../language.js';
import { conceptLabel, nameOf, plainAmount, readinessText, textIn } from './record-text.js';

/** What a written record may point to. */
export interface ExportContext {
  readonly lang: Language;
  /** Address of the record's page. */
  readonly permalink: (id: string) => string;
}

/** A column of a table of records. */
export interface ExportColumn<R> {
  readonly name: Text;
  readonly value: (record: R, context: ExportContext) => string | number | undefined;
}

const words: Readonly<Record<Language, string>> = { 'zh-CN': '；', en: '; ' };

/** Values of a list in one cell. */
export const many = (values: readonly (string | undefined)[], lang: Language): string =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].join(words[lang]);

export const yesOrNo = (value: boolean | undefined, lang: Language): string | undefined => {
  if (value === undefined) return undefined;
  if (lang === 'en') return value ? 'yes' : 'no';
  return value ? '是' : '否';
};

/** The columns of a table of achievements, in order. Labels of codes and texts are in the language asked for. */
export const ACHIEVEMENT_COLUMNS: readonly ExportColumn<Achievement>[] = [
  { name: { 'zh-CN': '编号', en: 'Id' }, value: ({ id }) => id },
  { name: { 'zh-CN': '成果名称', en: 'Title' }, value: ({ title }, { lang }) => textIn(title, lang) },
  { name: { 'zh-CN': '应用价值', en: 'Benefit' }, value: ({ benefit }, { lang }) => textIn(benefit, lang) },
  { name: { 'zh-CN': '成果简介', en: 'Summary' }, value: ({ summary }, { lang }) => textIn(summary, lang) },
  {
    name: { 'zh-CN': '关键词', en: 'Keywords' },
    value: ({ keywords = {} }, { lang }) => many(keywords[lang] ?? Object.values(keywords).flat(), lang),
  },
  {
    name: { 'zh-CN': '完成单位', en: 'Institutions' },
    value: ({ institutions = [] }, { lang }) =>
      many(
        institutions.map((each) => nameOf(each, lang)),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '完成人', en: 'Completers' },
    value: ({ completers = [] }, { lang }) =>
      many(
        completers.map(({ name }) => name),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '技术领域', en: 'Technical fields' },
    value: ({ fields = [] }, { lang }) =>
      many(
        fields.map((each) => conceptLabel(each, lang)),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '地区', en: 'Region' },
    value: ({ region }, { lang }) => region && codeLabel('region', region, lang),
  },
  {
    name: { 'zh-CN': '成熟度', en: 'Readiness' },
    value: ({ readiness = [] }, { lang }) =>
      many(
        readiness.map((each) => readinessText(each, lang)),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '成果水平', en: 'Level' },
    value: ({ level }, { lang }) => level && codeLabel('achievement-level', level, lang),
  },
  {
    name: { 'zh-CN': '知识产权', en: 'IP rights' },
    value: ({ ip = [] }, { lang }) =>
      many(
        ip.map(({ kind, patentNo, applicationNo }) =>
          [codeLabel('ip-kind', kind, lang), patentNo ?? applicationNo].filter(Boolean).join(' '),
        ),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '法律状态', en: 'Legal status' },
    value: ({ ip = [] }, { lang }) =>
      many(
        ip.map(({ legalStatus }) => legalStatus && codeLabel('ip-legal-status', legalStatus, lang)),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '转化方式', en: 'Modes of transfer' },
    value: ({ transferModes = [] }, { lang }) =>
      many(
        transferModes.map((each) => codeLabel('transfer-mode', each, lang)),
        lang,
      ),
  },
  { name: { 'zh-CN': '价格', en: 'Price' }, value: ({ price }) => price && plainAmount(price) },
  { name: { 'zh-CN': '币种', en: 'Currency' }, value: ({ price }) => price?.currency },
  { name: { 'zh-CN': '面议', en: 'Negotiable' }, value: ({ negotiable }, { lang }) => yesOrNo(negotiable, lang) },
  { name: { 'zh-CN': '发布日期', en: 'Published' }, value: ({ publishedOn }) => publishedOn },
  { name: { 'zh-CN': '更新时间', en: 'Updated' }, value: ({ updatedAt }) => updatedAt },
  { name: { 'zh-CN': '来源', en: 'Source' }, value: ({ source }) => source.name },
  { name: { 'zh-CN': '来源编号', en: 'Id at the source' }, value: ({ source }) => source.id },
  { name: { 'zh-CN': '链接', en: 'Link' }, value: ({ id }, { permalink }) => permalink(id) },
];
