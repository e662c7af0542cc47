import type { ByteSource } from '../exchange/byte-source.js';
import { faultText, SourceFileError } from '../exchange/fault.js';
import { type Upload, type UploadItem, readUpload, type Remark } from '../exchange/read-upload.js';
import { bytesInMemory } from '../exchange/source-file.js';
import type { TemplateKind } from '../exchange/template-columns.js';
import { templateCsv, templateWorkbook } from '../exchange/write-template.js';
import { canonicalJson } from '../store/audit.js';
import type { OperatorToken } from '../store/store.js';
import { sha256 } from '../store/hash.js';
import type { AppContext, Services } from './app-env.js';
import { sendPrivate } from './desk-answer.js';
import { DESK_SCOPE, PUBLISH_SCOPE } from './desk-scopes.js';
import { WORKBOOK } from './indicator-import.js';
import { requireScope } from './operator-token.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readFile } from './request-body.js';
import { readPlain } from './plain-parameters.js';

/** Largest table: 1,000 rows have some 2 MB. */
const MAX_BYTES = 8 * 1024 * 1024;
const KINDS: readonly TemplateKind[] = ['demand', 'achievement'];
const CSV = 'text/csv; charset=utf-8; header=present';

/** Media types of a table. What it is is told by its content. */
const FILES: Readonly<Record<string, string>> = {
  'application/json': 'upload.json',
  'application/x-ndjson': 'upload.jsonl',
  'text/csv': 'upload.csv',
  'application/vnd.ms-excel': 'upload.csv',
  [WORKBOOK]: 'upload.xlsx',
  'application/octet-stream': 'upload',
  'application/zip': 'upload.xlsx',
  'text/plain': 'upload',
  'text/tab-separated-values': 'upload.csv',
};

/** What became of an upload, or would. */
export interface UploadReport {
  readonly kind: TemplateKind;
  /** Whether nothing was changed. */
  readonly dryRun: boolean;
  /** Rows that hold something, samples left out. */
  readonly rows: number;
  /** Rows that were taken, or would be. */
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that were taken now. */
  readonly created: number;
  /** Rows whose content had been taken before. */
  readonly known: number;
  /** References of the submissions in the order of the rows; none for a trial and for records. */
  readonly references: readonly string[];
  readonly faults: readonly Remark[];
  readonly oddities: readonly Remark[];
  readonly ignoredColumns: readonly string[];
}

/** The addresses of templates and uploads and what each does. */
export function uploadRoutes(services: Services): Readonly<Record<string, Readonly<Record<string, Handler>>>> {
  const routes: Record<string, Record<string, Handler>> = {};
  for (const kind of KINDS) {
    routes[`/api/v1/desk/templates/${kind}.xlsx`] = { GET: sendTemplate(services, kind, 'xlsx') };
    routes[`/api/v1/desk/templates/${kind}.csv`] = { GET: sendTemplate(services, kind, 'csv') };
    routes[`/api/v1/desk/uploads/${kind}`] = { POST: takeUpload(services, kind) };
  }
  return routes;
}

const FILE_NAMES: Readonly<Record<TemplateKind, string>> = { demand: '技术需求模板', achievement: '科技成果模板' };

/** `GET /api/v1/desk/templates/:kind.(xlsx|csv)`: a table to fill in. */
function sendTemplate({ store }: Services, kind: TemplateKind, format: 'xlsx' | 'csv'): Handler {
  return async (c) => {
    await requireScope(store, c, DESK_SCOPE);
    readPlain(c);
    const body = format === 'csv' ? Buffer.from(templateCsv(kind)) : templateWorkbook(kind);
    const name = encodeURIComponent(`${FILE_NAMES[kind]}.${format}`);
    c.header('Content-Type', format === 'csv' ? CSV : WORKBOOK);
    c.header('Content-Disposition', `attachment; filename="${kind}-template.${format}"; filename*=UTF-8''${name}`);
    c.header('Cache-Control', 'no-store');
    return c.body(body as Uint8Array<ArrayBuffer>);
  };
}

