import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../src/cli/progress.js';
import { defaultRejectPath, RejectFile } from '../../src/cli/reject-file.js';
import { storeSink } from '../../src/cli/store-sink.js';
import type { Achievement } from '../../src/domain/achievement.js';
import { StoreError } from '../../src/server/store/errors.js';
import type { Store } from '../../src/server/store/store.js';
import { fakeIo, temporaryFile } from './support.js';

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is a line every five seconds where there is no terminal', () => {
    const io = fakeIo();
    const done = showProgress(io, { size: 1000, bytesRead: () => 250 }, () => 5000);
    vi.advanceTimersByTime(4999);
    expect(io.text().err).toBe('');
    vi.advanceTimersByTime(1);
    expect(io.text().err).toBe('25 %  5,000 rows, 1,000 rows/s\n');
    done();
    vi.advanceTimersByTime(60_000);
    expect(io.text().err.split('\n')).toHaveLength(2);
  });

  it('is a bar on a terminal, never wider than it, and is wiped at the end', () => {
    let drawn = '';
    const terminal = { columns: 40, write: (text: string) => (drawn += text) };
    const done = showProgress({ ...fakeIo(), terminal }, { size: 100, bytesRead: () => 100 }, () => 12);
    vi.advanceTimersByTime(100);
    expect(drawn).toMatch(/^\r\[█{24}\] 100 %/);
    expect(drawn.replace('\u001B[K', '').length).toBeLessThanOrEqual(40);
    drawn = '';
    done();
    expect(drawn).toBe('\r\u001B[K');
  });
});

describe('the reject file', () => {
  it('lies beside the input and is made at the first reject', () => {
    const input = temporaryFile('in.csv', 'x');
    const path = defaultRejectPath(input);
    expect(path).toBe(`${input}.rejects.jsonl`);
    const file = new RejectFile(path, 'zh-CN');
    expect(existsSync(path)).toBe(false);
    file.add({ line: 3, fault: { code: 'title-missing' }, row: { id: '1' } });
    file.close();
    expect(readFileSync(path, 'utf8')).toBe('{"line":3,"reason":"缺少名称。","row":{"id":"1"}}\n');
  });

  it('lies in the current folder where the input’s cannot be written', () => {
    expect(defaultRejectPath('/no/such/folder/in.csv')).toBe(join(process.cwd(), 'in.csv.rejects.jsonl'));
  });
});

describe('writing into a store', () => {
  const record = (id: string): Achievement => ({ id }) as unknown as Achievement;

  function storeThat(refuses: (id: string) => StoreError | Error | undefined): Store {
    return {
      putRecords: async (records: readonly { id: string }[]) => {
        for (const { id } of records) {
          const error = refuses(id);
          if (error) throw error;
        }
        return { created: records.length, updated: 0, unchanged: 0 };
      },
    } as unknown as Store;
  }

  it('rejects the one record that the store refuses and keeps the rest of its batch', async () => {
    const store = storeThat((id) => (id === 'b' ? new StoreError('source-conflict', 'taken') : undefined));
    expect(await storeSink(store)([record('a'), record('b'), record('c')])).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: [{ index: 1, fault: { code: 'record-invalid', details: { path: 'source', message: 'taken' } } }],
    });
  });

  it('stops when the database itself fails', async () => {
    const store = storeThat(() => new StoreError('database-stopped', 'disk'));
    await expect(storeSink(store)([record('a')])).rejects.toThrow('disk');
  });
});
