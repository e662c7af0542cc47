import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname } from 'node:path';
import { SnapshotError } from '../../search/index.js';

/** Where the index in a file stands. */
export interface SnapshotPosition {
  /** Outbox position up to which every change is in the index. */
  readonly seq: number;
  /** The store's mark of the entry at `seq`: another database, or one set back, has another. */
  readonly mark: string;
}

interface Header extends SnapshotPosition {
  readonly format: number;
  readonly kind: string;
  /** Of the machine: the index is written in its byte order, and folded by its Unicode tables. */
  readonly machine: string;
}

/** Raised whenever the file's layout changes. */
const FORMAT = 1;
const MACHINE = `${endianness()}, Unicode ${process.versions.unicode ?? ''}`;
const DIGEST_LENGTH = 32;
const PREFIX = DIGEST_LENGTH + 4;

/**
 * Puts the parts of an index's snapshot into a file: a SHA-256 of all that follows, the header's length, the header as
 * JSON, the snapshot. Written beside it, synced, then renamed, so that the file is the old one or the new one, whole, at any time.
 * Resolves to the file's length in bytes.
 */
export async function writeSnapshotFile(
  file: string,
  kind: string,
  { seq, mark }: SnapshotPosition,
  snapshot: readonly Uint8Array[],
): Promise<number> {
  const header = Buffer.from(JSON.stringify({ format: FORMAT, kind, machine: MACHINE, seq, mark } satisfies Header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const content = [length, header, ...snapshot];
  const hash = createHash('sha256');
  for (const part of content) hash.update(part);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    for (const part of [hash.digest(), ...content]) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
  return content.reduce((sum, part) => sum + part.length, DIGEST_LENGTH);
}

/**
 * The snapshot in a file; `undefined` when there is no file.
 * @throws {SnapshotError} when it is damaged, of another kind, machine or version
 */
export async function readSnapshotFile(
  file: string,
  kind: string,
): Promise<(SnapshotPosition & { readonly snapshot: Uint8Array }) | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  const digest = createHash('sha256').update(bytes.subarray(DIGEST_LENGTH)).digest();
  if (bytes.length < PREFIX || !digest.equals(bytes.subarray(0, DIGEST_LENGTH))) {
    throw new SnapshotError('The file is damaged or cut short.');
  }
  const end = PREFIX + bytes.readUInt32LE(DIGEST_LENGTH);
  const header = JSON.parse(bytes.toString('utf8', PREFIX, end)) as Header;
  if (header.format !== FORMAT || header.kind !== kind || header.machine !== MACHINE) {
    throw new SnapshotError(
      `The file is of format ${header.format}, kind "${header.kind}", ${header.machine}; ` +
        `needed is format ${FORMAT}, kind "${kind}", ${MACHINE}.`,
    );
  }
  return { seq: header.seq, mark: header.mark, snapshot: bytes.subarray(end) };
}

/** Makes a rename last. Windows cannot open folders, and needs no sync of them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
