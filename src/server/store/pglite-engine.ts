import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SqlValue } from './database.js';
import { DurableNodeFS, durableStartParams, syncFolder } from './durable-fs.js';

/** One PGlite over one folder, with commits that last. Runs in whatever thread opens it. */
export interface PgliteEngine {
  query(sql: string, params: readonly SqlValue[]): Promise<object[]>;
  /** How many syncs reached the disk since the engine was opened. */
  syncs(): number;
  close(): Promise<void>;
}

/**
 * Opens the database in `folder`, creating it when it is not there.
 * @param onPanic told why PostgreSQL cannot go on: the disk is full or refuses a sync. It has to end the thread and must
 * not return, because PGlite would then try the same statement for ever.
 */
export async function openPgliteEngine(folder: string, onPanic: (reason: string) => void): Promise<PgliteEngine> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await createDatabase(folder, onPanic);
  const fs = openFs(folder, onPanic);
  const pglite = await start(fs, onPanic);
  return {
    query: async (sql, params) => (await pglite.query<object>(sql, [...params])).rows,
    syncs: () => fs.syncs,
    close: () => pglite.close(),
  };
}

/**
 * Creates the database beside its place and moves it there when it is complete and synced, so that a crash in the midst
 * leaves nothing that looks like a database.
 */
async function createDatabase(folder: string, onPanic: (reason: string) => void): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const pglite = await start(openFs(draft, onPanic), onPanic);
  await pglite.close();
  syncTree(draft);
  renameSync(draft, folder);
  syncFolder(join(folder, '..'));
}

function openFs(folder: string, onPanic: (reason: string) => void): DurableNodeFS {
  return new DurableNodeFS(folder, (error) => onPanic(error instanceof Error ? error.message : String(error)));
}

function start(fs: DurableNodeFS, onPanic: (reason: string) => void): Promise<PGlite> {
  return PGlite.create({
    fs,
    startParams: durableStartParams(PGlite.defaultStartParams),
    onStderr: (line) => {
      const [, reason] = / PANIC: +(.*)/.exec(line) ?? [];
      if (reason !== undefined) onPanic(reason);
      return false;
    },
  });
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}

function syncFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
