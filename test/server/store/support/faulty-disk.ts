// The thread of the embedded database on a disk that fails as soon as a file "fault" beside the database says how.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

const note = join((workerData as { folder: string }).folder, '../fault');
const { fdatasyncSync, writeSync } = fs;

function failAs(code: string, message: string): void {
  if (fs.existsSync(note) && fs.readFileSync(note, 'utf8') === code) throw Object.assign(new Error(message), { code });
}

fs.fdatasyncSync = (fd) => {
  failAs('EIO', 'EIO: i/o error, fdatasync');
  fdatasyncSync(fd);
};
fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
  failAs('ENOSPC', 'ENOSPC: no space left on device, write');
  return writeSync(...args);
}) as typeof writeSync;
syncBuiltinESMExports();

await import('../../../../src/server/store/pglite-worker.js');
