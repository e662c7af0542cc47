import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { emptyData, run, temporaryFile, temporaryFolder, withStore } from './support.js';

vi.mock(import('../../src/server/store/index.js'), async (original) => {
  const { keepOpen } = await import('./keep-open.js');
  return keepOpen(await original());
});

const records = (dataDir: string) => withStore(dataDir, (store) => store.scanRecords('achievement', undefined, 1000));
const count = (dataDir: string) => withStore(dataDir, (store) => store.countRecords('achievement'));

describe('yuniao import achievements', () => {
  const rows = [
    { id: '1', title: '柔性钙钛矿组件', source: '示例' },
    { id: '2', title: '', source: '示例' },
    { id: '3', title: '低温等离子体处理装置', source: '示例', 转化方式: '许可', strange: 1 },
  ];
  const lines = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"id":\n`;

  it('keeps the good rows, puts the others into a reject file and reports both', async () => {
    const data = await emptyData();
    const file = temporaryFile('in.jsonl', lines);
    const { code, out, err } = await run(['import', 'achievements', file, '--data', data]);
    expect(code).toBe(0);
    expect(out).toMatch(/4 rows read \(JSON Lines, UTF-8\)/);
    expect(out).toMatch(/^ +2 {2}created$/m);
    expect(out).toMatch(/^ +2 {2}rejected$/m);
    expect(out).toContain('line 2: No title.');
    expect(out).toContain('Columns that are not understood: strange (1)');
    expect(err).toBe('Imported in part: 2 rows were rejected.\n');
    const rejects = readFileSync(`${file}.rejects.jsonl`, 'utf8').trimEnd().split('\n');
    expect(rejects.map((line) => JSON.parse(line) as unknown)).toEqual([
      { line: 2, reason: 'No title.', row: rows[1] },
      { line: 4, reason: expect.stringContaining('Not valid JSON'), row: '{"id":' },
    ]);
    const stored = await records(data);
    expect(stored.map(({ source }) => source.id).toSorted()).toEqual(['1', '3']);
  });

  it('changes nothing when repeated, and only what changed when the file did', async () => {
    const data = await emptyData();
    await run(['import', 'achievements', temporaryFile('in.jsonl', lines), '--data', data]);
    const before = await records(data);
    const again = await run(['import', 'achievements', temporaryFile('again.jsonl', lines), '--data', data]);
    expect(again.out).toMatch(/^ +2 {2}unchanged$/m);
    expect(await records(data)).toEqual(before);
    const changed = temporaryFile('changed.jsonl', lines.replace('柔性', '刚性'));
    const update = await run(['import', 'achievements', changed, '--data', data]);
    expect(update.out).toMatch(/^ +1 {2}updated$/m);
    expect(await count(data)).toBe(2);
  });

  it('ends with code 1 for a rejected row when it is to be strict', async () => {
    const file = temporaryFile('in.jsonl', lines);
    expect((await run(['import', 'achievements', file, '--dry-run', '--strict'])).code).toBe(1);
    expect((await run(['import', 'achievements', file, '--dry-run'])).code).toBe(0);
  });

  it('writes nothing on a trial run, unless a reject file is asked for', async () => {
    const data = join(temporaryFolder(), 'data');
    const file = temporaryFile('in.jsonl', lines);
    const { out } = await run(['import', 'achievements', file, '--data', data, '--dry-run']);
    expect(out).toContain('Trial run: nothing was written');
    expect(out).toMatch(/^ +2 {2}sound$/m);
    expect(existsSync(data)).toBe(false);
    expect(readdirSync(join(file, '..'))).toEqual(['in.jsonl']);
    const reject = join(temporaryFolder(), 'rejects.jsonl');
    await run(['import', 'achievements', file, '--dry-run', '--reject', reject]);
    expect(readFileSync(reject, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  it('reports in Chinese where the system speaks it', async () => {
    const file = temporaryFile('in.jsonl', lines);
    const { out } = await run(['import', 'achievements', file, '--dry-run'], {}, 'zh-CN');
    expect(out).toContain('试运行：没有写入任何数据');
    expect(out).toContain('第 2 行：缺少名称。');
  });

  it('reads a packed table from a Chinese Windows, under the name of the source that is given', async () => {
    const data = await emptyData();
    const table = '编号,成果名称,完成单位\r\nA-1,柔性组件,"某所,某部"\r\n';
    const utf16 = Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(table, 'utf16le')]);
    const file = temporaryFile('in.dat', '');
    writeFileSync(file, gzipSync(utf16));
    const { out } = await run(['import', 'achievements', file, '--data', data, '--source', '某园区']);
    expect(out).toContain('(CSV, UTF-16LE)');
    expect(await records(data)).toMatchObject([
      {
        source: { name: '某园区', id: 'A-1' },
        title: { 'zh-CN': '柔性组件' },
        institutions: [{ name: { 'zh-CN': '某所,某部' } }],
      },
    ]);
  });

  it('takes back what export wrote, unchanged', async () => {
    const data = await emptyData();
    await run(['import', 'achievements', temporaryFile('in.jsonl', lines), '--data', data]);
    const out = join(temporaryFolder(), 'out.jsonl');
    const exported = await run(['export', 'achievements', '--out', out, '--data', data]);
    expect(exported).toMatchObject({ code: 0, err: `Exported 2 records to ${out}.\n` });
    const again = await run(['import', 'achievements', out, '--data', data]);
    expect(again.out).toMatch(/^ +2 {2}unchanged$/m);
    const other = await emptyData();
    await run(['import', 'achievements', out, '--data', other]);
    const identity = ({ id, source }: { id: string; source: object }) => ({ id, source });
    expect((await records(other)).map(identity)).toEqual((await records(data)).map(identity));
    expect((await run(['export', 'achievements', '--data', data])).out).toBe(readFileSync(out, 'utf8'));
  });
});
