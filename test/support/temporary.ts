import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

/** A temporary folder that other users can enter: TMPDIR may be private. */
export function workFolder(): string {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'];
  return candidates.find((path) => existsSync(path) && isOpenToAll(path)) ?? tmpdir();
}

/** The path, if nobody else put it there: the temporary folder is everybody's. */
export function ownedByUs(path: string): string {
  if (statSync(path).uid !== (process.getuid?.() ?? statSync(path).uid))
    throw new Error(`${path} belongs to another user; remove it`);
  return path;
}

/** Whether every user can enter the folder. */
function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
