// A page of search (top 20, exact total, six facets) over HTTP on a real platform: one client, then eight, and what comes
// before it: import, cold start, the time until a saved record is found.
// Arguments: `--records N` (default 10000), `--threads N` (search threads; default: the platform's), `--seconds N` (5).
// With answers kept until something changes (each query is asked many times, as a page's first one is), and with none kept.
// The clients are a process on the same machine and take their share of its processors.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawQueries } from './support/queries.js';
import { printTable } from './support/table.js';

const HOOKS = new URL('../scripts/resolve-ts.mjs', import.meta.url).href;
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    threads: { type: 'string' },
    seconds: { type: 'string', default: '5' },
  },
});
const count = Number(values.records);
const folder = mkdtempSync(join(tmpdir(), 'yuniao-bench-'));

function program(name: string, args: readonly string[]): ReturnType<typeof spawn> {
  const file = fileURLToPath(new URL(`./support/${name}`, import.meta.url));
  return spawn(process.execPath, ['--import', HOOKS, file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** A program that answers a line with a line of JSON. */
interface Talk {
  next<T>(): Promise<T>;
  ask<T>(line: string): Promise<T>;
  end(): Promise<void>;
}

function talkTo(child: ReturnType<typeof program>): Talk {
  if (!child.stdout || !child.stdin) throw new Error('a program without pipes');
  const { stdin, stdout } = child;
  const ended = once(child, 'close');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('a program of the benchmark ended early');
    return JSON.parse(value) as T;
  };
  return {
    next,
    ask: (line) => {
      stdin.write(`${line}\n`);
      return next();
    },
    end: async () => {
      stdin.end();
      await ended;
    },
  };
}

interface Load {
  readonly requests: number;
  readonly failures: number;
  readonly rate: number;
  readonly median: number;
  readonly p99: number;
  readonly bytes: number;
}

interface Usage {
  readonly user: number;
  readonly system: number;
  readonly rss: number;
}

async function load(url: string, clients: number, paths: readonly string[], seconds: string): Promise<Load> {
  const child = program('http-load.ts', [url, String(clients), seconds]);
  if (!child.stdin || !child.stdout) throw new Error('a program without pipes');
  child.stdin.end(JSON.stringify(paths));
  return JSON.parse(await text(child.stdout)) as Load;
}

const digits = (value: number): string => (value < 10 ? value.toFixed(2) : String(Math.round(value)));

async function run(): Promise<void> {
  console.log(
    `${count.toLocaleString('en')} records, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const filling = talkTo(program('http-platform.ts', ['fill', folder, String(count)]));
  const { seconds } = await filling.next<{ seconds: number }>();
  await filling.end();
  console.log(`stored: ${Math.round(count / seconds)} records a second (embedded database, batches of 500)`);

  const queries = Object.values(drawQueries(40)).flat();
  const paths = queries.map(({ q, filters = {} }) => {
    const params = new URLSearchParams({ q: q ?? '' });
    for (const [facet, chosen] of Object.entries(filters)) for (const each of chosen) params.append(`f.${facet}`, each);
    return `/api/v1/achievements?${params.toString()}`;
  });
  for (const start of ['index built', 'index opened', 'index opened, no answers kept']) {
    const began = performance.now();
    const keepsNone = start.endsWith('kept') ? ['0'] : [];
    const platform = talkTo(program('http-platform.ts', ['serve', folder, values.threads ?? '', ...keepsNone]));
    const { url } = await platform.next<{ url: string }>();
    await (await fetch(`${url}${paths[0]}`)).arrayBuffer();
    console.log(`first answer, ${start}: ${Math.round(performance.now() - began)} ms after the process began`);
    if (start !== 'index built') await measure(platform, url, paths);
    await platform.end();
  }
}

async function measure(platform: Talk, url: string, paths: readonly string[]): Promise<void> {
  await load(url, 1, paths, '3');
  const rows: string[][] = [];
  for (const clients of [1, 8]) {
    const before = await platform.ask<Usage>('cpu');
    const found = await load(url, clients, paths, values.seconds);
    const after = await platform.ask<Usage>('cpu');
    const cpu = (after.user + after.system - before.user - before.system) / 1000 / found.requests;
    const cells = [found.rate, found.median, found.p99, cpu, found.bytes / found.requests / 1000, after.rss / 1e6];
    rows.push([String(clients), ...cells.map(digits), String(found.failures)]);
  }
  printTable(
    ['clients', 'requests/s', 'median ms', 'p99 ms', 'CPU ms a request', 'KB an answer', 'RSS MB', 'failures'],
    rows,
  );
  for (const [word, records] of [
    ['独一无二', 1],
    ['三千条新', 3000],
  ] as const) {
    await platform.ask(`save ${word} ${records}`);
    const saved = performance.now();
    let total = 0;
    while (total < records) {
      const response = await fetch(`${url}/api/v1/achievements?limit=0&facets=&q=${encodeURIComponent(`"${word}"`)}`);
      ({ total } = (await response.json()) as { total: number });
    }
    console.log(`${records} saved: all found ${Math.round(performance.now() - saved)} ms after the last was stored`);
  }
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
