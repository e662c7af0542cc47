import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Indicator, indicatorProgress } from '../../../src/domain/index.js';
import { faultText } from '../../../src/server/exchange/fault.js';
import type { RejectedRow } from '../../../src/server/exchange/import-records.js';
import { importIndicators, type IndicatorImportReport } from '../../../src/server/exchange/import-indicators.js';
import { readCsv } from '../../../src/server/exchange/read-csv.js';
import { rowsOfDocument } from '../../../src/server/exchange/read-indicator-tables.js';
import type { SourceRow } from '../../../src/server/exchange/source-row.js';
import { indicatorsCsv } from '../../../src/server/exchange/write-indicators.js';
import { IndicatorReader } from '../../../src/server/indicators/indicator-reader.js';
import type { Store } from '../../../src/server/store/store.js';
import { sampleIndicators } from '../../support/indicators.js';
import { recordOf } from '../../support/records.js';
import { openTestStore } from '../../support/stores.js';

const REAL = fileURLToPath(new URL('../../../../shared/data/indicators/kpi-real-numbers.json', import.meta.url));

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A source of its own for each test, so that codes do not meet. */
let prefix = 0;
beforeEach(() => {
  prefix += 1;
});

interface Imported {
  readonly report: IndicatorImportReport;
  readonly reasons: string[];
  /** What the platform then has, by name. */
  readonly byTitle: ReadonlyMap<string, Indicator>;
}

async function importRows(rows: readonly object[] | AsyncIterable<SourceRow>, into = store): Promise<Imported> {
  const rejected: RejectedRow[] = [];
  const source: Iterable<SourceRow> | AsyncIterable<SourceRow> = Array.isArray(rows)
    ? rows.map((values, at) => ({ line: at + 1, values: values as Record<string, unknown> }))
    : (rows as AsyncIterable<SourceRow>);
  const report = await importIndicators(source, {
    store: into,
    language: 'zh-CN',
    sourceName: '统计表',
    now: '2026-05-18T00:00:00.000Z',
    by: '统计科',
    reason: { 'zh-CN': '导入统计表' },
    onReject: (row) => rejected.push(row),
  });
  const { items } = await new IndicatorReader(into).published();
  return {
    report,
    reasons: rejected.map(({ line, fault }) => `${line} ${faultText(fault, 'zh-CN')}`),
    byTitle: new Map(items.map((each) => [each.title['zh-CN'] ?? each.title.en ?? '', each])),
  };
}

describe('a table with Chinese headers', () => {
  it('becomes an indicator with its figures and targets', async () => {
    const row = {
      序号: '3',
      指标名称: `落地转化项目 ${prefix}`,
      指标编码: `projects-${prefix}`,
      所属板块: '总体目标',
      单位: '项',
      统计口径: '年度新增',
      责任部门: '区科技局',
    };
    const { report, byTitle } = await importRows([
      { ...row, 年份: '2024年', 完成值: '88', 目标值: '100' },
      { ...row, 年份: '2025年', 完成值: '1,104', 目标值: '100项', 截至: '2025年6月30日', 备注: '初步' },
    ]);
    expect(report).toMatchObject({ read: 2, rejected: 0, indicators: { created: 1 }, figures: { entered: 2 } });
    expect(byTitle.get(`落地转化项目 ${prefix}`)).toMatchObject({
      code: `projects-${prefix}`,
      order: 3,
      section: { code: 'goals', label: { 'zh-CN': '总体目标', en: 'Overall targets' } },
      unit: { 'zh-CN': '项' },
      basis: 'annualNew',
      responsibleOffice: { name: { 'zh-CN': '区科技局' } },
      targets: [
        { periodStart: '2024', value: 100 },
        { periodStart: '2025', value: 100 },
      ],
      observations: [
        { periodStart: '2024', periodEnd: '2024', value: 88 },
        { periodStart: '2025', value: 1104, asOf: '2025-06-30', note: { 'zh-CN': '初步' } },
      ],
    });
  });

  it('may have a column for each year, with gaps, zeros and words for what is missing', async () => {
    const title = `众创空间 ${prefix}`;
    const { report, byTitle } = await importRows([
      { 指标: title, 单位: '家', '2021年': '0', '2022': '', '2023': 'na', 2024: 12, '2025年第一季度': '3' },
    ]);
    expect(byTitle.get(title)?.observations).toEqual([
      { periodStart: '2021', periodEnd: '2021', value: 0 },
      { periodStart: '2023', periodEnd: '2023', absence: 'not-available' },
      { periodStart: '2024', periodEnd: '2024', value: 12 },
      { periodStart: '2025-01', periodEnd: '2025-03', value: 3 },
    ]);
    expect(report.oddities.map(({ kind }) => kind).toSorted()).toEqual(['basis-assumed', 'code-made']);
  });

  it('takes the unit from a header', async () => {
    const title = `合同额 ${prefix}`;
    const { byTitle } = await importRows([{ 指标: title, 年度: '2025', '完成值（亿元）': '214.37' }]);
    expect(byTitle.get(title)).toMatchObject({ unit: { 'zh-CN': '亿元' }, observations: [{ value: 214.37 }] });
  });
});

