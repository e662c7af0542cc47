import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../src/server/exchange/detect-encoding.js';
import { openRows } from '../../../src/server/exchange/read-rows.js';
import { encode, messageOf, readAll, realData, writeFile } from './support.js';

const values = (rows: Awaited<ReturnType<typeof readAll>>): unknown[] =>
  rows.map((row) => ('values' in row ? row.values : row.fault.code));

describe('formats are found from the content', () => {
  const record = { id: '1', title: '钙钛矿电池' };
  const json = JSON.stringify(record);
  it.each([
    ['JSON Lines under any name', 'a.txt', `${json}\n${json}\n`, 'jsonl'],
    ['JSON Lines of one line without line end', 'a.json', json, 'jsonl'],
    ['JSON Lines whose first line is broken', 'a.jsonl', `{"id":\n${json}\n`, 'jsonl'],
    ['an array', 'a.jsonl', `[${json},\n${json}]`, 'json'],
    ['an object with items', 'a.json', JSON.stringify({ total: 1, items: [record] }), 'json'],
    ['an object with records over many lines', 'a.json', JSON.stringify({ records: [record] }, null, 2), 'json'],
    ['a table', 'a.csv', 'id,title\n1,钙钛矿电池\n', 'csv'],
    ['a table whose header begins with a brace', 'a.csv', '{id},title\n1,x\n', 'csv'],
  ])('%s', async (_, name, content, format) => {
    expect((await openRows(writeFile(name, content))).format).toBe(format);
  });

  it('refuses a text that its name calls JSON and that is none', async () => {
    expect(await messageOf(openRows(writeFile('a.json', '<html><body>502')))).toContain(
      'begins with "<html><body>502"',
    );
  });
});

describe('JSON Lines', () => {
  it('reads each line with its number, skips blank ones and goes on after a broken one', async () => {
    const rows = await readAll(writeFile('a.jsonl', '\n{"a":1}\r\n\n{"a":\n"text"\n[1]\n{"a":2}'));
    expect(rows.map((row) => row.line)).toEqual([2, 4, 5, 6, 7]);
    expect(values(rows)).toEqual([{ a: 1 }, 'row-not-json', 'row-not-object', 'row-not-object', { a: 2 }]);
  });

  it('refuses a line of over a million characters without holding it, and reads on', async () => {
    const long = `{"a":"${'长'.repeat(1_200_000)}"}`;
    const rows = await readAll(writeFile('a.jsonl', `{"a":1}\n${long}\n{"a":2}\n`));
    expect(values(rows)).toEqual([{ a: 1 }, 'row-too-long', { a: 2 }]);
    expect(rows[1]).toMatchObject({ line: 2, text: expect.stringMatching(/^.{200}$/) });
  });

  it('keeps U+2028 inside a line', async () => {
    expect(values(await readAll(writeFile('a.jsonl', '{"a":"x\u2028y"}\n')))).toEqual([{ a: 'x\u2028y' }]);
  });
});

