import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFileError } from '../../../src/server/exchange/fault.js';
import { checkIndicatorColumns } from '../../../src/server/exchange/indicator-columns.js';
import { readIndicatorFile } from '../../../src/server/exchange/read-indicator-file.js';
import { bytesInMemory } from '../../../src/server/exchange/source-file.js';
import { readWorkbook } from '../../../src/server/exchange/read-workbook.js';
import { zipOf } from '../../support/zip.js';
import { sheet, workbook } from '../../support/workbook.js';

const read = (bytes: Uint8Array): unknown[] => readWorkbook(bytes, checkIndicatorColumns);
const codeOf = (bytes: Uint8Array): string => {
  try {
    read(bytes);
    return 'read';
  } catch (error) {
    return error instanceof SourceFileError ? error.fault.code : String(error);
  }
};

describe('a workbook', () => {
  it('is read from the row of headers on, titles above it left out', () => {
    const rows = [
      ['2025年度指标完成情况表', undefined, undefined],
      [undefined, undefined, '单位：项'],
      ['指标名称', '年份', '完成值'],
      ['落地转化项目', 2025, 96],
      ['发布成果', 2025, undefined],
    ];
    const merged = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>';
    expect(read(workbook([sheet(rows, merged)]))).toEqual([
      { line: 4, values: { 指标名称: '落地转化项目', 年份: 2025, 完成值: 96 } },
      { line: 5, values: { 指标名称: '发布成果', 年份: 2025 } },
    ]);
  });

  it('gives a merged cell to every row that it covers', () => {
    const rows = [
      ['板块', '指标名称', '完成值'],
      ['人才', '成果转化员', 500],
      [undefined, '技术经纪人', 50],
    ];
    expect(read(workbook([sheet(rows, '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')]))).toMatchObject([
      { values: { 板块: '人才' } },
      { values: { 板块: '人才', 指标名称: '技术经纪人' } },
    ]);
  });

  it('has dates as days and percentages as they are shown', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="#,##0.00&quot;元/day&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/><xf numFmtId="166"/></cellXfs></styleSheet>';
    const cells = [45838, 45838, 0.28, 45838, 1234.5].map(
      (value, at) => `<c r="${'ABCDE'[at]}2" s="${at + 1}"><v>${value}</v></c>`,
    );
    const headers = ['指标', '年份', '完成值', '截至', '目标'].map(
      (text, at) => `<c r="${'ABCDE'[at]}1" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    const xml = `<worksheet><sheetData><row r="1">${headers.join('')}</row><row r="2">${cells.join('')}</row></sheetData></worksheet>`;
    expect(read(workbook([{ xml }], { 'xl/styles.xml': styles }))).toEqual([
      { line: 2, values: { 指标: '2025-06-30', 年份: '2025-06-30', 完成值: '28%', 截至: '2025-06-30', 目标: 1234.5 } },
    ]);
  });

  it('takes shared texts without their readings', () => {
    const strings =
      '<sst><si><t>指标名称</t></si><si><r><t>落地</t></r><r><t xml:space="preserve">转化 &amp; 项目</t></r><rPh><t>luodi</t></rPh></si><si><t>完成值</t></si></sst>';
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>3</v></c></row></sheetData></worksheet>';
    expect(read(workbook([{ xml }], { 'xl/sharedStrings.xml': strings }))).toEqual([
      { line: 2, values: { 指标名称: '落地转化 & 项目', 完成值: 3 } },
    ]);
  });

  it('is read from the first sheet that is shown and understood', () => {
    const good = sheet([
      ['指标名称', '完成值'],
      ['甲', 1],
    ]);
    const hidden = {
      ...sheet([
        ['指标名称', '完成值'],
        ['旧', 0],
      ]),
      state: 'hidden',
    };
    const other = sheet([['说明'], ['请勿修改']]);
    expect(read(workbook([hidden, other, good]))).toEqual([{ line: 2, values: { 指标名称: '甲', 完成值: 1 } }]);
  });

  it('is known by its content, not by its name', async () => {
    const bytes = workbook([
      sheet([
        ['指标名称', '完成值'],
        ['甲', 1],
      ]),
    ]);
    expect(await readIndicatorFile(bytesInMemory('upload.csv', bytes))).toMatchObject({
      format: 'xlsx',
      rows: [{ line: 2 }],
    });
  });
});

describe('what is no workbook of indicators', () => {
  it('is told by what is wrong', () => {
    expect(
      codeOf(
        workbook([
          sheet([
            ['甲', '乙'],
            [1, 2],
          ]),
        ]),
      ),
    ).toBe('indicator-columns-unknown');
    expect(codeOf(zipOf({ 'word/document.xml': '<w/>' }))).toBe('workbook-broken');
    expect(codeOf(new Uint8Array())).toBe('workbook-broken');
  });

  it('never breaks the reader, whatever byte is damaged', () => {
    const bytes = workbook([
      sheet([
        ['指标名称', '完成值'],
        ['甲', 1],
      ]),
    ]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const damaged = isCut ? bytes.slice(0, at) : bytes.slice();
        if (!isCut) damaged[at] = byte;
        expect(['read', 'workbook-broken', 'indicator-columns-unknown']).toContain(codeOf(damaged));
      }),
      { numRuns: 300 },
    );
  });

  it('is not unpacked without end', () => {
    const bomb = ' '.repeat(65 * 1024 * 1024);
    expect(codeOf(workbook([{ xml: bomb }]))).toBe('workbook-broken');
  });
});
