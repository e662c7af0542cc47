import { readIndicatorFile } from '../exchange/read-indicator-file.js';
import { bytesInMemory } from '../exchange/source-file.js';
import { faultText, SourceFileError } from '../exchange/fault.js';
import { importIndicators, type IndicatorImportReport } from '../exchange/import-indicators.js';
import { oddityText } from '../exchange/oddities.js';
import type { Text } from '../language.js';
import type { Services } from './app-env.js';
import { INDICATORS_SCOPE } from './indicator-writes.js';
import { requireScope } from './operator-token.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readFile } from './request-body.js';

/** Largest file: some 50,000 figures. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Most rejected rows in an answer; enough to mend a file. */
const MAX_REJECTED = 1000;
const MAX_TEXT = 1000;

/** Media type of an Excel workbook. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media types of a file, and a name that tells its format where the content does not. */
export const INDICATOR_FILES: Readonly<Record<string, string>> = {
  'application/json': 'upload.json',
  'application/x-ndjson': 'upload.jsonl',
  'text/csv': 'upload.csv',
  [WORKBOOK]: 'upload.xlsx',
};

const REASON: Text = { 'zh-CN': '导入文件', en: 'File import' };
const SOURCE = '导入文件 File import';

/** The answer to an import. Lines are those of the file, the header counted. */
export interface IndicatorImportReceipt extends Omit<IndicatorImportReport, 'rejected' | 'oddities'> {
  readonly rejectedCount: number;
  /** The first of them. */
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  /** What was odd and imported all the same, how often, and where it was met first. */
  readonly oddities: readonly { readonly message: string; readonly count: number; readonly line: number }[];
}

/**
 * `POST /api/v1/indicators/import`: imports a CSV, Excel or JSON file, the body of the request, for an operator's token with the
 * scope `indicators`. `source` names it, `reason` is kept with every figure, `dryRun=true` changes nothing.
 */
export function importIndicatorFile({ store, indexer }: Services): Handler {
  return async (c) => {
    const token = await requireScope(store, c, INDICATORS_SCOPE);
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['source', 'reason', 'dryRun', 'lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', 200);
    const source = params.single('source', 200);
    const reason = params.single('reason', MAX_TEXT);
    const isTrial = params.choice('dryRun', ['true', 'false']) === 'true';
    params.assertValid();
    const { bytes, mediaType } = await readFile(c, Object.keys(INDICATOR_FILES), MAX_BYTES);
    const rejected: { line: number; reason: string }[] = [];
    try {
      const file = await readIndicatorFile(bytesInMemory(INDICATOR_FILES[mediaType] ?? mediaType, bytes));
      const report = await importIndicators(file.rows, {
        ...(!isTrial && { store }),
        language: c.var.lang,
        sourceName: source || SOURCE,
        now: new Date().toISOString(),
        by: token.label,
        reason: { [c.var.lang]: reason || REASON[c.var.lang] },
        onReject: ({ line, fault }) => {
          if (rejected.length < MAX_REJECTED) rejected.push({ line, reason: faultText(fault, c.var.lang) });
        },
      });
      void indexer.wake();
      const receipt: IndicatorImportReceipt = {
        ...report,
        rejectedCount: report.rejected,
        rejected,
        oddities: report.oddities.map((oddity) => ({
          message: oddityText(oddity, c.var.lang),
          count: oddity.count,
          line: oddity.line,
        })),
      };
      c.header('Cache-Control', 'no-store');
      c.header('Content-Language', c.var.lang);
      return c.json(receipt);
    } catch (error) {
      if (!(error instanceof SourceFileError)) throw error;
      const message = faultText(error.fault, c.var.lang);
      throw new ProblemError('invalid-body', { errors: [{ path: '', code: error.fault.code, message }] });
    }
  };
}
