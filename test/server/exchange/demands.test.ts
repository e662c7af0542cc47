import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Demand } from '../../../src/domain/demand.js';
import { importRecords, type ImportReport, type RejectedRow } from '../../../src/server/exchange/import-records.js';
import { readRecord } from '../../../src/server/exchange/read-record.js';
import { openRows } from '../../../src/server/exchange/read-rows.js';
import { ROW_KINDS } from '../../../src/server/exchange/row-kinds.js';
import { skipFields } from '../../../src/server/exchange/skip-fields.js';
import { sheet, workbook } from '../../support/workbook.js';
import { messageOf, realData, writeFile } from './support.js';

const kind = ROW_KINDS.demands;
const options = { fallbackSource: 'file', now: '2026-01-02T03:04:05.000Z' };

function map(values: Record<string, unknown>): { record: Demand; oddities: string[]; ignored: readonly string[] } {
  const mapped = readRecord(kind, values, options, 'en');
  if ('fault' in mapped) throw new Error(`refused: ${JSON.stringify(mapped.fault)}`);
  const oddities = mapped.oddities.map(({ kind: oddity, column = '' }) => `${oddity} ${column}`.trim());
  return {
    record: mapped.record,
    oddities: oddities.filter((text) => !text.startsWith('no-')),
    ignored: mapped.ignored,
  };
}

async function importAll(
  path: string,
  skipped: readonly string[] = [],
): Promise<{ records: Demand[]; rejected: RejectedRow[]; report: ImportReport }> {
  const records: Demand[] = [];
  const rejected: RejectedRow[] = [];
  const source = await openRows(path, { checkColumns: kind.checkColumns });
  const report = await importRecords(kind, source.rows(), {
    ...options,
    language: 'en',
    skip: skipFields(kind, skipped),
    onReject: (row) => rejected.push(row),
    write: async (batch) => {
      records.push(...batch.map((record) => Demand.parse(record)));
      return { created: batch.length, updated: 0, unchanged: 0 };
    },
  });
  return { records, rejected, report };
}

describe('a row of demands', () => {
  const row = {
    需求编号: 'XQ-2026-001',
    需求名称: '耐高温陶瓷涂层',
    单位: '示例材料有限公司',
    技术领域: '新材料',
    技术指标: '1. 耐温 ≥ 1200 ℃\n2. 厚度 ≤ 0.3 mm',
    拟解决的技术难题: '涂层在热循环中剥落。',
    现有基础条件: '已有中试线一条。',
    '预算金额（万元）': '50-100',
    合作方式: '合作开发；技术许可',
    单位性质: '民营企业',
    需求类型: '技术攻关',
    地区: '浙江省杭州市余杭区',
    有效期: '2026年12月31日',
    更新时间: '2026-03-05 10:20:30',
    信息来源: '区科技局',
    需求详情: '用于燃气轮机叶片。\n\n第二段。',
  };

  it('is understood under the headers that are met in files', () => {
    const { record, oddities, ignored } = map(row);
    expect(ignored).toEqual([]);
    expect(oddities).toEqual([]);
    expect(record).toMatchObject({
      kind: 'demand',
      status: 'published',
      title: { 'zh-CN': '耐高温陶瓷涂层' },
      owner: { name: { 'zh-CN': '示例材料有限公司' } },
      fields: [{ scheme: 'hightech-8' }],
      requirements: { 'zh-CN': '1. 耐温 ≥ 1200 ℃\n2. 厚度 ≤ 0.3 mm' },
      problem: { 'zh-CN': '涂层在热循环中剥落。' },
      context: { 'zh-CN': '已有中试线一条。' },
      budget: { min: { amount: 50, unit: '万元' }, max: { amount: 100, unit: '万元' } },
      cooperationModes: ['cooperative-development', 'licence'],
      organisationNature: 'private',
      demandType: 'breakthrough',
      region: '330110',
      validUntil: '2026-12-31',
      publishedOn: '2026-03-05',
      summary: { 'zh-CN': '用于燃气轮机叶片。\n\n第二段。' },
      source: { name: '区科技局', id: 'XQ-2026-001' },
    });
  });

  it('keeps what it cannot read for sure as text and says so', () => {
    const { record, oddities } = map({
      ...row,
      '预算金额（万元）': '约50，视方案而定',
      需求类型: '揭榜',
      地区: '火星',
    });
    expect(record.budget).toEqual({ text: '约50，视方案而定' });
    expect(record.demandType).toBe('揭榜');
    expect(record.region).toBeUndefined();
    expect(oddities).toEqual(['unknown-value 需求类型', 'unusable-value 地区', 'budget-as-text 预算金额（万元）']);
  });

  it('names nobody where it is to be anonymous, or may be meant to', () => {
    expect(map({ ...row, 是否匿名: '是' }).record).toMatchObject({ anonymous: true });
    expect(map({ ...row, 是否匿名: '是' }).record.owner).toBeUndefined();
    expect(map({ ...row, 是否匿名: '不要公开单位' }).record.owner).toBeUndefined();
    expect(map({ ...row, 是否匿名: '否' }).record.owner).toBeDefined();
  });

  it('is refused without a title and with a level of secrecy', () => {
    const faultOf = (values: Record<string, unknown>): unknown => {
      const mapped = readRecord(kind, values, options, 'en');
      return 'fault' in mapped && mapped.fault.code;
    };
    expect(faultOf({ ...row, 需求名称: ' ' })).toBe('title-missing');
    expect(faultOf({ ...row, 密级: '秘密' })).toBe('row-secret');
  });

  it('may have the shape of the platform itself', () => {
    const { record } = map({ kind: 'demand', id: 'dem_1', title: { en: 'Coating' }, source: { name: 'a', id: '1' } });
    expect(record).toMatchObject({ id: 'dem_1', lang: 'en', status: 'published' });
  });

  it('comes from a workbook as from CSV', async () => {
    const table = [
      ['2026年技术需求征集表', undefined, undefined, undefined],
      ['序号', '需求名称', '需求单位', '预算资金'],
      [1, '耐高温陶瓷涂层', '示例材料有限公司', '100-200万元'],
      [2, '=HYPERLINK("http://evil.example")', '示例化工有限公司', 30],
    ];
    const { records, report } = await importAll(writeFile('征集表.xlsx', workbook([sheet(table)])));
    expect(records.map(({ title }) => title['zh-CN'] ?? title.en)).toEqual([
      '耐高温陶瓷涂层',
      '=HYPERLINK("http://evil.example")',
    ]);
    expect(records[0]?.budget).toMatchObject({ min: { amount: 100 }, max: { amount: 200 } });
    expect(records[1]?.budget).toEqual({ text: '30' });
    expect(report).toMatchObject({ read: 2, created: 2, rejected: 0 });
  });

  it('is no demand in a table without titles, and that is said', async () => {
    expect(await messageOf(importAll(writeFile('a.csv', '单位,电话\n甲,1\n')))).toContain('No column is a title');
  });
});

