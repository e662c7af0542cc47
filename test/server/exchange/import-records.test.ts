import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importRecords,
  type BatchResult,
  type ImportOptions,
  type RejectedRow,
} from '../../../src/server/exchange/import-records.js';
import { ROW_KINDS } from '../../../src/server/exchange/row-kinds.js';
import { openRows } from '../../../src/server/exchange/read-rows.js';
import type { SourceRow } from '../../../src/server/exchange/source-row.js';
import type { StoredRecord } from '../../../src/server/store/store.js';
import { realData } from './support.js';

const options: ImportOptions = { fallbackSource: 'file', now: '2026-01-02T03:04:05.000Z', language: 'en' };

async function* rowsOf(values: readonly Record<string, unknown>[]): AsyncIterable<SourceRow> {
  for (const [index, row] of values.entries()) yield { line: index + 1, values: row };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, title: `t${index}` }));
const allCreated = (records: readonly StoredRecord[]): BatchResult => ({
  created: records.length,
  updated: 0,
  unchanged: 0,
});

it('writes in batches and adds up what became of them', async () => {
  const sizes: number[] = [];
  const report = await importRecords(ROW_KINDS.achievements, rowsOf(numbered(5)), {
    ...options,
    batchSize: 2,
    write: async (records) => {
      sizes.push(records.length);
      return { created: records.length - 1, updated: 0, unchanged: 1 };
    },
  });
  expect(sizes).toEqual([2, 2, 1]);
  expect(report).toMatchObject({ read: 5, created: 2, unchanged: 3, rejected: 0 });
});

it('reads on while a batch is being written, but never more than one batch ahead', async () => {
  let read = 0;
  let release: (() => void) | undefined;
  const readWhenWritten: number[] = [];
  const report = await importRecords(ROW_KINDS.achievements, rowsOf(numbered(8)), {
    ...options,
    batchSize: 2,
    onRow: (count) => {
      read = count;
      // The fourth row is read before the first batch is written; then the writer may go on
      if (count === 4) release?.();
    },
    write: async (records) => {
      if (readWhenWritten.length === 0)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      readWhenWritten.push(read);
      return allCreated(records);
    },
  });
  expect(readWhenWritten).toEqual([4, 4, 6, 8]);
  expect(report.created).toBe(8);
});

it('keeps the good rows and hands over the others with line, reason and row', async () => {
  const rejected: RejectedRow[] = [];
  async function* rows(): AsyncIterable<SourceRow> {
    yield { line: 1, values: { id: '1', title: 'good' } };
    yield { line: 2, values: { id: '2' } };
    yield { line: 4, fault: { code: 'row-not-json', details: { reason: 'x' } }, text: '{' };
  }
  const report = await importRecords(ROW_KINDS.achievements, rows(), {
    ...options,
    onReject: (row) => rejected.push(row),
    write: async (records) => allCreated(records),
  });
  expect(report).toMatchObject({ read: 3, created: 1, rejected: 2 });
  expect(rejected).toEqual([
    { line: 2, fault: { code: 'title-missing' }, row: { id: '2' } },
    { line: 4, fault: { code: 'row-not-json', details: { reason: 'x' } }, row: '{' },
  ]);
});

it('counts records that the receiver refuses, with the line they came from', async () => {
  const rejected: RejectedRow[] = [];
  const fault = { code: 'record-invalid', details: { path: 'title', message: 'no' } } as const;
  const report = await importRecords(ROW_KINDS.achievements, rowsOf(numbered(3)), {
    ...options,
    onReject: (row) => rejected.push(row),
    write: async () => ({ created: 2, updated: 0, unchanged: 0, rejected: [{ index: 1, fault }] }),
  });
  expect(report).toMatchObject({ created: 2, rejected: 1 });
  expect(rejected).toEqual([{ line: 2, fault, row: { id: '1', title: 't1' } }]);
});

