import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SubmissionReceipt, SubmissionState } from '../../src/domain/submission.js';
import { openStore } from '../../src/server/store/index.js';
import type { StoreOptions } from '../../src/server/store/store.js';
import { nodeFlags } from './node-flags.js';

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const ATTEMPT_MS = 20_000;
const PAUSE_MS = 50;
/** Every so many receipts count as lost on their way: the client sends again though it was answered. */
const LOST_EVERY = 10;

export interface StormOptions {
  readonly place: StoreOptions;
  readonly submissions: number;
  /** How many clients send at the same time. */
  readonly inFlight: number;
  /** How often the platform is killed and started again. */
  readonly kills: number;
  /** What Node is started with. */
  readonly flags?: readonly string[];
}

export interface StormResult {
  readonly acknowledged: number;
  readonly attempts: number;
  /** Attempts that got no answer because the platform was gone. */
  readonly unanswered: number;
  readonly kills: number;
  readonly seconds: number;
  /** Receipts whose address does not show the submission that they are for. */
  readonly missing: readonly string[];
  /** Submissions of which the store has none, or more than one. */
  readonly notOnce: readonly string[];
  /** Keys whose receipts were not all alike. */
  readonly changed: readonly string[];
  readonly stored: number;
  readonly isAuditWhole: boolean;
}

interface Sent {
  readonly key: string;
  readonly title: string;
  readonly receipt: SubmissionReceipt;
}

/**
 * Sends submissions to a platform that is killed (`kill -9`) and started again at moments drawn by lot, as clients do that
 * try again with the same key until they have a receipt; then holds every receipt against what is there.
 */
export async function storm({
  place,
  submissions,
  inFlight,
  kills,
  flags = nodeFlags,
}: StormOptions): Promise<StormResult> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let platform = await start(place, port, flags);
  const started = performance.now();
  const killAt = Array.from({ length: kills }, () => 1 + Math.floor(Math.random() * (submissions - 1)));
  killAt.sort((a, b) => a - b);
  const sent: Sent[] = [];
  const changed: string[] = [];
  let attempts = 0;
  let unanswered = 0;
  let next = 0;
  let killed = 0;
  let restart = Promise.resolve();

  const killOnTime = (): void => {
    if (sent.length < (killAt[killed] ?? Infinity)) return;
    killed += 1;
    restart = restart.then(async () => {
      await pause(Math.random() * PAUSE_MS);
      await kill(platform);
      platform = await start(place, port, flags);
    });
  };
  const deliver = async (key: string, body: string): Promise<SubmissionReceipt> => {
    for (;;) {
      attempts += 1;
      try {
        return await post(url, key, body);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        unanswered += 1;
        await pause(PAUSE_MS);
      }
    }
  };
  const client = async (): Promise<void> => {
    for (let nr = next++; nr < submissions; nr = next++) {
      const title = `风暴中的需求 ${nr}`;
      const key = randomUUID();
      const body = bodyOf(title);
      const receipt = await deliver(key, body);
      sent.push({ key, title, receipt });
      killOnTime();
      if (nr % LOST_EVERY === 0 && !isEqual(receipt, await deliver(key, body))) changed.push(title);
    }
  };
  try {
    await Promise.all(Array.from({ length: inFlight }, client));
    await restart;
    const seconds = (performance.now() - started) / 1000;
    const missing = await findMissing(sent);
    for (const { key, title, receipt } of sent.filter((_, at) => at % LOST_EVERY === 0)) {
      if (!isEqual(receipt, await deliver(key, bodyOf(title)))) changed.push(title);
    }
    await stop(platform);
    const { notOnce, stored, isAuditWhole } = await lookIntoStore(place, sent);
    return {
      acknowledged: sent.length,
      attempts,
      unanswered,
      kills: killed,
      seconds,
      missing,
      notOnce,
      changed,
      stored,
      isAuditWhole,
    };
  } finally {
    await kill(platform);
  }
}

/** The platform said no: trying again would not help. */
class Refusal extends Error {}

async function post(url: string, key: string, body: string): Promise<SubmissionReceipt> {
  const response = await fetch(`${url}/api/v1/demands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
    signal: AbortSignal.timeout(ATTEMPT_MS),
  });
  if (response.status === 202) return (await response.json()) as SubmissionReceipt;
  const text = await response.text();
  throw response.status >= 500 ? new Error(text) : new Refusal(`${response.status}: ${text}`);
}

function bodyOf(title: string): string {
  return JSON.stringify({
    draft: {
      kind: 'demand',
      title: { 'zh-CN': title },
      lang: 'zh-CN',
      problem: { 'zh-CN': '轴承在高温下失效。'.repeat(20) },
    },
    submitter: {
      organisation: { name: { 'zh-CN': '示例轴承有限公司' } },
      person: '王某',
      email: 'office@bearing.example',
    },
    consents: [{ purpose: 'contact', recipient: 'Yuniao', textVersion: 'contact-2026-11-29' }],
  });
}

/** What the status addresses do not show, asked a few at a time. */
async function findMissing(sent: readonly Sent[]): Promise<string[]> {
  const missing: string[] = [];
  const rest = sent.values();
  const reader = async (): Promise<void> => {
    for (const { title, receipt } of rest) {
      const response = await fetch(receipt.statusUrl);
      const state = response.ok ? ((await response.json()) as SubmissionState) : undefined;
      if (state?.reference !== receipt.reference || state.title['zh-CN'] !== title) missing.push(title);
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
  return missing;
}

/** Looks with no platform between: each submission has to be there once, by its reference and by its title. */
async function lookIntoStore(
  place: StoreOptions,
  sent: readonly Sent[],
): Promise<Pick<StormResult, 'notOnce' | 'stored' | 'isAuditWhole'>> {
  const store = await openStore(place);
  try {
    const references = new Map<string, string[]>();
    let stored = 0;
    let after: Parameters<typeof store.desk.list>[0]['after'];
    do {
      const page = await store.desk.list({
        kinds: [],
        statuses: [],
        sort: 'oldest',
        limit: 100,
        ...(after && { after }),
      });
      for (const { reference, title } of page.rows) {
        stored += 1;
        const name = title['zh-CN'] ?? '';
        references.set(name, [...(references.get(name) ?? []), reference]);
      }
      after = page.next;
    } while (after);
    const notOnce = sent.filter(({ title, receipt }) => {
      const found = references.get(title) ?? [];
      return found.length !== 1 || found[0] !== receipt.reference;
    });
    const verdict = await store.desk.verifyAudit();
    return {
      notOnce: notOnce.map(({ title }) => title),
      stored,
      isAuditWhole: verdict.brokenAt === undefined && verdict.entries === stored,
    };
  } finally {
    await store.close();
  }
}

async function start(
  { dataDir, databaseUrl }: StoreOptions,
  port: number,
  flags: readonly string[],
): Promise<ChildProcess> {
  const where = dataDir === undefined ? [] : ['--data', dataDir];
  const args = [...flags, PROGRAM, 'serve', '--port', String(port), '--search-threads', '1', ...where];
  const { DATABASE_URL: _inherited, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...env, LANG: 'en', ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-4000);
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('listens')) return child;
  throw new Error(`the platform ended: ${errors}`);
}

async function kill(child: ChildProcess): Promise<void> {
  await end(child, 'SIGKILL');
}

async function stop(child: ChildProcess): Promise<void> {
  await end(child, 'SIGTERM');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

function isEqual(a: SubmissionReceipt, b: SubmissionReceipt): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