const csv = join(realData, 'nasty/csv');

describe.skipIf(!existsSync(csv))('tables in seven encodings (needs ../shared/data)', () => {
  it.each(['utf8', 'utf8-bom', 'gb18030', 'utf16-bom', 'utf16le-nobom'])('%s', async (name) => {
    const { records, report } = await importAll(join(csv, `demand-${name}.csv`));
    expect(report.rejected).toBe(0);
    expect(records).toMatchObject([
      {
        title: { 'zh-CN': '石墨烯制备' },
        owner: { name: { 'zh-CN': '杭州某科技,有限公司' } },
        contact: { phone: '0571-88888888' },
      },
      { title: { en: '=1+1' }, contact: { phone: '+8613800138000' } },
    ]);
    expect(report.oddities).toContainEqual(expect.objectContaining({ kind: 'mobile-number', column: '联系电话' }));
  });

  it('big5', async () => {
    const { records } = await importAll(join(csv, 'demand-big5.csv'));
    expect(records).toMatchObject([{ title: { 'zh-CN': '石墨烯製備' } }]);
  });

  it('broken: refused, with the line', async () => {
    expect(await messageOf(importAll(join(csv, 'demand-badutf8.csv')))).toMatch(/^Line 2 is not UTF-8/);
  });
});

const topics = join(realData, 'demands/sbir-topics.jsonl.gz');

describe.skipIf(!existsSync(topics))('real demands (needs ../shared/data)', () => {
  it('come in whole but for a field that is not wanted', async () => {
    const { records, rejected, report } = await importAll(topics, ['weapons']);
    // The source has lost the title of its last one
    expect(rejected).toMatchObject([{ line: 117, fault: { code: 'title-missing' } }]);
    expect(report).toMatchObject({ read: 117, skipped: 17, created: 99, rejected: 1 });
    expect(JSON.stringify(records)).not.toContain('"Weapons"');
    expect(records.filter(({ keywords }) => (keywords?.en?.length ?? 0) > 0).length).toBeGreaterThan(90);
    const longest = Math.max(...records.map(({ summary }) => summary?.en?.length ?? 0));
    expect(longest).toBeGreaterThan(4000);
    for (const { summary, owner, source, publishedOn } of records) {
      expect(summary?.en).toContain('\n\n');
      expect(owner).toEqual({ name: { en: 'U.S. Air Force' } });
      expect(source.name).toBe('DoD-SBIR-2015.1');
      expect(publishedOn).toBe('2015-01');
    }
  });
});
