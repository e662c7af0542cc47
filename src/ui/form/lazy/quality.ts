import type { SubmissionKind } from '../../../domain/submission.js';
import { countCharacters } from '../count-characters.js';
import { type Entry, entryAt, listAt, type Values } from '../values.js';

/** What readers of listings miss. */
export type QualityNeed = 'problem' | 'benefit' | 'figure' | 'comparison' | 'keyword' | 'longer' | 'budget';

/** Fewer characters than this tell a reader little. */
const SHORT = 60;

/** All text that stands in a field, however it is given. */
function textOf(entry: Entry | undefined): string {
  if (entry === undefined || typeof entry === 'string') return entry ?? '';
  return Object.values(entry)
    .map((each) => textOf(each as Entry))
    .join('\n');
}

/** Whether `text` says how much: a number that is not merely part of a name such as PM2 or GB-7251. */
export function hasFigure(text: string): boolean {
  return /(?<![A-Za-z\d.-])\d/.test(text.normalize('NFKC'));
}

const COMPARING =
  /比|较|相对|优于|高于|低于|不足|提高|提升|降低|减少|缩短|超过|替代|传统|现有|进口|国外|同类|compared|than|versus|\bvs\b|instead|existing|conventional|reduc|increas|improv/i;

/** Whether `text` holds something against something else. */
export function hasComparison(text: string): boolean {
  return COMPARING.test(text);
}

const DEMAND_TEXTS = ['title', 'problem', 'summary', 'context', 'requirements', 'attemptedSolutions', 'constraints'];
const ACHIEVEMENT_TEXTS = [
  'title',
  'benefit',
  'summary',
  'problemSolved',
  'innovationPoints',
  'indicators',
  'comparison',
  'economics',
];

/** What is looked for in a text of this kind, and whether it is there; nothing is looked for in what nobody lists. */
export function qualityOf(kind: SubmissionKind, values: Values): ReadonlyMap<QualityNeed, boolean> {
  const text = (...names: readonly string[]): string => names.map((name) => textOf(entryAt(values, name))).join('\n');
  const isLong = (...names: readonly string[]): boolean => countCharacters(text(...names).trim()) >= SHORT;
  if (kind === 'demand') {
    const all = text(...DEMAND_TEXTS);
    const hasIndicator = listAt(values, 'indicators').some((row) => textOf((row as Values)['value']) !== '');
    return new Map<QualityNeed, boolean>([
      ['problem', text('problem').trim() !== ''],
      ['longer', isLong('problem', 'summary', 'context')],
      ['figure', hasIndicator || hasFigure(all)],
      ['comparison', hasComparison(all)],
      ['budget', text('budget').trim() !== ''],
    ]);
  }
  if (kind === 'enquiry') return new Map();
  const all = text(...ACHIEVEMENT_TEXTS);
  return new Map<QualityNeed, boolean>([
    ['benefit', text('benefit').trim() !== ''],
    ['longer', isLong('summary', 'problemSolved')],
    ['figure', hasFigure(all)],
    ['comparison', text('comparison').trim() !== '' || hasComparison(all)],
    ['keyword', text('keywords').trim() !== ''],
  ]);
}
