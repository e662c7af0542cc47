import type { Achievement } from '../../domain/achievement.js';
import type { ExportContext } from './export-columns.js';
import { conceptLabel, nameOf, readinessText, textIn } from './record-text.js';

/** A value stands in one line; what follows a line end would be read as another tag. */
function line(tag: string, value: string | undefined): string {
  const text = value?.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  return text ? `${tag}  - ${text}\r\n` : '';
}

/** `2024-06` as RIS writes dates: `2024/06//`. */
function date(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}/${month}/${date}/`;
}

/**
 * One record for reference managers. Its type is `GEN`: RIS has none for a result of research, and a result that rests on
 * a patent is not that patent.
 */
export function risRecord(record: Achievement, { lang, permalink }: ExportContext): string {
  const { keywords = {}, institutions = [], completers = [], fields = [], readiness = [], ip = [] } = record;
  const texts = new Set(keywords[lang] ?? Object.values(keywords).flat());
  for (const field of fields) texts.add(conceptLabel(field, lang));
  const published = record.publishedOn ?? record.endDate;
  return [
    line('TY', 'GEN'),
    line('ID', record.id),
    line('TI', textIn(record.title, lang)),
    ...completers.map(({ name }) => line('AU', name)),
    ...institutions.map((each) => line('PB', nameOf(each, lang))),
    line('PY', published?.slice(0, 4)),
    line('DA', date(published)),
    line('AB', textIn(record.summary, lang)),
    ...Array.from(texts, (text) => line('KW', text)),
    ...readiness.map((each) => line('N1', readinessText(each, lang))),
    ...ip.map(({ patentNo, applicationNo }) => line('M1', patentNo ?? applicationNo)),
    line('LA', record.lang),
    line('DB', record.source.name),
    line('AN', record.source.id),
    line('UR', permalink(record.id)),
    line('UR', record.source.url),
    'ER  - \r\n\r\n',
  ].join('');
}
