import { submissionCells, submissionHeader, type ExportedSubmission } from '../exchange/desk-export-columns.js';
import { BYTE_ORDER_MARK, csvLine } from '../exchange/write-csv.js';
import type { Language } from '../language.js';
import type { QueuePlace, QueueQuery } from '../store/desk-store.js';
import type { SubmissionDetails } from '../store/desk-exports.js';
import type { Store } from '../store/store.js';
import type { Services } from './app-env.js';
import { readQueueSelection } from './desk-queue.js';
import { DESK_SCOPE, PRIVACY_SCOPE } from './desk-scopes.js';
import { requireScope } from './operator-token.js';
import { Parameters } from './parameters.js';
import type { Handler } from './read-routes.js';
import { labelledIn } from './respond.js';
import { sendStream } from './send-stream.js';

/** Formats that the queue can be taken away in. */
const FORMATS = ['csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Submissions that are read at once. */
const PAGE = 500;

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** The addresses of the queue's files. */
export function deskExportRoutes(services: Services): Readonly<Record<string, Readonly<Record<string, Handler>>>> {
  return Object.fromEntries(
    FORMATS.map((format) => [`/api/v1/desk/submissions.${format}`, { GET: exportQueue(services, format) }]),
  );
}

/**
 * `GET /api/v1/desk/submissions.(csv|json)`: everything that the queue's filters find, as a table or with all that was
 * sent. `personal=true`, for the scope `privacy`, adds who sent it, and is noted in the audit trail before anything is
 * given away.
 */
function exportQueue({ store, source }: Services, format: Format): Handler {
  return async (c) => {
    const token = await requireScope(store, c, DESK_SCOPE);
    const params = new Parameters(c.req.url, c.var.lang);
    const selection = readQueueSelection(params, ['personal']);
    const personal = params.choice('personal', ['true', 'false']) === 'true';
    params.assertValid();
    const asOf = new Date().toISOString();
    if (personal) {
      await requireScope(store, c, PRIVACY_SCOPE);
      await store.deskExports.note({
        reference: 'queue',
        actor: token.label,
        action: 'export',
        note: {
          'zh-CN': `导出提交件列表（${format}，含个人信息）`,
          en: `Queue exported as ${format} with personal data`,
        },
      });
    }
    const rows = allOf(store, selection, personal);
    const { lang } = c.var;
    const about = { source, asOf };
    const text = format === 'csv' ? writeTable(rows, lang, personal) : writeJson(rows, about);
    labelledIn(c);
    c.header('Content-Type', TYPES[format]);
    c.header('Content-Disposition', `attachment; filename="submissions-${asOf.slice(0, 10)}.${format}"`);
    c.header('Cache-Control', 'no-store');
    return sendStream(c, text);
  };
}

type Exported = ExportedSubmission & Pick<SubmissionDetails, 'draft'>;

async function* allOf(
  store: Store,
  selection: Omit<QueueQuery, 'limit' | 'after'>,
  personal: boolean,
): AsyncGenerator<Exported> {
  let after: QueuePlace | undefined;
  do {
    const page = await store.desk.list({ ...selection, limit: PAGE, ...(after && { after }) });
    const details = await store.deskExports.details(
      page.rows.map(({ reference }) => reference),
      personal,
    );
    for (const row of page.rows) {
      const more = details.get(row.reference);
      if (more) yield { ...row, ...more };
    }
    after = page.next;
  } while (after);
}

async function* writeTable(rows: AsyncIterable<Exported>, lang: Language, personal: boolean): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(submissionHeader(lang, personal));
  for await (const row of rows) yield csvLine(submissionCells(row, lang, personal));
}

async function* writeJson(
  rows: AsyncIterable<Exported>,
  about: { readonly source: string; readonly asOf: string },
): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"items":[`;
  let separator = '\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield '\n]}\n';
}
