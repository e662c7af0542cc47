import { codeLabel } from '../../domain/code-lists/index.js';
import type { DeskRow } from '../../domain/desk.js';
import type { PersonOnFile } from '../../domain/submission.js';
import type { Language, Text } from '../language.js';
import { nameOf, textIn } from './record-text.js';
import type { Cell } from './write-csv.js';

/** A submission as a line of a table. */
export interface ExportedSubmission extends DeskRow {
  readonly recordId?: string;
  readonly submitter?: PersonOnFile;
}

interface Column {
  readonly name: Text;
  readonly value: (row: ExportedSubmission, lang: Language) => Cell;
}

/** What the kinds of submissions are called. */
export const KIND_LABELS: Readonly<Record<string, Text>> = {
  demand: { 'zh-CN': '技术需求', en: 'Demand' },
  achievement: { 'zh-CN': '科技成果', en: 'Achievement' },
  enquiry: { 'zh-CN': '咨询', en: 'Enquiry' },
};

const COLUMNS: readonly Column[] = [
  { name: { 'zh-CN': '受理编号', en: 'Reference' }, value: ({ reference }) => reference },
  { name: { 'zh-CN': '类别', en: 'Kind' }, value: ({ kind }, lang) => KIND_LABELS[kind]?.[lang] ?? kind },
  { name: { 'zh-CN': '状态', en: 'Status' }, value: ({ status }, lang) => codeLabel('record-status', status, lang) },
  { name: { 'zh-CN': '名称', en: 'Title' }, value: ({ title }, lang) => textIn(title, lang) },
  { name: { 'zh-CN': '单位', en: 'Organisation' }, value: ({ organisation }, lang) => textIn(organisation, lang) },
  { name: { 'zh-CN': '经办人', en: 'Assignee' }, value: ({ assignee }) => assignee },
  { name: { 'zh-CN': '收到时间', en: 'Received' }, value: ({ receivedAt }) => receivedAt },
  { name: { 'zh-CN': '更新时间', en: 'Updated' }, value: ({ updatedAt }) => updatedAt },
  { name: { 'zh-CN': '公开记录编号', en: 'Id of the record' }, value: ({ recordId }) => recordId },
];

const PERSONAL: readonly Column[] = [
  {
    name: { 'zh-CN': '提交人单位', en: 'Organisation of the submitter' },
    value: ({ submitter }, lang) => submitter?.organisation && nameOf(submitter.organisation, lang),
  },
  { name: { 'zh-CN': '提交人', en: 'Submitter' }, value: ({ submitter }) => submitter?.person },
  { name: { 'zh-CN': '职务', en: 'Position' }, value: ({ submitter }) => submitter?.role },
  { name: { 'zh-CN': '电话', en: 'Phone' }, value: ({ submitter }) => submitter?.phone },
  { name: { 'zh-CN': '电子邮箱', en: 'E-mail' }, value: ({ submitter }) => submitter?.email },
];

/** The names of the columns; those of a person only where that was asked for. */
export function submissionHeader(lang: Language, personal: boolean): string[] {
  return columnsOf(personal).map(({ name }) => name[lang]);
}

/** A submission by column. */
export function submissionCells(row: ExportedSubmission, lang: Language, personal: boolean): Cell[] {
  return columnsOf(personal).map(({ value }) => value(row, lang));
}

function columnsOf(personal: boolean): readonly Column[] {
  return personal ? [...COLUMNS, ...PERSONAL] : COLUMNS;
}
