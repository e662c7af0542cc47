import { faultText } from '../server/exchange/fault.js';
import type { RejectedRow } from '../server/exchange/import-records.js';
import { oddityText } from '../server/exchange/oddities.js';
import { fill } from '../server/language.js';
import type { FileReport } from './import-file.js';
import type { CliIo } from './io.js';
import { CLI_TEXTS, type CliText } from './texts.js';

const FORMATS = { jsonl: 'JSON Lines', json: 'JSON', csv: 'CSV', xlsx: 'Excel' } as const;

/** What the report of an import needs besides the counts. */
export interface ReportContext {
  readonly file: string;
  readonly isTrial: boolean;
  /** The first rejected rows, as examples. */
  readonly examples: readonly RejectedRow[];
  /** The file with all rejected rows, where one was written. */
  readonly rejectFile?: string;
}

/** Prints what an import did and what was odd. */
export function printReport(result: FileReport, context: ReportContext, io: CliIo): void {
  const { report, source, seconds } = result;
  const say = (text: CliText, details: Record<string, string | number> = {}): string =>
    fill(CLI_TEXTS[text], io.lang, details);
  const number = new Intl.NumberFormat(io.lang);
  const column = (count: number): string => number.format(count).padStart(9);
  io.out(
    say('import-done', {
      file: context.file,
      read: number.format(report.read),
      format: FORMATS[source.format],
      encoding: source.encoding.toUpperCase(),
      seconds: seconds.toFixed(1),
      rate: number.format(Math.round(report.read / Math.max(seconds, 0.001))),
    }),
  );
  if (context.isTrial) {
    io.out(say('import-trial'));
    io.out(`${column(report.read - report.rejected - report.skipped)}  ${say('import-sound')}`);
  } else {
    io.out(`${column(report.created)}  ${say('import-created')}`);
    io.out(`${column(report.updated)}  ${say('import-updated')}`);
    io.out(`${column(report.unchanged)}  ${say('import-unchanged')}`);
  }
  if (report.skipped > 0) io.out(`${column(report.skipped)}  ${say('import-skipped')}`);
  io.out(`${column(report.rejected)}  ${say('import-rejected')}`);
  if (report.oddities.length > 0) io.out(say(context.isTrial ? 'import-odd-trial' : 'import-odd'));
  for (const oddity of report.oddities) {
    const text = say('import-oddity', { oddity: oddityText(oddity, io.lang), line: oddity.line });
    io.out(`${column(oddity.count)}  ${text}`);
  }
  if (report.ignoredColumns.length > 0) {
    const columns = report.ignoredColumns.map(({ header, count }) => `${header} (${number.format(count)})`);
    io.out(say('import-ignored', { columns: columns.join(io.lang === 'zh-CN' ? '、' : ', ') }));
  }
  printRejects(report.rejected, context, io);
}

function printRejects(count: number, context: ReportContext, io: CliIo): void {
  if (count === 0) return;
  io.out(fill(CLI_TEXTS['import-reject-list'], io.lang));
  for (const { line, fault } of context.examples) {
    const reason = faultText(fault, io.lang);
    io.out(`  ${fill(CLI_TEXTS['import-reject'], io.lang, { line, reason })}`);
  }
  const more = count - context.examples.length;
  if (more > 0) io.out(`  ${fill(CLI_TEXTS['import-more'], io.lang, { count: more })}`);
  if (context.rejectFile !== undefined)
    io.out(fill(CLI_TEXTS['import-reject-file'], io.lang, { file: context.rejectFile }));
  if (!context.isTrial) io.err(fill(CLI_TEXTS['import-partly'], io.lang, { rejected: count }));
}
