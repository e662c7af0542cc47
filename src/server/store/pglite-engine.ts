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

/** Opens the database in `folder`, creating it when it is not there. */
export async function openPgliteEngine(folder: string, syncFile?: (fd: number) => void): Promise<PgliteEngine> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await createDatabase(folder);
  const fs = new DurableNodeFS(folder, syncFile);
  const pglite = await start(fs);
  return {
    query: async (sql, params) => {
      const { rows } = await pglite.query<object>(sql, [...params]);
      // PGlite would carry on after a failed sync and report commits that may be lost
      if (fs.failure !== undefined) throw new SyncFailedError(fs.failure);
      return rows;
    },
    syncs: () => fs.syncs,
    close: () => pglite.close(),
  };
}

/** The disk refused to sync: what was committed since the last good sync may be lost, so nothing more is answered. */
export class SyncFailedError extends Error {
  override readonly name: string = 'SyncFailedError';

  constructor(cause: unknown) {
    super(
      `The data folder can no longer be written safely: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    );
  }
}

/**
 * Creates the database beside its place and moves it there when it is complete and synced, so that a crash in the midst
 * leaves nothing that looks like a database.
 */
async function createDatabase(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const pglite = await start(new DurableNodeFS(draft));
  await pglite.close();
  syncTree(draft);
  renameSync(draft, folder);
  syncFolder(join(folder, '..'));
}

function start(fs: DurableNodeFS): Promise<PGlite> {
  return PGlite.create({ fs, startParams: durableStartParams(PGlite.defaultStartParams) });
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
