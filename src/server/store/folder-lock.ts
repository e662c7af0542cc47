import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DataFolderInUseError } from './errors.js';
import { describeThisProcess, type ProcessIdentity, stateOf } from './process-identity.js';

const LOCK_FILE = 'yuniao.lock';
/** How often a holder touches its lock file, for those who cannot see its process. */
const HEARTBEAT_MS = 2_000;
/** How long they look for a touch before they hold the process for dead. */
const WATCH_MS = 10_000;

/** What the lock file says of its holder. */
interface Holder extends ProcessIdentity {
  /** Different for each time a lock is taken, so that two lock files are never mistaken for one another. */
  readonly nonce: string;
  readonly since: string;
  readonly url?: string;
}

/** Times of the lock; tests shorten them. */
export interface LockTimes {
  readonly heartbeatMs?: number;
  readonly watchMs?: number;
}

/** A data folder that this process holds. */
export interface FolderLock {
  /** Writes the platform's address into the lock, for the message that a second process gets. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the folder for this process. The lock of a process that no longer runs is taken over: at once when its process
 * could be seen from here, after ten seconds without a sign of life when it ran in another container or machine.
 * @throws {DataFolderInUseError} when another process, or another store of this one, holds the folder
 */
export async function lockFolder(folder: string, times: LockTimes = {}): Promise<FolderLock> {
  const path = join(folder, LOCK_FILE);
  const me: Holder = { ...(await describeThisProcess()), nonce: randomUUID(), since: new Date().toISOString() };
  const draft = join(folder, `.${LOCK_FILE}.${me.nonce}`);
  const write = (holder: Holder): Promise<void> => writeFile(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  try {
    await write(me);
    await take({ path, draft, folder, watchMs: times.watchMs ?? WATCH_MS });
  } finally {
    await rm(draft, { force: true });
  }
  const holdsStill = async (): Promise<boolean> => (await readHolder(path))?.nonce === me.nonce;
  const touch = (): void => void utimes(path, new Date(), new Date()).catch(() => undefined);
  const heartbeat = setInterval(touch, times.heartbeatMs ?? HEARTBEAT_MS).unref();
  return {
    announce: async (url) => {
      if (!(await holdsStill())) return;
      await write({ ...me, url });
      await rename(draft, path);
    },
    release: async () => {
      clearInterval(heartbeat);
      if (await holdsStill()) await rm(path, { force: true });
    },
  };
}

interface Taking {
  readonly path: string;
  readonly draft: string;
  readonly folder: string;
  readonly watchMs: number;
}

/**
 * Puts `draft` at `path`. A link is made for one process only and shows the whole content at once. A dead holder's file
 * may be replaced by whoever holds the claim named after it, which is a lock of the same kind; once replaced, the file
 * has another nonce, so a late claimer sees that it came too late.
 */
async function take(lock: Taking): Promise<void> {
  const { path, draft, folder, watchMs } = lock;
  for (;;) {
    if (await linked(draft, path)) return;
    const holder = await readHolder(path);
    if (holder === undefined) continue; // released in between
    if (await isHeld(path, holder, watchMs)) throw new DataFolderInUseError(folder, holder.pid, holder.url);
    const claim = `${path}.${holder.nonce}`;
    await take({ ...lock, path: claim });
    try {
      if ((await readHolder(path))?.nonce === holder.nonce) {
        const copy = `${draft}.taken`;
        await link(draft, copy);
        await rename(copy, path);
        return;
      }
    } finally {
      await rm(claim, { force: true });
    }
  }
}

async function isHeld(path: string, holder: Holder, watchMs: number): Promise<boolean> {
  const state = await stateOf(holder);
  if (state !== 'unknown') return state === 'running';
  const before = await touchedAt(path);
  await after(watchMs);
  return (await touchedAt(path)) !== before;
}

async function touchedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
