import { resolve } from 'node:path';
import { ENCODINGS, type Encoding } from '../../server/exchange/detect-encoding.js';
import { IMPORT_BATCH, type ImportOptions, type RejectedRow } from '../../server/exchange/import-records.js';
import { ROW_KINDS } from '../../server/exchange/row-kinds.js';
import { skipFields } from '../../server/exchange/skip-fields.js';
import { openStore } from '../../server/store/index.js';
import { expectWords, readArguments, readNumber } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { UsageError } from '../errors.js';
import { importFile, openFile } from '../import-file.js';
import { printReport } from '../import-report.js';
import type { CliIo } from '../io.js';
import { type KindName, readKind } from '../kinds.js';
import { defaultRejectPath, RejectFile } from '../reject-file.js';
import { remoteSink } from '../remote-sink.js';
import type { Command } from '../run.js';
import { storeSink } from '../store-sink.js';
import { importIndicatorsFrom } from './import-indicators.js';

/** How many rejected rows the report shows. */
const EXAMPLES = 5;
/** The platform takes no more in one request. */
const MAX_BATCH = 500;

const OPTIONS = {
  data: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  reject: { type: 'string' },
  source: { type: 'string' },
  encoding: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  batch: { type: 'string', default: String(IMPORT_BATCH) },
  strict: { type: 'boolean', default: false },
  reason: { type: 'string' },
  'skip-field': { type: 'string', multiple: true },
} as const;

/** `yuniao import achievements|demands|indicators FILE`: into the embedded database, a PostgreSQL server or a running platform. */
export const importRecords: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, OPTIONS);
  const isOfIndicators = positionals[0] === 'indicators';
  const kind = isOfIndicators ? undefined : readKind(positionals);
  expectWords(positionals, ['kind-missing', 'file-missing']);
  const [, file = ''] = positionals;
  const isTrial = values['dry-run'];
  const batchSize = readNumber('--batch', values.batch, 1, MAX_BATCH);
  const encoding = readEncoding(values.encoding);
  if (values.reject !== undefined && resolve(values.reject) === resolve(file)) throw new UsageError('reject-is-input');
  const target = readTarget(values, io);
  if (kind === undefined) {
    if (values['skip-field'] !== undefined)
      throw new UsageError('option-needs', { option: '--skip-field', other: 'import achievements|demands' });
    const { source, reason, reject, strict } = values;
    const options = {
      target,
      isTrial,
      isStrict: strict,
      ...(source !== undefined && { source }),
      ...(reason !== undefined && { reason }),
      ...(reject !== undefined && { rejectFile: reject }),
    };
    return importIndicatorsFrom(file, options, io);
  }
  if (values.reason !== undefined) {
    throw new UsageError('option-needs', { option: '--reason', other: 'import indicators' });
  }

  const examples: RejectedRow[] = [];
  const rejects = new RejectFile(values.reject ?? defaultRejectPath(file), io.lang);
  // A trial writes nothing that it was not asked for
  const keepsRejects = !isTrial || values.reject !== undefined;
  const onReject = (row: RejectedRow): void => {
    if (examples.length < EXAMPLES) examples.push(row);
    if (keepsRejects) rejects.add(row);
  };
  const source = await openFile(kind, file, encoding);
  const { write, close } = isTrial ? { write: undefined, close: undefined } : await openTarget(kind, target, io);
  try {
    const result = await importFile(source, {
      kind,
      io,
      progress: true,
      batchSize,
      onReject,
      ...(values['skip-field'] && { skip: skipFields(ROW_KINDS[kind], values['skip-field']) }),
      ...(write && { write }),
      ...(values.source !== undefined && { sourceName: values.source }),
    });
    printReport(result, { file, isTrial, examples, ...(rejects.isWritten && { rejectFile: rejects.path }) }, io);
    return values.strict && result.report.rejected > 0 ? 1 : 0;
  } finally {
    rejects.close();
    await close?.();
  }
};

function readEncoding(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const wanted = name
    .toLowerCase()
    .replace(/^utf(?=\d)/, 'utf-')
    .replace(/^gb(k|2312)$/, 'gb18030');
  const encoding = ENCODINGS.find((candidate) => candidate === wanted);
  if (!encoding) throw new UsageError('encoding-name', { encodings: ENCODINGS.join(', ') });
  return encoding;
}

/** Where records go: a data folder or server, or a platform that is running. */
export type Target = { readonly dataDir: string | undefined } | { readonly url: string; readonly token: string };

function readTarget(values: { url?: string; token?: string; data?: string }, io: CliIo): Target {
  const { url, data } = values;
  if (url === undefined) {
    if (values.token !== undefined) throw new UsageError('option-needs', { option: '--token', other: '--url' });
    return { dataDir: data };
  }
  if (data !== undefined) throw new UsageError('options-clash', { option: '--url', other: '--data' });
  const token = values.token ?? io.env.YUNIAO_TOKEN;
  if (!token) throw new UsageError('token-missing');
  if (!URL.canParse(url) || !/^https?:/i.test(url)) throw new UsageError('url-invalid', { url });
  return { url, token };
}

interface OpenTarget {
  readonly write: NonNullable<ImportOptions['write']>;
  readonly close?: () => Promise<void>;
}

async function openTarget(kind: KindName, target: Target, io: CliIo): Promise<OpenTarget> {
  if ('url' in target) return { write: remoteSink(kind, target.url, target.token, io) };
  const store = await openStore(dataLocation(target.dataDir, io));
  return { write: storeSink(store), close: () => store.close() };
}
