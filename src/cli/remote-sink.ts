import * as z from 'zod/mini';
import { Problem, ProblemField } from '../domain/problem.js';
import type { BatchResult } from '../server/exchange/import-records.js';
import { fill } from '../server/language.js';
import type { StoredRecord } from '../server/store/store.js';
import { CliError } from './errors.js';
import type { CliIo } from './io.js';
import type { KindName } from './kinds.js';
import { packageVersion } from './package-version.js';
import { CLI_TEXTS } from './texts.js';

/** What a remote import may be given instead of the network and the clock. */
export interface RemoteOptions {
  readonly fetch?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
}

/** Answer of `POST /api/v1/<kinds>/import`. */
const Receipt = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.object({ index: z.int(), errors: z.array(ProblemField) })),
});

/** A request is kept below the platform's limit of 8 MB. */
const MAX_BODY = 6_000_000;
const MAX_ATTEMPTS = 8;
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** Longest wait that a platform may ask for: beyond it somebody should look. */
const MAX_ASKED_WAIT_MS = 300_000;
const TIMEOUT_MS = 60_000;
/** Answers that say "later", not "no". */
const BUSY = new Set([429, 502, 503, 504]);

/** Sends batches to a running platform; waits and sends again while it is busy or away. */
export function remoteSink(
  kind: KindName,
  platform: string,
  token: string,
  io: CliIo,
  options: RemoteOptions = {},
): (records: readonly StoredRecord[]) => Promise<BatchResult> {
  const endpoint = new URL(`${platform.replace(/\/+$/, '')}/api/v1/${kind}/import`);
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(endpoint.hostname);
  if (endpoint.protocol === 'http:' && !isLocal)
    io.err(fill(CLI_TEXTS['remote-plain-http'], io.lang, { url: endpoint.origin }));
  const sender = new Sender(endpoint, token, io, options);
  return (records) => sendInParts(sender, records, 0);
}

/** Sends records in as many requests as their size asks for. */
async function sendInParts(sender: Sender, records: readonly StoredRecord[], offset: number): Promise<BatchResult> {
  const body = JSON.stringify({ items: records });
  if (records.length > 1 && Buffer.byteLength(body) > MAX_BODY) return sendHalves(sender, records, offset);
  const response = await sender.send(body);
  // A proxy in between may take less than the platform does
  if (response.status === 413 && records.length > 1) return sendHalves(sender, records, offset);
  const receipt = Receipt.safeParse(await readReceipt(response, sender.endpoint.origin, 'import'));
  if (!receipt.success) throw new CliError('remote-strange', { url: sender.endpoint.origin });
  const rejected = receipt.data.rejected.map(({ index, errors }) => {
    const [first] = errors;
    const details = { path: first?.path || 'record', message: first?.message ?? '' };
    return { index: index + offset, fault: { code: 'record-invalid' as const, details } };
  });
  return { ...receipt.data, rejected };
}

async function sendHalves(sender: Sender, records: readonly StoredRecord[], offset: number): Promise<BatchResult> {
  const middle = Math.ceil(records.length / 2);
  const first = await sendInParts(sender, records.slice(0, middle), offset);
  const second = await sendInParts(sender, records.slice(middle), offset + middle);
  return {
    created: first.created + second.created,
    updated: first.updated + second.updated,
    unchanged: first.unchanged + second.unchanged,
    rejected: [...(first.rejected ?? []), ...(second.rejected ?? [])],
  };
}

/**
 * The body of the platform's answer to a write that needs `scope`.
 * @throws {CliError} that says what to do about any other answer
 */
export async function readReceipt(response: Response, url: string, scope: string): Promise<unknown> {
  const { status } = response;
  if (status === 401) throw new CliError('remote-unauthorized', { scope });
  if (status === 403) throw new CliError('remote-forbidden', { scope });
  if (status === 404 || status === 405) throw new CliError('remote-not-found', { url });
  if (status >= 300 && status < 400)
    throw new CliError('remote-redirect', { url, location: response.headers.get('location') ?? '?' });
  const text = await response.text();
  const body = parseJson(text);
  if (response.ok) return body;
  const problem = Problem.safeParse(body);
  const detail = problem.success ? (problem.data.detail ?? problem.data.title) : text.slice(0, 200);
  throw new CliError('remote-failed', { status, detail });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

class Sender {
  readonly endpoint: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #io: CliIo;
  readonly #fetch: typeof fetch;
  readonly #wait: (ms: number) => Promise<void>;

  constructor(endpoint: URL, token: string, io: CliIo, options: RemoteOptions) {
    this.endpoint = endpoint;
    this.#io = io;
    this.#fetch = options.fetch ?? fetch;
    this.#wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.#headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      // Reasons for rejected records come in the language of this terminal
      'Accept-Language': io.lang,
      'User-Agent': `yuniao/${packageVersion()}`,
    };
  }

  /** The platform's answer. Sending twice does no harm: a record that is there already is left alone. */
  async send(body: string): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#attempt(body);
      if (outcome instanceof Response && !BUSY.has(outcome.status)) return outcome;
      const last = attempt === MAX_ATTEMPTS;
      if (outcome instanceof Response) {
        if (last) throw new CliError('remote-busy', { status: outcome.status });
        await outcome.body?.cancel();
        await this.#pause(attempt, `HTTP ${outcome.status}`, askedWait(outcome));
      } else {
        if (last) throw new CliError('remote-unreachable', { url: this.endpoint.origin, reason: outcome });
        await this.#pause(attempt, outcome);
      }
    }
  }

  /** The answer, or why there is none. */
  async #attempt(body: string): Promise<Response | string> {
    try {
      return await this.#fetch(this.endpoint, {
        method: 'POST',
        headers: this.#headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      return reasonOf(error);
    }
  }

  async #pause(attempt: number, reason: string, asked?: number): Promise<void> {
    const most = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    const ms = asked ?? most / 2 + Math.random() * (most / 2);
    const seconds = Math.max(1, Math.round(ms / 1000));
    this.#io.err(fill(CLI_TEXTS['remote-waiting'], this.#io.lang, { reason, seconds }));
    await this.#wait(ms);
  }
}

/** What `Retry-After` asks for, in milliseconds: a number of seconds or a date. */
function askedWait(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_ASKED_WAIT_MS);
}

/** fetch hides the reason in `cause`, and Node sometimes one deeper. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `${TIMEOUT_MS / 1000} s`;
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return error.message;
}
