import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { readIndicatorFile } from '../server/exchange/read-indicator-file.js';
import { openSourceFile } from '../server/exchange/source-file.js';
import { WORKBOOK } from '../server/http/indicator-import.js';
import { CliError } from './errors.js';
import type { IndicatorOutcome } from './indicator-report.js';
import type { CliIo } from './io.js';
import { packageVersion } from './package-version.js';
import { readReceipt } from './remote-sink.js';

/** Where a file goes and how. */
export interface RemoteFile {
  readonly url: string;
  readonly token: string;
  readonly isTrial: boolean;
  readonly source?: string;
  readonly reason?: string;
}

const TIMEOUT_MS = 60_000;
const TYPES = { csv: 'text/csv', json: 'application/json', jsonl: 'application/x-ndjson', xlsx: WORKBOOK } as const;

const count = z.int();
const Receipt = z.object({
  read: count,
  rejectedCount: count,
  rejected: z.array(z.object({ line: count, reason: z.string() })),
  indicators: z.object({ created: count, updated: count, unchanged: count }),
  figures: z.object({ entered: count, corrected: count, unchanged: count }),
  oddities: z.array(z.object({ message: z.string(), count, line: count })),
  ignoredColumns: z.array(z.object({ header: z.string(), count })),
});

/** Sends a file of indicators to a running platform. Sending it twice does no harm: what is there is left alone. */
export async function sendIndicatorFile(file: string, to: RemoteFile, io: CliIo): Promise<IndicatorOutcome> {
  // Read here first, so that a file that is none is told without a request
  const { format } = await readIndicatorFile(await openSourceFile(file));
  const address = new URL(`${to.url.replace(/\/+$/, '')}/api/v1/indicators/import`);
  if (to.source !== undefined) address.searchParams.set('source', to.source);
  if (to.reason !== undefined) address.searchParams.set('reason', to.reason);
  if (to.isTrial) address.searchParams.set('dryRun', 'true');
  const response = await send(address, await readFile(file), TYPES[format], to.token, io);
  const receipt = Receipt.safeParse(await readReceipt(response, address.origin, 'indicators'));
  if (!receipt.success) throw new CliError('remote-strange', { url: address.origin });
  return receipt.data;
}

async function send(address: URL, body: Uint8Array, type: string, token: string, io: CliIo): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': type,
        'Accept-Language': io.lang,
        'User-Agent': `yuniao/${packageVersion()}`,
      },
      body: body as Uint8Array<ArrayBuffer>,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new CliError('remote-unreachable', { url: address.origin, reason: cause });
  }
}
