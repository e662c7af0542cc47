import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { zipOf } from '../support/zip.js';
import { emptyData, run, temporaryFile, temporaryFolder, withStore } from './support.js';

vi.mock(import('../../src/server/store/index.js'), async (original) => {
  const { keepOpen } = await import('./keep-open.js');
  return keepOpen(await original());
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const csv = [
  '指标名称,指标编码,年份,完成值,目标值,单位,统计口径,颜色',
  '落地转化项目,projects,2024,88,100,项,年度新增,红',
  '落地转化项目,projects,2025,见附件,100,项,年度新增,',
  '落地转化项目,projects,2025,104,100,项,年度新增,',
].join('\n');

const seriesOf = (data: string, code: string) =>
  withStore(data, async ({ indicators }) => {
    const record = await indicators.find(code);
    return record ? indicators.series([record.id]) : [];
  });

describe('yuniao import indicators', () => {
  it('enters figures, corrects them, keeps what was there, and reports', async () => {
    const data = await emptyData();
    const file = temporaryFile('kpi.csv', csv);
    const { code, out, err } = await run(['import', 'indicators', file, '--data', data]);
    expect(code).toBe(0);
    expect(out).toMatch(/kpi\.csv: 3 rows read/);
    expect(out).toMatch(/^ +1 {2}indicators created$/m);
    expect(out).toMatch(/^ +2 {2}figures entered$/m);
    expect(out).toMatch(/^ +1 {2}rejected$/m);
    expect(out).toContain('line 3: "完成值" is not a number: 见附件');
    expect(out).toContain('Columns that are not understood: 颜色 (1)');
    expect(err).toBe('Imported in part: 1 rows were rejected.\n');
    expect(readFileSync(`${file}.rejects.jsonl`, 'utf8')).toContain('见附件');

    const corrected = temporaryFile('corrected.csv', csv.replace(',104,', ',96,'));
    const again = await run(['import', 'indicators', corrected, '--data', data, '--reason', 'eight counted twice']);
    expect(again.out).toMatch(/^ +1 {2}figures corrected/m);
    expect(again.out).toMatch(/^ +1 {2}figures unchanged$/m);
    const history = await seriesOf(data, 'projects');
    expect(history.map(({ observation, reason }) => [observation.value, reason?.en])).toEqual([
      [88, 'kpi'],
      [104, 'kpi'],
      [96, 'eight counted twice'],
    ]);
  });

  it('reads an Excel workbook', async () => {
    const cells = [
      ['指标名称', '年份', '完成值'],
      ['落地转化项目', '2025', '1,096'],
    ].map((row, nr) =>
      row.map((text, at) => `<c r="${'ABC'[at]}${nr + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join(''),
    );
    const file = join(temporaryFolder(), '指标.xlsx');
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
      'xl/worksheets/a.xml': `<worksheet><sheetData>${cells.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`,
    });
    writeFileSync(file, bytes);
    const { code, out } = await run(['import', 'indicators', file, '--dry-run']);
    expect([code, out]).toEqual([0, expect.stringMatching(/1 rows read[^]* 1 {2}sound/)]);
  });

  it('writes nothing in a trial, and ends with code 1 when it is to be strict', async () => {
    const file = temporaryFile('kpi.csv', csv);
    const { code, out } = await run(['import', 'indicators', file, '--dry-run', '--strict']);
    expect(code).toBe(1);
    expect(out).toContain('Trial run: nothing was written');
    expect(out).toMatch(/^ +2 {2}sound$/m);
  });

  it('says what a file needs, and what an option is for', async () => {
    const file = temporaryFile('x.csv', '甲,乙\n1,2\n');
    const wrong = await run(['import', 'indicators', file, '--dry-run']);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('No column names the indicators')]);
    const achievements = await run(['import', 'achievements', file, '--reason', 'x']);
    expect([achievements.code, achievements.err]).toEqual([2, expect.stringContaining('--reason')]);
  });
});

describe('the sample indicators', () => {
  it('are imported whole', async () => {
    const data = await emptyData();
    const { out } = await run(['import', 'indicators', join(root, 'demo/sample/indicators.jsonl'), '--data', data]);
    expect(out).toMatch(/^ +26 {2}indicators created$/m);
    expect(out).toMatch(/^ +0 {2}rejected$/m);
  });
});