describe('a row that cannot be used', () => {
  it('is rejected with its reason, and the others are kept', async () => {
    const title = `指标 ${prefix}`;
    const { report, reasons, byTitle } = await importRows([
      { 指标: title, 年份: '2023', 完成值: '5', 单位: '家' },
      { 指标: title, 年份: '2024', 完成值: '见附件', 单位: '家' },
      { 指标: title, 年份: '昨天', 完成值: '5', 单位: '家' },
      { 指标: title, 完成值: '5', 单位: '家' },
      { 指标: title, 年份: '2025', 完成值: '5', 单位: '亿元' },
      { 指标: title, 年份: '2025', 完成值: '5', 口径: '随意' },
      { 年份: '2025', 完成值: '5' },
      { 指标: title, 年份: '2025-02-30', 完成值: '5' },
    ]);
    expect(reasons).toEqual([
      expect.stringContaining('2 “完成值”不是数值：见附件'),
      expect.stringContaining('3 “年份”不是期间：昨天'),
      expect.stringContaining('4 有数值但没有期间'),
      expect.stringContaining('5 计量单位不一致：这一行为“亿元”，该指标为“家”'),
      expect.stringContaining('6 “口径”的值“随意”不在可选范围内：年度新增'),
      expect.stringContaining('7 既没有指标名称'),
      expect.stringContaining('8 “年份”不是期间：2025-02-30'),
    ]);
    expect(report).toMatchObject({ read: 8, rejected: 7 });
    expect(byTitle.get(title)?.observations).toMatchObject([{ value: 5 }]);
  });
});

describe('importing again', () => {
  it('changes nothing with the same file', async () => {
    const rows = [{ 指标: `指标 ${prefix}`, 年份: '2024', 完成值: '5', 单位: '家', 口径: '累计' }];
    await importRows(rows);
    expect((await importRows(rows)).report).toMatchObject({
      indicators: { created: 0, updated: 0, unchanged: 1 },
      figures: { entered: 0, corrected: 0, unchanged: 1 },
    });
  });

  it('keeps what a shorter table leaves out, and what a correction replaces', async () => {
    const title = `指标 ${prefix}`;
    const full = {
      编码: `short-${prefix}`,
      指标名称: title,
      英文名称: 'Indicator',
      单位: '家',
      口径: '存量',
      定义: '年末数',
    };
    await importRows([{ ...full, 年份: '2024', 完成值: '5' }]);
    const { report, byTitle } = await importRows([{ 编码: `short-${prefix}`, 年份: '2024', 完成值: '6' }]);
    expect(report).toMatchObject({ rejected: 0, figures: { corrected: 1 } });
    expect(byTitle.get(title)).toMatchObject({
      title: { 'zh-CN': title, en: 'Indicator' },
      basis: 'stock',
      definition: { 'zh-CN': '年末数' },
      observations: [{ value: 6, revisions: [{ value: 5, reason: { 'zh-CN': '导入统计表' } }] }],
    });
  });

  it('keeps the others where the store refuses one', async () => {
    const native = {
      kind: 'indicator',
      title: { 'zh-CN': '甲' },
      lang: 'zh-CN',
      basis: 'stock',
      observations: [],
    } as const;
    // Its source already knows another indicator by this id, which the platform has under an id of its own
    const source = { name: 's', id: `taken-${prefix}` };
    await store.putRecords([recordOf(`own-${prefix}`, { ...native, code: `first-${prefix}`, source })]);
    const { report, reasons, byTitle } = await importRows([
      { ...native, code: `second-${prefix}`, source },
      { 编码: `third-${prefix}`, 指标名称: `丙 ${prefix}`, 口径: '存量', 年份: '2024', 完成值: '3' },
    ]);
    expect(reasons).toEqual([expect.stringContaining(`1 second-${prefix}：`)]);
    expect(report).toMatchObject({ rejected: 1, indicators: { created: 1 }, figures: { entered: 1 } });
    expect(byTitle.get(`丙 ${prefix}`)?.observations).toMatchObject([{ value: 3 }]);
  });

  it('refuses figures for what the platform computes', async () => {
    const code = `computed-${prefix}`;
    await importRows([{ 编码: code, 指标名称: '发布成果', 口径: '年度新增', 平台计算: 'achievements-published' }]);
    const { reasons } = await importRows([{ 编码: code, 年份: '2024', 完成值: '6' }]);
    expect(reasons).toEqual([expect.stringContaining('该指标由平台自动计算')]);
  });
});