/**
 * `POST /api/v1/desk/uploads/:kind`: takes a table, the body of the request. `dryRun=true` (the default) only says what
 * would become of each row; `dryRun=false` makes a submission of each sound one, or with `publish=true` a public record.
 * A row whose content was taken before is not taken again.
 */
function takeUpload(services: Services, kind: TemplateKind): Handler {
  return async (c) => {
    const token = await requireScope(services.store, c, DESK_SCOPE);
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['dryRun', 'publish', 'lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', 200);
    const dryRun = params.choice('dryRun', ['true', 'false']) !== 'false';
    const publish = params.choice('publish', ['true', 'false']) === 'true';
    params.assertValid();
    if (publish) await requireScope(services.store, c, PUBLISH_SCOPE);
    const { bytes, mediaType } = await readFile(c, Object.keys(FILES), MAX_BYTES);
    const file = bytesInMemory(FILES[mediaType] ?? '', bytes);
    const upload = await readTable(c, kind, file, { source: services.source, by: token.label });
    const outcome = dryRun
      ? { created: 0, known: 0, references: [] }
      : publish
        ? await putRecords(services, kind, upload.items, token)
        : await submitAll(services, c, kind, upload.items, token);
    const { rows, items, faults, oddities, ignoredColumns } = upload;
    const counts = { rows, accepted: items.length, rejected: rows - items.length };
    const report: UploadReport = { kind, dryRun, ...counts, ...outcome, faults, oddities, ignoredColumns };
    return sendPrivate(c, report);
  };
}

async function readTable(
  c: AppContext,
  kind: TemplateKind,
  file: ByteSource,
  facts: { readonly source: string; readonly by: string },
): Promise<Upload> {
  try {
    return await readUpload(kind, file, { ...facts, language: c.var.lang, now: new Date().toISOString() });
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    const message = faultText(error.fault, c.var.lang);
    throw new ProblemError('invalid-body', { errors: [{ path: '', code: error.fault.code, message }] });
  }
}

/** Makes a submission of each row. Its key is made of its content, so that the same row is taken once, whoever sends it. */
async function submitAll(
  { store, source }: Services,
  c: AppContext,
  kind: TemplateKind,
  items: readonly UploadItem[],
  token: OperatorToken,
): Promise<Pick<UploadReport, 'created' | 'known' | 'references'>> {
  const references: string[] = [];
  let created = 0;
  for (const { draft, submitter } of items) {
    const body = canonicalJson([kind, draft, submitter]);
    const idempotencyKey = `upload-${sha256(body)}`;
    const earlier = await store.submissions.receiptFor(idempotencyKey, body);
    const receipt =
      earlier ??
      (await store.submissions.receive({
        kind,
        draft,
        submitter,
        consents: [],
        attachments: [],
        body,
        idempotencyKey,
        source,
        suspicious: false,
        lang: c.var.lang,
        enteredBy: token.label,
        statusUrl: () => '',
      }));
    if (!earlier) created += 1;
    references.push(receipt.reference);
  }
  return { created, known: items.length - created, references };
}

/** Puts the records of the rows among the published ones and notes in the audit trail who did. */
async function putRecords(
  { store, indexer }: Services,
  kind: TemplateKind,
  items: readonly UploadItem[],
  token: OperatorToken,
): Promise<Pick<UploadReport, 'created' | 'known' | 'references'>> {
  const { created, updated, unchanged } = await store.putRecords(items.map(({ record }) => record));
  void indexer.wake();
  const count = created + updated;
  await store.deskExports.note({
    reference: `upload-${kind}`,
    actor: token.label,
    action: 'publish-file',
    note: { 'zh-CN': `批量发布 ${count} 条`, en: `${count} records published from a file` },
  });
  return { created: count, known: unchanged, references: [] };
}
