import { faultText } from '../../server/exchange/fault.js';
import { importIndicators } from '../../server/exchange/import-indicators.js';
import { oddityText } from '../../server/exchange/oddities.js';
import { type IndicatorFormat, readIndicatorFile } from '../../server/exchange/read-indicator-file.js';
import { openSourceFile } from '../../server/exchange/source-file.js';
import { openStore } from '../../server/store/index.js';
import type { Store } from '../../server/store/store.js';
import { dataLocation } from '../data-location.js';
import { stem } from '../import-file.js';
import { type IndicatorOutcome, printIndicatorReport } from '../indicator-report.js';
import type { CliIo } from '../io.js';
import { defaultRejectPath, RejectFile } from '../reject-file.js';
import { sendIndicatorFile } from '../remote-indicators.js';
import type { Target } from './import.js';

/** How a file of indicators is imported. */
export interface IndicatorImport {
  readonly target: Target;
  readonly isTrial: boolean;
  readonly isStrict: boolean;
  readonly source?: string;
  readonly reason?: string;
  readonly rejectFile?: string;
}

/** Figures entered at the command line are known by this name in their history. */
const BY = 'yuniao import';

/** `yuniao import indicators FILE`: definitions, targets and figures, into a store or a running platform. */
export async function importIndicatorsFrom(file: string, options: IndicatorImport, io: CliIo): Promise<number> {
  const { target, isTrial } = options;
  if ('url' in target) {
    const sent = await sendIndicatorFile(file, { ...target, ...options }, io);
    printIndicatorReport(file, sent, isTrial, io);
    return exitCode(sent, options);
  }
  const rejects = new RejectFile(options.rejectFile ?? defaultRejectPath(file), io.lang);
  const read = await readIndicatorFile(await openSourceFile(file));
  const store = isTrial ? undefined : await openStore(dataLocation(target.dataDir, io));
  try {
    const outcome = await importInto(store, { file, ...read }, options, rejects, io);
    printIndicatorReport(file, outcome, isTrial, io);
    return exitCode(outcome, options);
  } finally {
    rejects.close();
    await store?.close();
  }
}

interface ReadFile {
  readonly file: string;
  readonly format: IndicatorFormat;
  readonly rows: Awaited<ReturnType<typeof readIndicatorFile>>['rows'];
}

async function importInto(
  store: Store | undefined,
  { file, rows }: ReadFile,
  { source, reason, rejectFile, isTrial }: IndicatorImport,
  rejects: RejectFile,
  io: CliIo,
): Promise<IndicatorOutcome> {
  const rejected: { line: number; reason: string }[] = [];
  const report = await importIndicators(rows, {
    ...(store && { store }),
    language: io.lang,
    sourceName: source ?? stem(file),
    now: new Date().toISOString(),
    by: BY,
    reason: { [io.lang]: reason ?? stem(file) },
    onReject: (row) => {
      rejected.push({ line: row.line, reason: faultText(row.fault, io.lang) });
      // A trial writes nothing that it was not asked for
      if (!isTrial || rejectFile !== undefined) rejects.add(row);
    },
  });
  const oddities = report.oddities.map((oddity) => ({
    message: oddityText(oddity, io.lang),
    count: oddity.count,
    line: oddity.line,
  }));
  return {
    ...report,
    rejectedCount: report.rejected,
    rejected,
    oddities,
    ...(rejects.isWritten && { rejectFile: rejects.path }),
  };
}

function exitCode({ rejectedCount }: IndicatorOutcome, { isStrict }: IndicatorImport): number {
  return isStrict && rejectedCount > 0 ? 1 : 0;
}
