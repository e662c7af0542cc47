import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { emptyData, realData, run, start, withStore } from './support.js';

/** Bytes of all files in a folder and those below it. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}

const file = (name: string): string => join(realData, `${name}.jsonl.gz`);
const imported = (name: string, data: string) => run(['import', 'achievements', file(name), '--data', data]);

/** What the report says of `created`, `unchanged` … */
function reported(out: string, what: string): number {
  return Number(new RegExp(`^ *([\\d,]+) {2}${what}$`, 'm').exec(out)?.[1]?.replaceAll(',', ''));
}

describe.skipIf(!existsSync(realData))('real files (needs ../shared/data)', { timeout: 240_000 }, () => {
  it('an import that is killed half-way is run again and completes without doubles, as does a repeated one', async () => {
    const data = await emptyData();
    const killed = start(['import', 'achievements', file('chinaxiv-zh'), '--data', data, '--batch', '50']);
    // The tables have grown by more than one batch holds: some batches are written, most are not
    const before = sizeOf(join(data, 'pgdata/base'));
    await vi.waitFor(() => expect(sizeOf(join(data, 'pgdata/base'))).toBeGreaterThan(before + 2_000_000), {
      timeout: 120_000,
      interval: 20,
    });
    killed.child.kill('SIGKILL');
    await killed.ended;

    const again = await imported('chinaxiv-zh', data);
    expect(again).toMatchObject({ code: 0, err: expect.not.stringContaining('rejected') });
    expect(reported(again.out, 'unchanged')).toBeGreaterThan(0);
    expect(reported(again.out, 'created')).toBeGreaterThan(0);
    expect(reported(again.out, 'unchanged') + reported(again.out, 'created')).toBe(6187);

    const repeated = await imported('chinaxiv-zh', data);
    expect(reported(repeated.out, 'unchanged')).toBe(6187);
    expect(await withStore(data, (store) => store.countRecords('achievement'))).toBe(6187);
  });

  it('files of several sources come in whole, side by side', async () => {
    const data = await emptyData();
    const counts = { 'csl-2k': 1207, 'chinaxiv-en': 1862, 'nasa-software': 774 };
    for (const [name, count] of Object.entries(counts)) {
      const { code, out } = await imported(name, data);
      expect(code).toBe(0);
      expect(reported(out, 'created')).toBe(count);
    }
    expect(await withStore(data, (store) => store.countRecords('achievement'))).toBe(1207 + 1862 + 774);
  });

  it.each([
    ['chinaxiv-zh', 6187, /^ +494 {2}no keywords/m],
    ['csl-titles-8k', 4768, /^ +4,768 {2}no summary/m],
    ['nasa-patents-titles', 826, /^ +35 {2}title that another record/m],
    ['nist-pubs-titles', 7061, /^ +544 {2}title that another record/m],
  ])('%s is sound throughout, and what is odd is told', async (name, count, oddity) => {
    const { out } = await run(['import', 'achievements', file(name), '--dry-run']);
    expect(reported(out, 'sound')).toBe(count);
    expect(out).toMatch(oddity);
  });
});
