import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { runCli } from '../../src/cli/run.js';
import type { Language } from '../../src/server/language.js';
import { openStore } from '../../src/server/store/index.js';
import type { Store } from '../../src/server/store/store.js';
import { nodeFlags } from '../support/node-flags.js';
import { createPgliteFolder } from '../support/pglite.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Real data beside the repository; tests that need it skip where it is absent. */
export const realData = join(root, '../shared/data/achievements');

/** What a command printed and how it ended. */
export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An output that keeps what it is given. */
export function fakeIo(env: CliIo['env'] = {}, lang: Language = 'en'): CliIo & { text: () => Omit<CliResult, 'code'> } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out: (line) => out.push(`${line}\n`),
    err: (line) => err.push(`${line}\n`),
    env,
    lang,
    text: () => ({ out: out.join(''), err: err.join('') }),
  };
}

/** Runs a command line inside this process. */
export async function run(args: readonly string[], env: CliIo['env'] = {}, lang: Language = 'en'): Promise<CliResult> {
  const io = fakeIo(env, lang);
  const code = await runCli(args, io);
  return { code, ...io.text() };
}

/** A folder that lives as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yuniao-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file that lives as long as the test. */
export function temporaryFile(name: string, content: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A data folder with an empty database. */
export async function emptyData(): Promise<string> {
  const folder = temporaryFolder();
  await createPgliteFolder(join(folder, 'pgdata'));
  return folder;
}

/** Looks into a data folder. */
export async function withStore<T>(dataDir: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** A command line in a process of its own. */
export interface CliProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<CliResult>;
  /** Resolves to the first line of its standard output that matches, rejects when it ends without one. */
  line(pattern: RegExp): Promise<string>;
}

/** Starts `yuniao` from its sources, as a user would start the built one. */
export function start(args: readonly string[], env: Record<string, string> = {}): CliProcess {
  const script = [...nodeFlags, join(root, 'src/cli/main.ts')];
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: temporaryFolder(),
    env: { ...inherited, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<CliResult>((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), out, err }));
  });
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = out
          .split('\n')
          .slice(0, -1)
          .find((text) => pattern.test(text));
        if (found !== undefined) resolve(found);
      };
      look();
      child.stdout.on('data', look);
      void ended.then((result) => reject(new Error(`ended without the line:\n${result.out}${result.err}`)));
    });
  return { child, ended, line };
}