it('of two rows with one id the last counts, in one batch and across batches', async () => {
  const rows = [
    { id: '1', title: 'first' },
    { id: '1', title: 'second' },
    { id: '2', title: 'other' },
    { id: '1', title: 'third' },
  ];
  const stored = new Map<string, string | undefined>();
  const report = await importRecords(ROW_KINDS.achievements, rowsOf(rows), {
    ...options,
    batchSize: 2,
    write: async (records) => {
      for (const record of records) stored.set(record.source.id, record.title.en);
      return allCreated(records);
    },
  });
  expect(Object.fromEntries(stored)).toEqual({ '1': 'third', '2': 'other' });
  expect(report.oddities).toContainEqual({ kind: 'duplicate-id', count: 2, line: 2, value: '1' });
});

it('counts what is odd by kind and column, each with the line and value of the first', async () => {
  const rows = [
    { id: '1', title: 'Same', date: '2024', 领域: '空间' },
    { id: '2', title: 'Same', date: '2023', 领域: '时间', extra: 'x' },
    { id: '3', title: 'Other', date: '2023-01-01', 成果水平: '一流', extra: '' },
  ];
  const { oddities, ignoredColumns } = await importRecords(ROW_KINDS.achievements, rowsOf(rows), options);
  expect(oddities).toContainEqual({ kind: 'date-imprecise', column: 'date', count: 2, line: 1, value: '2024' });
  expect(oddities).toContainEqual({ kind: 'unknown-value', column: '领域', count: 2, line: 1, value: '空间' });
  expect(oddities).toContainEqual({ kind: 'unknown-value', column: '成果水平', count: 1, line: 3, value: '一流' });
  expect(oddities).toContainEqual({ kind: 'duplicate-title', count: 1, line: 2, value: 'Same' });
  expect(ignoredColumns).toEqual([{ header: 'extra', count: 1 }]);
});

it('stops when the writer fails, and waits for a write that is under way before it tells', async () => {
  const failing = importRecords(ROW_KINDS.achievements, rowsOf(numbered(10)), {
    ...options,
    batchSize: 2,
    write: async () => {
      throw new Error('disk full');
    },
  });
  await expect(failing).rejects.toThrow('disk full');

  let written = 0;
  async function* broken(): AsyncIterable<SourceRow> {
    yield* rowsOf(numbered(2));
    throw new Error('file broken');
  }
  const cut = importRecords(ROW_KINDS.achievements, broken(), {
    ...options,
    batchSize: 2,
    write: async (records) => {
      await Promise.resolve();
      written += records.length;
      return allCreated(records);
    },
  });
  await expect(cut).rejects.toThrow('file broken');
  expect(written).toBe(2);
});

it('stops between rows when it is aborted', async () => {
  const controller = new AbortController();
  const aborted = importRecords(ROW_KINDS.achievements, rowsOf(numbered(10)), {
    ...options,
    signal: controller.signal,
    onRow: (count) => {
      if (count === 3) controller.abort();
    },
  });
  await expect(aborted).rejects.toThrow('aborted');
});

const achievements = join(realData, 'achievements');
describe.skipIf(!existsSync(achievements))('real files (needs ../shared/data)', () => {
  it.each([
    ['chinaxiv-zh', 6187, { 'no-keywords': 494, 'no-field': 3241, 'no-institution': 160, 'title-ends-in-digit': 31 }],
    ['chinaxiv-en', 1862, { 'no-keywords': 81, 'no-institution': 1862, 'no-field': 1009 }],
    ['csl-2k', 1207, { 'no-date': 1207, 'no-institution': 1207 }],
    ['csl-titles-8k', 4768, { 'no-summary': 4768 }],
    ['nasa-software', 774, { 'no-date': 1, 'duplicate-title': 4 }],
    ['nasa-patents-titles', 826, { 'duplicate-title': 35 }],
    ['nist-pubs-titles', 7061, { 'duplicate-title': 544, 'date-imprecise': 7061 }],
  ])('%s: every row becomes a sound record', async (name, count, expected) => {
    const ids = new Set<string>();
    const source = await openRows(join(achievements, `${name}.jsonl.gz`));
    const report = await importRecords(ROW_KINDS.achievements, source.rows(), {
      ...options,
      write: async (records) => {
        for (const { id } of records) ids.add(id);
        return allCreated(records);
      },
    });
    expect(report).toMatchObject({ read: count, created: count, rejected: 0 });
    expect(ids.size).toBe(count);
    const counts = Object.fromEntries(report.oddities.map((oddity) => [oddity.kind, oddity.count]));
    expect(counts).toMatchObject(expected);
  });
});
