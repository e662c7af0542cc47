import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotError } from '../../../src/search/index.js';
import { readSnapshotFile, writeSnapshotFile } from '../../../src/server/index/snapshot-file.js';
import { temporaryFolder } from '../../support/stores.js';

const POSITION = { seq: 42, mark: '1700000000000000/achievement/a/put' };
const SNAPSHOT = Uint8Array.from({ length: 300 }, (_, i) => i % 251);

describe('the file of an index', () => {
  const folder = temporaryFolder();
  const write = async (name: string): Promise<string> => {
    const file = join(folder(), name, 'achievement.index');
    await writeSnapshotFile(file, 'achievement', POSITION, [SNAPSHOT.subarray(0, 100), SNAPSHOT.subarray(100)]);
    return file;
  };

  it('holds what was written, and nothing lies beside it', async () => {
    const file = await write('whole');
    const found = await readSnapshotFile(file, 'achievement');
    expect(found).toMatchObject(POSITION);
    expect(Uint8Array.from(found?.snapshot ?? [])).toEqual(SNAPSHOT);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('is replaced as a whole, whatever an earlier attempt has left', async () => {
    const file = await write('again');
    writeFileSync(`${file}.new`, 'half a fi');
    await writeSnapshotFile(file, 'achievement', { ...POSITION, seq: 43 }, [SNAPSHOT.subarray(0, 9)]);
    const found = await readSnapshotFile(file, 'achievement');
    expect([found?.seq, found?.snapshot.length]).toEqual([43, 9]);
  });

  it('is not there before it was written', async () => {
    expect(await readSnapshotFile(join(folder(), 'none.index'), 'achievement')).toBeUndefined();
  });

  it('is refused with any byte changed', async () => {
    const file = await write('damaged');
    const bytes = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        writeFileSync(file, damaged);
        await expect(readSnapshotFile(file, 'achievement')).rejects.toThrow(SnapshotError);
      }),
    );
  });

  it('is refused when it is cut short or something follows', async () => {
    const file = await write('cut');
    const bytes = readFileSync(file);
    for (let length = 0; length < bytes.length; length += 7) {
      writeFileSync(file, bytes.subarray(0, length));
      await expect(readSnapshotFile(file, 'achievement')).rejects.toThrow(SnapshotError);
    }
    writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(1)]));
    await expect(readSnapshotFile(file, 'achievement')).rejects.toThrow(SnapshotError);
  });

  it('is refused when it is of another kind', async () => {
    const file = await write('kind');
    await expect(readSnapshotFile(file, 'demand')).rejects.toThrow(/kind "achievement"/);
  });
});
