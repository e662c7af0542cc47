import * as z from 'zod/mini';
import { decodeAnswer } from '../answer.js';
import { withDeadline } from '../deadline.js';
import { NetworkError } from '../errors/network-error.js';
import { headersOf } from '../headers.js';
import type { RequestOptions } from '../options.js';
import { parseAnswer } from '../parse.js';
import { readBody } from '../read-body.js';
import type { Transport } from '../transport.js';
import type { DeskFiles } from './desk-files.js';
import { deskParams, withToken } from './desk-request.js';

/** A file may be large and the line slow: longer than an answer is waited for. */
const FILE_TIMEOUT_MS = 120_000;

const UploadFault = /* @__PURE__ */ z.object({
  row: z.int(),
  column: z.optional(z.string()),
  value: z.optional(z.string()),
  code: z.string(),
  message: z.string(),
});

const UploadReport = /* @__PURE__ */ z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  created: z.optional(z.int()),
  known: z.optional(z.int()),
  faults: z.array(UploadFault),
  oddities: z.optional(z.array(UploadFault)),
  ignoredColumns: z.optional(z.array(z.string())),
  references: z.array(z.string()),
});

/** Reads and sends the files of the desk. A file is read once: its reader asks again by hand. */
export function deskFiles(transport: Transport, token: string): DeskFiles {
  const file = async (path: string, query: URLSearchParams, options: RequestOptions = {}): Promise<Blob> => {
    const { client } = transport;
    const url = transport.url(`desk/${path}`, query);
    const headers = new Headers(await headersOf(client, withToken(token, options), undefined));
    headers.set('accept', '*/*');
    return withDeadline(options.timeoutMs ?? FILE_TIMEOUT_MS, options.signal, async (signal) => {
      const response = await answered(client.fetch ?? fetch, new Request(url, { headers, signal }));
      // Throws what the platform said instead of a file
      if (!response.ok) decodeAnswer(response, await readBody(response), url.split('?', 1)[0] ?? url);
      return response.blob();
    });
  };
  return {
    attachment: async (id, options) => file(`attachments/${encodeURIComponent(id)}`, new URLSearchParams(), options),
    exportFile: async (format, { limit: _limit, cursor: _cursor, ...query } = {}, { personal, ...options } = {}) => {
      const params = deskParams(query);
      if (personal) params.set('personal', 'true');
      return file(`submissions.${format}`, params, options);
    },
    template: async (kind, format, options) => file(`templates/${kind}.${format}`, new URLSearchParams(), options),
    upload: async (kind, sheet, { dryRun = false, lang, ...options } = {}) =>
      transport.send(
        'POST',
        `desk/uploads/${kind}`,
        new URLSearchParams({ dryRun: String(dryRun), ...(lang !== undefined && { lang }) }),
        // Office programs and systems disagree on what they call a table: the platform looks at its content
        sheet.slice(0, sheet.size, 'application/octet-stream'),
        (data, context) => parseAnswer(UploadReport, data, context),
        withToken(token, { timeoutMs: FILE_TIMEOUT_MS, ...options }),
      ),
  };
}

async function answered(fetchIt: typeof fetch, request: Request): Promise<Response> {
  try {
    return await fetchIt(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new NetworkError({ offline: globalThis.navigator?.onLine === false, cause });
  }
}
