import type { IndicatorImportReceipt } from '../server/http/indicator-import.js';
import { fill } from '../server/language.js';
import type { CliIo } from './io.js';
import { CLI_TEXTS, type CliText } from './texts.js';

/** What an import did, here or on a running platform. */
export interface IndicatorOutcome extends IndicatorImportReceipt {
  /** The file with all rejected rows, where one was written. */
  readonly rejectFile?: string;
}

/** How many rejected rows the report shows. */
const EXAMPLES = 5;

/** Prints what an import of indicators did and what was odd. */
export function printIndicatorReport(file: string, outcome: IndicatorOutcome, isTrial: boolean, io: CliIo): void {
  const number = new Intl.NumberFormat(io.lang);
  const say = (text: CliText, details: Record<string, string | number> = {}): string =>
    fill(CLI_TEXTS[text], io.lang, details);
  const line = (count: number, text: string): void => io.out(`${number.format(count).padStart(9)}  ${text}`);
  const { indicators, figures, rejectedCount } = outcome;
  io.out(say('indicators-read', { file, read: number.format(outcome.read) }));
  if (isTrial) {
    io.out(say('import-trial'));
    line(outcome.read - rejectedCount, say('import-sound'));
  } else {
    line(indicators.created, say('indicators-created'));
    line(indicators.updated, say('indicators-updated'));
    line(figures.entered, say('figures-entered'));
    line(figures.corrected, say('figures-corrected'));
    line(figures.unchanged, say('figures-unchanged'));
  }
  line(rejectedCount, say('import-rejected'));
  if (outcome.oddities.length > 0) io.out(say(isTrial ? 'import-odd-trial' : 'import-odd'));
  for (const { message, count, line: at } of outcome.oddities) {
    line(count, say('import-oddity', { oddity: message, line: at }));
  }
  if (outcome.ignoredColumns.length > 0) {
    const columns = outcome.ignoredColumns.map(({ header, count }) => `${header} (${number.format(count)})`);
    io.out(say('import-ignored', { columns: columns.join(io.lang === 'zh-CN' ? '、' : ', ') }));
  }
  if (rejectedCount === 0) return;
  io.out(say('import-reject-list'));
  for (const { line: at, reason } of outcome.rejected.slice(0, EXAMPLES)) {
    io.out(`  ${say('import-reject', { line: at, reason })}`);
  }
  if (rejectedCount > EXAMPLES) io.out(`  ${say('import-more', { count: rejectedCount - EXAMPLES })}`);
  if (outcome.rejectFile !== undefined) io.out(say('import-reject-file', { file: outcome.rejectFile }));
  io.err(say('import-partly', { rejected: number.format(rejectedCount) }));
}
