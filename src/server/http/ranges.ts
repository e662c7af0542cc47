import type { Range } from '../../domain/page.js';
import type { RangeFilter } from '../../search/search-index.js';
import type { Language, Text } from '../language.js';

/** How a range is called, and what its numbers are. */
interface RangeNames {
  readonly label: Text;
  /** `money` in yuan; `date` in days since 1970-01-01 inside, ISO 8601 outside. */
  readonly type: 'money' | 'date' | 'number';
  readonly unit?: string;
}

const money = (chinese: string, english: string): RangeNames => ({
  label: { 'zh-CN': chinese, en: english },
  type: 'money',
  unit: 'CNY',
});
const date = (chinese: string, english: string): RangeNames => ({
  label: { 'zh-CN': chinese, en: english },
  type: 'date',
});
const area = (chinese: string, english: string): RangeNames => ({
  label: { 'zh-CN': chinese, en: english },
  type: 'number',
  unit: 'm²',
});

const RANGES: Readonly<Record<string, RangeNames>> = {
  price: money('价格', 'Price'),
  budget: money('预算', 'Budget'),
  fee: money('费用', 'Fee'),
  published: date('发布日期', 'Published'),
  deadline: date('截止日期', 'Deadline'),
  founded: date('成立日期', 'Founded'),
  recognised: date('首次认定时间', 'First recognised'),
  start: date('开始日期', 'Starts'),
  readiness: { label: { 'zh-CN': '成熟度', en: 'Readiness' }, type: 'number' },
  area: area('总面积', 'Total area'),
  freeArea: area('可用面积', 'Available area'),
};

/** What a range of numbers of the index is called and counts in. */
export function rangeNames(id: string): RangeNames {
  return RANGES[id] ?? { label: { 'zh-CN': id, en: id }, type: 'number' };
}

const DAY_MS = 86_400_000;
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `<min>..<max>`, where one end may be missing. A year or a month means its first day as `min`, its last as `max`.
 * Nothing where it is not a range of this kind.
 */
export function parseRange(text: string, id: string): RangeFilter | undefined {
  const dots = text.indexOf('..');
  if (dots < 0) return undefined;
  const read = rangeNames(id).type === 'date' ? readDay : readNumber;
  const [min, max] = [read(text.slice(0, dots), 'first'), read(text.slice(dots + 2), 'last')];
  if (min === null || max === null || (min === undefined && max === undefined)) return undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** `undefined` for an open end, `null` for what is no number. */
function readNumber(text: string): number | undefined | null {
  if (text === '') return undefined;
  return NUMBER.test(text) ? Number(text) : null;
}

function readDay(text: string, edge: 'first' | 'last'): number | undefined | null {
  if (text === '') return undefined;
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined) return null;
  const time = utc(
    year,
    (month || undefined) ?? (edge === 'first' ? 1 : 12),
    (day || undefined) ?? (edge === 'first' ? 1 : 0),
  );
  return time.toISOString().startsWith(text) ? time.getTime() / DAY_MS : null;
}

/** Day 0 is the last one of the month. `Date.UTC` would take the years 0 to 99 for those of the 20th century. */
function utc(year: number, month: number, day: number): Date {
  const time = new Date(0);
  time.setUTCFullYear(year, day === 0 ? month : month - 1, day);
  return time;
}

/** A counted range as an answer says it. */
export function labelRange(
  id: string,
  { min, max, count }: RangeFilter & { readonly count: number },
  lang: Language,
): Range {
  const { label, type, unit } = rangeNames(id);
  const write = (end: number): number | string =>
    type === 'date' ? new Date(end * DAY_MS).toISOString().slice(0, 10) : end;
  return {
    id,
    label: label[lang],
    type,
    ...(unit !== undefined && { unit }),
    ...(min !== undefined && { min: write(min) }),
    ...(max !== undefined && { max: write(max) }),
    count,
  };
}
