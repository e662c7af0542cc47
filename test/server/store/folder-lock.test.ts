import { readdirSync, readFileSync, writeFileSync, utimesSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../src/server/store/folder-lock.js';
import { describeThisProcess } from '../../../src/server/store/process-identity.js';
import { temporaryFolder } from '../../support/stores.js';

const me = await describeThisProcess();

describe('the lock of a data folder', () => {
  const parent = temporaryFolder();
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(parent(), 'data-'));
    path = join(folder, 'yuniao.lock');
  });
  const leave = (holder: object): void => writeFileSync(path, JSON.stringify({ nonce: 'theirs', ...holder }));
  const holder = (): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

  it('says who holds the folder, and is gone when it is released', async () => {
    const lock = await lockFolder(folder);
    expect(holder()).toMatchObject({ pid: process.pid, since: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    await lock.announce('http://127.0.0.1:8787');
    expect(holder()).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:8787' });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused while it is held, also to the same process', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'DataFolderInUseError', pid: process.pid });
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('is given to one only of many that want it, also when a dead process left it', async () => {
    leave({ ...me, pid: 2 ** 30 });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    const winners = tries.filter((result) => result.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const result of tries)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'DataFolderInUseError' });
    expect(readdirSync(folder)).toEqual(['yuniao.lock']);
    await winners[0]?.value.release();
  });

  it('is taken over when the one who was taking it over died too', async () => {
    leave({ ...me, pid: 2 ** 30 });
    writeFileSync(`${path}.theirs`, JSON.stringify({ ...me, pid: 2 ** 30 + 1, nonce: 'heir' }));
    const lock = await lockFolder(folder);
    expect(holder()).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder)).toEqual(['yuniao.lock']);
    await lock.release();
  });

  it.runIf(me.linux)('is taken over when its pid belongs to a later process', async () => {
    leave({ ...me, linux: { ...me.linux, start: '1' } });
    await (await lockFolder(folder)).release();
    leave({ ...me, linux: { ...me.linux, boot: 'an earlier run of the machine' } });
    await (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from another machine that gives no sign of life', async () => {
    leave({ pid: 1, host: 'another-container' });
    const lock = await lockFolder(folder, { watchMs: 20 });
    expect(holder()).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is refused while another machine gives signs of life', async () => {
    leave({ pid: 1, host: 'another-container', url: 'http://park.example' });
    const refused = lockFolder(folder, { watchMs: 300 });
    const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), 10);
    await expect(refused).rejects.toMatchObject({ pid: 1, url: 'http://park.example' });
    clearInterval(heartbeat);
  });

  it('gives signs of life itself', async () => {
    const lock = await lockFolder(folder, { heartbeatMs: 10 });
    // Seen from elsewhere: as if this process ran on another machine
    const { nonce, since } = holder();
    leave({ nonce, since, pid: 1, host: 'another-container' });
    await expect(lockFolder(folder, { watchMs: 300 })).rejects.toMatchObject({ pid: 1 });
    await lock.release();
  });

  it('is left alone on release when another process has taken it', async () => {
    const lock = await lockFolder(folder);
    leave({ pid: 1, host: 'another-container' });
    await lock.announce('http://127.0.0.1:8787');
    await lock.release();
    expect(holder()).toEqual({ nonce: 'theirs', pid: 1, host: 'another-container' });
  });
});
