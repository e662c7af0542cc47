import * as z from 'zod/mini';
import { Attachment } from '../../domain/submission.js';
import { SchemaError } from '../errors/schema-error.js';
import { createIdempotencyKey } from '../idempotency-key.js';
import { parseAnswer } from '../parse.js';
import type { Parse, Transport } from '../transport.js';
import type { UploadOptions } from './attachments.js';

/** Bytes sent at once: little enough to be sent again, and for a bar that moves on a slow line. */
const PART_BYTES = 512 * 1024;
/** So many answers without progress, and the platform is not taking it in. */
const MAX_STANDSTILLS = 3;

const Received = /* @__PURE__ */ z.object({ received: z.int() });
const isWhole = (data: unknown): boolean => typeof data === 'object' && data !== null && 'id' in data;

type Answer = Attachment | z.infer<typeof Received>;

/** Sends a file in parts. Each answer says how much has arrived, which is where the next part begins. */
export async function sendFile(
  transport: Transport,
  file: Blob,
  { name, idempotencyKey = createIdempotencyKey(), onProgress, ...options }: UploadOptions,
): Promise<Attachment> {
  const parse: Parse<Answer> = (data, context) =>
    isWhole(data) ? parseAnswer(Attachment, data, context) : parseAnswer(Received, data, context);
  const headers = { 'x-file-name': encodeURIComponent(toWellFormed(name)) };
  let offset = 0;
  let standstills = 0;
  onProgress?.(0, file.size);
  for (;;) {
    const part = file.slice(offset, offset + PART_BYTES, file.type || 'application/octet-stream');
    const query = new URLSearchParams({ offset: String(offset), size: String(file.size) });
    const answer = await transport.send('POST', 'attachments', query, part, parse, {
      ...options,
      headers: async () => ({ ...(await headersOf(options)), ...headers }),
      idempotencyKey,
    });
    if ('id' in answer) {
      onProgress?.(file.size, file.size);
      return answer;
    }
    standstills = answer.received > offset ? 0 : standstills + 1;
    if (standstills > MAX_STANDSTILLS) throw standstill(transport);
    offset = answer.received;
    onProgress?.(offset, file.size);
  }
}

function standstill(transport: Transport): SchemaError {
  const message = 'The platform does not take in what is sent: it is of another version, or not a platform.';
  const endpoint = `${transport.baseUrl}api/v1/attachments`;
  return new SchemaError({ message, endpoint, issues: [{ path: 'received', message }] });
}

async function headersOf({ headers }: Pick<UploadOptions, 'headers'>): Promise<Readonly<Record<string, string>>> {
  return (typeof headers === 'function' ? await headers() : headers) ?? {};
}

/** Half of a surrogate pair cannot be encoded. */
function toWellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '\uFFFD');
}
