import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { ROW_KINDS, type RowKind } from '../../../src/server/exchange/row-kinds.js';
import { readRecord } from '../../../src/server/exchange/read-record.js';
import { readUpload } from '../../../src/server/exchange/read-upload.js';
import { readWorkbook } from '../../../src/server/exchange/read-workbook.js';
import { bytesInMemory } from '../../../src/server/exchange/source-file.js';
import { SAMPLE_MARK, TEMPLATE_COLUMNS, type TemplateKind } from '../../../src/server/exchange/template-columns.js';
import { openArchive } from '../../../src/server/exchange/unzip.js';
import { templateCsv, templateWorkbook } from '../../../src/server/exchange/write-template.js';
import { columnName } from '../../../src/server/exchange/write-workbook.js';

const options = { fallbackSource: '平台', now: '2026-01-02T03:04:05.000Z' };
const kinds: Readonly<Record<TemplateKind, RowKind>> = {
  demand: ROW_KINDS.demands,
  achievement: ROW_KINDS.achievements,
};

describe.each(['demand', 'achievement'] as const)('the template of a %s', (kind: TemplateKind) => {
  const headers = TEMPLATE_COLUMNS[kind].map(({ header }) => header);
  const partOf = (name: string): string => new TextDecoder().decode(openArchive(templateWorkbook(kind))(name));

  it('has headers that the import understands, and a sample whose every value it reads', () => {
    const unknown = headers.filter((header) => !kinds[kind].findColumn(header));
    expect(unknown).toEqual([]);
    const sample = Object.fromEntries(TEMPLATE_COLUMNS[kind].map(({ header, example }) => [header, example]));
    const mapped = readRecord(kinds[kind], sample, options, 'zh-CN');
    if ('fault' in mapped) throw new Error(mapped.fault.code);
    expect(mapped.ignored).toEqual([]);
    expect(
      mapped.oddities.map(({ kind: oddity }) => oddity).filter((oddity) => !/^no-(id|date)$/.test(oddity)),
    ).toEqual([]);
  });

  it('is the same as a workbook and as CSV, which begins with a byte order mark', () => {
    const csv = templateCsv(kind);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [header, sample = []] = parse(csv, { bom: true }) as string[][];
    expect(header).toEqual(headers);
    expect(sample[0]?.startsWith(SAMPLE_MARK)).toBe(true);
    const [row] = readWorkbook(templateWorkbook(kind), kinds[kind].checkColumns);
    const values = row && 'values' in row ? row.values : {};
    expect(headers.map((name) => values[name] ?? '')).toEqual(sample);
  });

  it('offers the labels of code lists, from a sheet of their own, without forbidding others', () => {
    const lists = TEMPLATE_COLUMNS[kind].filter(({ list, choices }) => list !== undefined || choices);
    const table = partOf('xl/worksheets/sheet1.xml');
    expect(table.match(/<dataValidation /g)).toHaveLength(lists.length);
    expect(table).not.toContain('showErrorMessage="1"');
    const at = headers.findIndex((header) => /方式/.test(header));
    expect(table).toContain(`sqref="${columnName(at)}2:${columnName(at)}2000"`);
    expect(partOf('xl/worksheets/sheet2.xml')).toContain(kind === 'demand' ? '委托开发' : '作价投资');
    expect(partOf('xl/worksheets/sheet3.xml')).toContain('填写说明'.slice(2));
  });

  it.each(['csv', 'xlsx'])('brings nothing when it comes back as it was given, as %s', async (format) => {
    const bytes = format === 'csv' ? Buffer.from(templateCsv(kind)) : templateWorkbook(kind);
    const upload = await readUpload(kind, bytesInMemory('', bytes), {
      language: 'zh-CN',
      source: '平台',
      by: '办公室',
      now: options.now,
    });
    expect(upload).toEqual({ rows: 0, items: [], faults: [], oddities: [], ignoredColumns: [] });
  });
});

it('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