describe('a trial', () => {
  it('reports without a store', async () => {
    const rows = [{ line: 1, values: { 指标: '甲', 年份: '2024', 完成值: '约5', 单位: '家' } }];
    const report = await importIndicators(rows, {
      language: 'zh-CN',
      sourceName: 's',
      now: '2026-05-18T00:00:00.000Z',
      by: 'x',
      reason: { en: 'trial' },
    });
    expect(report).toMatchObject({ read: 1, rejected: 0, indicators: { created: 0 } });
    expect(report.oddities.map(({ kind }) => kind)).toContain('figure-rough');
  });
});

/** The rows of a CSV text, as a file of it is read. */
function rowsOfCsv(text: string): AsyncIterable<SourceRow> {
  async function* pieces(): AsyncIterable<string> {
    yield text.replace(/^\uFEFF/, '');
  }
  return readCsv(pieces(), 1_000_000);
}

describe('the platform’s own table', () => {
  /** What a table carries of an indicator. */
  const carried = ({
    code,
    title,
    unit,
    basis,
    order,
    decimals,
    definition,
    formula,
    section,
    targets = [],
    observations,
  }: Indicator): object => ({
    code,
    title,
    unit,
    basis,
    order,
    decimals,
    definition,
    formula,
    section,
    targets: targets.map(({ periodStart, periodEnd, value }) => ({ periodStart, periodEnd, value })),
    observations: observations.map(({ revisions: _history, ...each }) => each),
  });

  it.each(['zh-CN', 'en'] as const)('brings every figure and target back, in %s', async (lang) => {
    const entered = sampleIndicators.filter(({ computed }) => !computed);
    const own = entered.map((each): Indicator => Object.assign({}, each, { code: `${lang}-${each.code}` }));
    const { report } = await importRows(rowsOfCsv(indicatorsCsv(own, lang)));
    expect(report).toMatchObject({ rejected: 0, indicators: { created: own.length } });
    const { items } = await new IndicatorReader(store).published();
    for (const each of own) {
      const back = items.find(({ code }) => code === each.code);
      expect(back && carried(back)).toEqual(carried(each));
      expect(back && indicatorProgress(back).state).toBe(indicatorProgress(each).state);
    }
  });

  it('brings any figure, name and remark back', async () => {
    const words = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => `名${text.replace(/\s+/g, '')}`);
    const storable = words.filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    let nr = 0;
    await fc.assert(
      fc.asyncProperty(
        storable,
        fc.constantFrom('=cmd', '-1+2', '@sum', "'=x", '"引号", 逗号', '第一行；第二行'),
        fc.dictionary(
          fc.integer({ min: 1950, max: 2050 }).map(String),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          {
            minKeys: 1,
            maxKeys: 6,
          },
        ),
        async (name, note, figures) => {
          nr += 1;
          const indicator: Indicator = {
            ...sampleIndicators[1]!,
            code: `any-${nr}`,
            title: { 'zh-CN': name },
            targets: [],
            observations: Object.entries(figures).map(([year, value]) => ({
              periodStart: year,
              periodEnd: year,
              value: value === 0 ? 0 : value,
              note: { 'zh-CN': note },
            })),
          };
          await importRows(rowsOfCsv(indicatorsCsv([indicator], 'zh-CN')));
          const back = await new IndicatorReader(store).find(`any-${nr}`, { isOperator: false });
          expect(back && carried(back)).toEqual(carried({ ...indicator, title: { 'zh-CN': name.trim() } }));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe.skipIf(!existsSync(REAL))('real numbers (../shared/data)', () => {
  let real: Store;
  let imported: Imported;
  beforeAll(async () => {
    real = await openTestStore();
    imported = await importRows(rowsOfDocument(JSON.parse(readFileSync(REAL, 'utf8'))), real);
  });
  afterAll(() => real.close());
  const values = (title: string): unknown[] =>
    imported.byTitle.get(title)?.observations.map(({ value, absence }) => value ?? absence) ?? [];

  it('come in without a loss', () => {
    expect(imported.reasons).toEqual([]);
    // 11 agencies over ten years, ten activities of seven agencies, 13 facts
    expect(imported.byTitle.size).toBe(11 + 70 + 13);
    expect(imported.report.figures.entered).toBe(110 + 70 + 10);
    expect(imported.report.ignoredColumns).toEqual([]);
  });

  it('keep zeros as zeros and jumps as they are', () => {
    expect(values('New licenses by agency: DHS')).toEqual([0, 0, 0, 0, 3, 1, 0, 0, 0, 0]);
    expect(values('New licenses by agency: DOD')).toEqual([63, 44, 59, 24, 69, 35, 162, 168, 58, 70]);
    expect(imported.byTitle.get('New licenses by agency: DOE')).toMatchObject({
      code: 'new-licenses-by-agency-doe',
      unit: { en: 'licenses' },
      basis: 'annualNew',
      observations: [
        { periodStart: '2011', value: 822, source: { name: expect.stringMatching(/^NSF\/NCSES/) as string } },
        ...Array.from({ length: 9 }, () => ({})),
      ],
    });
  });

  it('know "na" for a figure that is missing, beside a true zero', () => {
    expect(values('Total startups supported: All')).toEqual(['not-available']);
    expect(values('Total startups supported: DHS')).toEqual([0]);
    expect(values('Total startups supported: NASA')).toEqual([19]);
    expect(values('Other collaborative R&D: All')).toEqual([18472]);
    expect(imported.byTitle.get('Total startups supported: All')?.observations[0]?.periodStart).toBe('2016');
  });

  it('have Chinese units, and the wording of what is only about right', () => {
    expect(imported.byTitle.get('杭州市级孵化器')).toMatchObject({
      unit: { 'zh-CN': '家' },
      basis: 'stock',
      observations: [{ periodStart: '2018-12-31', periodEnd: '2018-12-31', asOf: '2018-12-31', value: 148 }],
    });
    expect(imported.byTitle.get('纳斯科创园入驻率')).toMatchObject({ unit: { 'zh-CN': '%' }, basis: 'ratio' });
    expect(imported.byTitle.get('梦想小镇集聚资本管理机构')?.observations).toMatchObject([
      { value: 1400, confidence: 'low', note: { 'zh-CN': '原文：1400余' }, asOf: '2019-07' },
    ]);
  });

  it('take what is aimed at for a target, never for a figure', () => {
    const area = imported.byTitle.get('浙江2030孵化器总面积目标');
    expect(area).toMatchObject({
      unit: { 'zh-CN': '平方米' },
      observations: [],
      note: { 'zh-CN': '突破' },
      targets: [{ periodStart: '2030', periodEnd: '2030', value: 30_000_000 }],
    });
    expect(area && indicatorProgress(area).state).toBe('unknown');
  });

  it('change nothing when they are imported again', async () => {
    const again = await importRows(rowsOfDocument(JSON.parse(readFileSync(REAL, 'utf8'))), real);
    expect(again.report).toMatchObject({
      indicators: { created: 0, updated: 0 },
      figures: { entered: 0, corrected: 0 },
    });
  });
});
