import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, MAX_QUERY_TERMS, parseQuery, type ParsedQuery } from '../../src/search/index.js';

const read = (q: string): ParsedQuery => parseQuery(q, ['title', 'institution']);
const required = (q: string): string[] =>
  read(q).required.map(({ field, terms }) => (field ? `${field}:` : '') + terms.map(({ term }) => term).join('+'));
const excluded = (q: string): string[] => read(q).excluded.map(({ terms }) => terms.map(({ term }) => term).join('+'));

describe('parseQuery', () => {
  it('makes one clause of each run and word', () => {
    expect(required('钙钛矿电池 矿 电池')).toEqual(['钙钛+钛矿+矿电+电池', '矿', '电池']);
    expect(required('BERT模型　Solar Cell')).toEqual(['bert', '模型', 'solar', 'cell']);
  });
  it('folds what it reads like a record', () => {
    expect(required('鈣鈦 ＡＢ')).toEqual(['钙钛', 'ab']);
  });
  it('keeps a quoted phrase together, with any kind of quotes', () => {
    for (const q of [
      '"solar 电池"',
      '“solar 电池”',
      '「solar 电池」',
      '『solar 电池』',
      '＂solar 电池＂',
      '｢solar 电池｣',
    ]) {
      expect(required(q), q).toEqual(['solar+电池']);
    }
    expect(read('"solar 电池"').required[0]?.terms.map(({ offset }) => offset)).toEqual([0, 1]);
    expect(required('关于“一带一路”的研究')).toEqual(['关于', '一带+带一+一路', '的研+研究']);
  });
  it('takes a stray quote for nothing', () => {
    expect(required('"solar 电池')).toEqual(['solar', '电池']);
    expect(required('solar" 电池 」')).toEqual(['solar', '电池']);
    expect(required('12" silicon wafer')).toEqual(['12', 'silicon', 'wafer']);
    expect(required('8" and 12" "silicon wafer"')).toEqual(['8', 'and', '12', 'silicon+wafer']);
  });
  it('takes a stray dash or colon for nothing', () => {
    expect(required('电池 - 锂 : ： 材料-')).toEqual(['电池', '锂', '材料']);
    expect(required('耐低温 -40℃')).toEqual(['耐低+低温', '40', 'c']);
    expect(required('-196 ~ －20%')).toEqual(['196', '20']);
    expect(required('钙钛矿：新进展')).toEqual(['钙钛+钛矿', '新进+进展']);
    expect(excluded('电池 -5G -2019')).toEqual(['5g', '2019']);
  });
  it('excludes after a minus at the start of a part only', () => {
    expect(excluded('电池 -锂 －"铅 酸" well-known')).toEqual(['锂', '铅+酸']);
    expect(required('电池 -锂 well-known')).toEqual(['电池', 'well', 'known']);
  });
  it('takes a field prefix only of fields that there are', () => {
    expect(required('title:电池 Institution：大学 other:电池 http://x.org')).toEqual([
      'title:电池',
      'institution:大学',
      'other',
      '电池',
      'http',
      'x',
      'org',
    ]);
    expect(required('title:"solar cell" title:')).toEqual(['title:solar+cell', 'title']);
  });
  it('takes Chinese names of the fields as well, in either script and with either colon', () => {
    for (const q of ['标题:电池', '標題：電池', '题名：电池', '标题： 电池', 'ｔｉｔｌｅ：电池', 'TITLE:电池']) {
      expect(required(q), q).toEqual(['title:电池']);
    }
    for (const q of ['单位:大学', '机构：大学', '機構：大學']) expect(required(q), q).toEqual(['institution:大学']);
    expect(excluded('-标题:“锂 电池”')).toEqual(['锂+电池']);
    expect(required('地址:杭州')).toEqual(['地址', '杭州']);
  });
  it('reads a patent or substance number as a whole in any spelling', () => {
    const spellings = {
      '2013101234567': [
        'ZL201310123456.7',
        'ZL 2013 1 0123456.7',
        'ＺＬ　２０１３　１　０１２３４５６．７',
        'CN201310123456.7',
        '201310123456.7',
        '2013101234567',
        '专利号：ZL201310123456.7',
        '专利号 ZL 2013 1 0123456.7',
        '"ZL 2013 1 0123456.7"',
      ],
      '201310123456x': ['ZL201310123456.X', 'zl 2013 1 0123456 . x'],
      '103456789': ['CN103456789A', 'CN 103456789 B', 'cn103456789', '公开号:CN103456789A', 'CN103456789B2'],
      '7440440': [
        '7440-44-0',
        '7440‐44‐0',
        '７４４０－４４－０',
        '7440 - 44 - 0',
        'CAS 7440-44-0',
        'CAS号：7440-44-0',
        'CAS No. 7440-44-0',
      ],
    };
    for (const [digits, list] of Object.entries(spellings))
      for (const q of list) expect(required(q), q).toEqual([digits]);
    expect(required('石墨 7440-44-0 ZL201310123456.7 膜')).toEqual(['石墨', '7440440', '2013101234567', '膜']);
    expect(excluded('石墨 -7440-44-0')).toEqual(['7440440']);
  });
  it('reads a number as a whole', () => {
    expect(required('7440-44-0 ZL201310123456.7 US6109270')).toEqual(['7440440', '2013101234567', 'us6109270']);
  });
  it('says the same thing once', () => {
    expect(required('电池 電池 电池')).toEqual(['电池']);
  });
  it('ignores what goes beyond its limits, and says so', () => {
    expect(read('电池').truncated).toBe(false);
    const long = read('电'.repeat(MAX_QUERY_LENGTH + 1));
    expect(long.truncated).toBe(true);
    const many = read(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' '));
    expect(many.truncated).toBe(true);
    expect(many.required).toHaveLength(MAX_QUERY_TERMS);
  });
  it('never fails', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '」',
      '-',
      '－',
      'title:',
      ':',
      ' ',
      '电池',
      'x',
      '\u3000',
      '\ud842',
      '(',
      '*',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((list) => list.join('')),
        ),
        (q) => {
          for (const clause of [...read(q).required, ...read(q).excluded]) {
            expect(clause.terms.length).toBeGreaterThan(0);
            expect(clause.terms[0]?.offset).toBe(0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