describe('JSON documents', () => {
  it('gives the line on which each record begins, and sets a broken record aside', async () => {
    const rows = await readAll(writeFile('a.json', '[\n {"a": 1},\n {"a": "[}]"}, {"a": nope},\n\n {"a": "]},"}\n]\n'));
    expect(rows.map((row) => row.line)).toEqual([2, 3, 3, 5]);
    expect(values(rows)).toEqual([{ a: 1 }, { a: '[}]' }, 'row-not-json', { a: ']},' }]);
  });

  it('reads the list of an object and leaves the rest of it alone', async () => {
    const document = {
      meta: { items: ['no'], note: '"items":[' },
      total: 2,
      items: [{ a: 1 }, { a: { b: [2, '}'] } }],
      next: [],
    };
    for (const indent of [0, 2]) {
      const rows = await readAll(writeFile('a.json', JSON.stringify(document, null, indent)));
      expect(values(rows)).toEqual(document.items);
    }
  });

  it.each([
    ['a document that is cut off', '[{"a":1},{"a":', 'ends before the document does'],
    ['text after the end', '[{"a":1}] {', 'after the end'],
    ['an object without a list', '{\n"title": "x"\n}', 'no list of records'],
    ['a list closed by a brace', '[{"a":1}}', 'line 1'],
  ])('refuses %s', async (_, content, message) => {
    expect(await messageOf(readAll(writeFile('a.json', content)))).toContain(message);
  });

  it('cuts any list of records exactly as a parser of the whole would', async () => {
    const anyRecord = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(0, 1),
        async (records, indent) => {
          const rows = await readAll(writeFile('a.json', JSON.stringify(records, null, indent)));
          expect(values(rows)).toEqual(JSON.parse(JSON.stringify(records)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('CSV', () => {
  it.each([
    ['comma', 'a,b\n1,"x,y"\n'],
    ['semicolon', 'a;b\n1;x,y\n'],
    ['tab', 'a\tb\n1\tx,y\n'],
  ])('finds the delimiter: %s', async (_, content) => {
    expect(values(await readAll(writeFile('a.csv', content)))).toEqual([{ a: '1', b: 'x,y' }]);
  });

  it('gives the line on which each record begins, whatever the line ends', async () => {
    const rows = await readAll(writeFile('a.csv', 'a,b\r\n1,"two\nlines"\r\n\n2,x\n3,y'));
    expect(rows.map((row) => row.line)).toEqual([2, 5, 6]);
    expect(values(rows)).toEqual([
      { a: '1', b: 'two\nlines' },
      { a: '2', b: 'x' },
      { a: '3', b: 'y' },
    ]);
  });

  it('takes a quotation mark inside a value as it is', async () => {
    expect(values(await readAll(writeFile('a.csv', 'a,b\n5" pipe,x\n"q"x,7\n8,9\n')))).toEqual([
      { a: '5" pipe', b: 'x' },
      { a: '"q"x', b: '7' },
      { a: '8', b: '9' },
    ]);
  });

  it('sets a row with more values than columns aside, and lets one with fewer pass', async () => {
    const rows = await readAll(writeFile('a.csv', 'a,b\n1,2,3\n1\n1,2,\n'));
    expect(values(rows)).toEqual(['row-extra-columns', { a: '1' }, { a: '1', b: '2' }]);
  });

  it('names the line where a quotation mark is never closed', async () => {
    expect(await messageOf(readAll(writeFile('a.csv', 'a,b\n1,2\n"3,4\n5,6\n')))).toContain('begins at line 3');
  });

  it('lets the caller refuse a header before any row is read', async () => {
    const path = writeFile('a.csv', 'x,y\n1,2\n');
    const checkColumns = (columns: readonly string[]) =>
      ({ code: 'columns-unknown', details: { columns: columns.join(' ') } }) as const;
    expect(await messageOf(readAll(path, { checkColumns }))).toContain('x y');
  });
});

describe('encodings', () => {
  const simplified = '成果名称,完成单位,简介\n钙钛矿太阳能电池组件,杭州光电研究所,面向建筑一体化的柔性组件\n';
  const traditional = '成果名稱,完成單位,簡介\n鈣鈦礦太陽能電池組件,杭州光電研究所,面向建築一體化的柔性組件\n';

  it.each<[string, Encoding, string, readonly number[]]>([
    ['UTF-8', 'utf-8', simplified, []],
    ['UTF-8 with mark', 'utf-8', simplified, [0xef, 0xbb, 0xbf]],
    ['UTF-16 LE with mark', 'utf-16le', simplified, [0xff, 0xfe]],
    ['UTF-16 BE with mark', 'utf-16be', simplified, [0xfe, 0xff]],
    ['UTF-16 LE without mark', 'utf-16le', simplified, []],
    ['UTF-16 BE without mark', 'utf-16be', simplified, []],
    ['GB18030', 'gb18030', simplified, []],
    ['Big5', 'big5', traditional, []],
  ])('reads %s, plain and packed', async (_, encoding, text, mark) => {
    const bytes = Buffer.concat([Uint8Array.from(mark), encode(text, encoding)]);
    const [header = '', row = ''] = text.split('\n');
    const [first = ''] = header.split(',');
    for (const content of [bytes, gzipSync(bytes)]) {
      const path = writeFile('a.csv', content);
      expect((await openRows(path)).encoding).toBe(encoding);
      expect(values(await readAll(path))).toEqual([expect.objectContaining({ [first]: row.split(',')[0] })]);
    }
  });

  it('refuses bytes that are broken in the middle of UTF-8, with their line', async () => {
    const bytes = Buffer.concat([Buffer.from('标题\n第一行\n第'), Uint8Array.of(0xff), Buffer.from('行\n')]);
    const message = await messageOf(openRows(writeFile('a.csv', bytes)));
    expect(message).toContain('Line 3');
    expect(message).toContain('Save the file as UTF-8');
  });

  it('takes a zero byte in UTF-8 for the stray character that it is', async () => {
    expect(values(await readAll(writeFile('a.csv', 'ab,\0,x\n1,2,3\n')))).toHaveLength(1);
    expect((await openRows(writeFile('a.csv', '标题,\0\nx,\0\n'))).encoding).toBe('utf-8');
    expect((await openRows(writeFile('a.csv', encode('id,title\n1,x\n', 'utf-16le')))).encoding).toBe('utf-16le');
  });

  it('refuses rather than guesses: a Western text, UTF-32, half a UTF-16 character', async () => {
    const western = Buffer.from('titre,résumé\nProcédé,Fabrication à façon\n', 'latin1');
    expect(await messageOf(openRows(writeFile('a.csv', western)))).toContain('neither GB18030 nor Big5');
    const utf32 = Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0);
    expect(await messageOf(openRows(writeFile('a.csv', utf32)))).toContain('UTF-32');
    const half = Buffer.concat([
      Uint8Array.of(0xff, 0xfe),
      Buffer.from('标题\n值', 'utf16le'),
      Uint8Array.of(0x3d, 0xd8),
    ]);
    expect(await messageOf(openRows(writeFile('a.csv', half)))).toContain('UTF-16LE');
  });

  it('takes the encoding that its owner names, and checks it', async () => {
    const path = writeFile('a.csv', encode('題名\n鈣\n', 'gb18030'));
    expect(values(await readAll(path, { encoding: 'gb18030' }))).toEqual([{ 題名: '鈣' }]);
    expect(await messageOf(readAll(path, { encoding: 'utf-8' }))).toContain('UTF-8');
  });
});

describe('files that hold no records', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'no text'],
    ['white space', ' \n\n', 'no text'],
    ['a packed nothing', gzipSync(''), 'no text'],
    [
      'a workbook',
      Buffer.concat([Uint8Array.of(0x50, 0x4b, 3, 4), Buffer.alloc(26), Buffer.from('[Content_Types].xml')]),
      'CSV UTF-8',
    ],
    [
      'a zip archive',
      Buffer.concat([Uint8Array.of(0x50, 0x4b, 3, 4), Buffer.alloc(26), Buffer.from('data.csv')]),
      'Unpack it',
    ],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a gzip file that is cut off', gzipSync('title\n' + 'x'.repeat(1000)).subarray(0, 25), 'cut off'],
  ])('%s', async (_, content, message) => {
    expect(await messageOf(openRows(writeFile('a.csv', content)))).toContain(message);
  });

  it('an absent file and a folder', async () => {
    const path = writeFile('a.csv', 'x');
    expect(await messageOf(openRows(`${path}.none`))).toContain('There is no file');
    expect(await messageOf(openRows(join(path, '..')))).toContain('folder');
  });
});

const nasty = join(realData, 'nasty/csv');
describe.skipIf(!existsSync(nasty))('one table in seven encodings (needs ../shared/data)', () => {
  it.each(['utf8', 'utf8-bom', 'utf16-bom', 'utf16le-nobom', 'gb18030'])(
    '%s is read to the same rows',
    async (name) => {
      const rows = await readAll(join(nasty, `demand-${name}.csv`));
      expect(rows).toEqual([
        { line: 2, values: { 项目名称: '石墨烯制备', 单位: '杭州某科技,有限公司', 联系电话: '0571-88888888' } },
        { line: 3, values: { 项目名称: '=1+1', 单位: '多行\n单元格', 联系电话: '+8613800138000' } },
      ]);
    },
  );

  it('Big5 is read', async () => {
    expect(values(await readAll(join(nasty, 'demand-big5.csv')))).toEqual([{ 項目名稱: '石墨烯製備', 單位: '某公司' }]);
  });

  it('broken UTF-8 is refused with its line and what to do', async () => {
    const message = await messageOf(openRows(join(nasty, 'demand-badutf8.csv')));
    expect(message).toContain('Line 2 is not UTF-8');
    expect(message).toContain('Save the file as UTF-8');
  });
});
