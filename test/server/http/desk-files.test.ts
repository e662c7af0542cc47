import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/sdk/index.js';
import { DeskSubmission } from '../../../src/domain/desk.js';
import type { UploadReport } from '../../../src/server/http/desk-uploads.js';
import type { Platform } from '../../../src/server/platform.js';
import type { AuditNote } from '../../../src/server/store/audit.js';
import type { Store } from '../../../src/server/store/store.js';
import { eachStore } from '../../support/stores.js';
import { sheet, workbook } from '../../support/workbook.js';
import { startQuietly } from './support.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const table = [
  ['需求名称', '需求单位', '需求类型', '预算金额（万元）', '联系人', '联系电话', '备注栏'],
  ['【示例】燃气轮机叶片涂层', '示例公司', '', '', '', '', ''],
  ['=HYPERLINK("http://evil.example","点我")', '甲公司', '技术攻关', '50-100', '张三', '0571-12345678', ''],
  ['水下机器人密封', '乙公司', '揭榜', '约30', '', '', '某备注'],
  ['', '丙公司', '', '', '', '', ''],
];

eachStore('files of the desk', (openEmptyStore) => {
  const notes: AuditNote[] = [];
  let platform: Platform;
  let tokens: { desk: string; publisher: string; privacy: string; importer: string };
  beforeAll(async () => {
    const opened = await openEmptyStore();
    const { deskExports } = opened;
    const store: Store = {
      ...opened,
      deskExports: {
        details: (references, people) => deskExports.details(references, people),
        note: async (note) => {
          if (note.action === 'export') notes.push(note);
          await deskExports.note(note);
        },
      },
    };
    const secret = async (label: string, scopes: readonly string[]): Promise<string> =>
      (await store.createToken({ label, scopes })).secret;
    tokens = {
      desk: await secret('办公室', ['desk']),
      publisher: await secret('发布员', ['desk', 'publish']),
      privacy: await secret('合规', ['desk', 'privacy']),
      importer: await secret('导入', ['import']),
    };
    platform = await startQuietly({ store, source: '示范平台' });
  });
  afterAll(() => platform.close());

  const ask = (path: string, token: string | undefined, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    return fetch(`${platform.url}/api/v1/desk/${path}`, { ...init, headers });
  };
  const upload = async (query: string, rows: unknown = table, token = tokens.desk, lang = 'zh-CN') => {
    const body = Array.isArray(rows) ? workbook([sheet(rows as string[][])]) : (rows as Uint8Array);
    const response = await ask(`uploads/demand?${query}&lang=${lang}`, token, {
      method: 'POST',
      headers: { 'content-type': WORKBOOK },
      body: body as Uint8Array<ArrayBuffer>,
    });
    expect(response.status).toBe(200);
    return (await response.json()) as UploadReport;
  };
  const queue = async (query = ''): Promise<{ total: number; items: { reference: string }[] }> =>
    (await (await ask(`submissions?${query}`, tokens.desk)).json()) as {
      total: number;
      items: { reference: string }[];
    };

  describe('templates', () => {
    it.each(['demand.xlsx', 'demand.csv', 'achievement.xlsx', 'achievement.csv'])('%s', async (name) => {
      const response = await ask(`templates/${name}`, tokens.desk);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain(`${name.replace('.', '-template.')}`);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300);
      expect((await ask(`templates/${name}`, undefined)).status).toBe(401);
      expect((await ask(`templates/${name}`, tokens.importer)).status).toBe(403);
    });
  });

  describe('an upload', () => {
    let before: number;
    beforeEach(async () => {
      before = (await queue()).total;
    });

    it('says on trial what would become of each row and column, and changes nothing', async () => {
      const report = await upload('dryRun=true');
      expect(report).toMatchObject({
        kind: 'demand',
        dryRun: true,
        rows: 3,
        accepted: 2,
        rejected: 1,
        created: 0,
        known: 0,
      });
      expect(report.faults).toEqual([{ row: 5, column: '需求名称', code: 'title-missing', message: '缺少名称。' }]);
      expect(report.oddities).toContainEqual({
        row: 4,
        column: '需求类型',
        value: '揭榜',
        code: 'unknown-value',
        message: '“需求类型”的值不在代码表中，已按原文保留',
      });
      expect(report.oddities).toContainEqual(
        expect.objectContaining({ row: 4, column: '预算金额（万元）', code: 'budget-as-text' }),
      );
      expect(report.ignoredColumns).toEqual(['备注栏']);
      expect((await queue()).total).toBe(before);
      const english = await upload('', table, tokens.desk, 'en');
      expect(english.faults[0]?.message).toBe('No title.');
    });

    it('makes a submission of each sound row, once, with contacts kept from the public part', async () => {
      const report = await upload('dryRun=false');
      expect(report).toMatchObject({ rows: 3, accepted: 2, created: 2, known: 0 });
      expect((await queue()).total).toBe(before + 2);
      const [first = '', second = ''] = report.references;
      const read = async (reference: string): Promise<DeskSubmission> =>
        DeskSubmission.parse(await (await ask(`submissions/${reference}`, tokens.desk)).json());
      const submission = await read(first);
      expect(submission).toMatchObject({
        kind: 'demand',
        status: 'submitted',
        title: { 'zh-CN': '=HYPERLINK("http://evil.example","点我")' },
        submitter: { person: '张三', phone: '0571-12345678', organisation: { name: { 'zh-CN': '甲公司' } } },
        consents: [],
        history: [{ actor: '办公室', action: 'receive' }],
      });
      expect(JSON.stringify(submission.draft)).not.toMatch(/张三|0571/);
      expect((await read(second)).submitter).toEqual({
        person: '乙公司',
        organisation: { name: { 'zh-CN': '乙公司' } },
      });
      // Nobody is written to: the office knows, and nobody whom the table names has agreed
      expect((await platform.store.messages.count()).filter(({ channel }) => channel === 'mail')).toEqual([]);

      expect(await upload('dryRun=false')).toMatchObject({ created: 0, known: 2, references: [first, second] });
      expect((await queue()).total).toBe(before + 2);
    });

    it('is sent and read by the SDK, and so are the other files', async () => {
      const desk = createClient({ baseUrl: platform.url }).desk(tokens.desk);
      const file = new Blob([workbook([sheet(table)]) as Uint8Array<ArrayBuffer>], { type: WORKBOOK });
      const report = await desk.upload('demand', file, { dryRun: true, lang: 'en' });
      expect(report).toMatchObject({ dryRun: true, rows: 3, accepted: 2, rejected: 1, references: [] });
      expect(report.faults).toEqual([{ row: 5, column: '需求名称', code: 'title-missing', message: 'No title.' }]);
      expect(report.oddities).toContainEqual(expect.objectContaining({ row: 4, value: '揭榜', code: 'unknown-value' }));
      const template = await desk.template('achievement', 'csv');
      expect(await template.text()).toContain('成果名称');
      expect(await (await desk.exportFile('csv', { q: '无此条目', lang: 'en' })).text()).toMatch(
        /^\uFEFF?Reference,Kind/,
      );
    });

    it('publishes at once for who may, without anybody to ring up', async () => {
      const forbidden = await ask('uploads/demand?dryRun=false&publish=true', tokens.desk, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: '需求名称,联系电话\n直接发布的需求,0571-99999999\n',
      });
      expect(forbidden.status).toBe(403);
      const rows = [
        ['编号', '需求名称', '联系电话'],
        ['1', '直接发布的需求', '0571-99999999'],
      ];
      expect(await upload('dryRun=false&publish=true', rows, tokens.publisher)).toMatchObject({ created: 1, known: 0 });
      const others = [rows[0] ?? [], ['1', '另一张表的需求', '']];
      expect(await upload('dryRun=false&publish=true', others, tokens.publisher)).toMatchObject({ created: 1 });
      expect(await upload('dryRun=false&publish=true', rows, tokens.publisher)).toMatchObject({ created: 0, known: 1 });
      await platform.refresh();
      const found = await (await fetch(`${platform.url}/api/v1/demands?q=${encodeURIComponent('直接发布')}`)).text();
      expect(found).toContain('直接发布的需求');
      expect(found).not.toContain('99999999');
      expect((await queue()).total).toBe(before);
    });

    it.each([
      ['CSV in GB18030', 'text/csv', Buffer.from('0dd0e8c7f3c3fbb3c60acaafc4abcfa90a'.slice(2), 'hex')],
      ['JSON', 'application/json', Buffer.from('[{"title":"JSON 需求"}]')],
      ['JSON Lines', 'application/x-ndjson', Buffer.from('{"title":"一"}\n{"title":"二"}\n')],
      [
        'a workbook by any name',
        'application/octet-stream',
        workbook([
          sheet([
            ['需求名称', '单位'],
            ['甲', '乙'],
          ]),
        ]),
      ],
    ])('may be %s', async (_what, type, body) => {
      const response = await ask('uploads/demand', tokens.desk, {
        method: 'POST',
        headers: { 'content-type': type },
        body: body as Uint8Array<ArrayBuffer>,
      });
      expect(response.status).toBe(200);
      expect(((await response.json()) as UploadReport).faults).toEqual([]);
    });

    it('is refused with the reason where it is no table, has no titles or is too long', async () => {
      const send = async (body: string | Uint8Array): Promise<[number, string]> => {
        const response = await ask('uploads/demand?lang=en', tokens.desk, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: body as string,
        });
        const { errors = [] } = (await response.json()) as { errors?: { code: string }[] };
        return [response.status, errors[0]?.code ?? ''];
      };
      expect(await send('甲,乙\n1,2\n')).toEqual([422, 'demand-columns-unknown']);
      expect(await send(Buffer.from('PK\x03\x04 broken'))).toEqual([422, 'workbook-broken']);
      expect(await send(`需求名称\n${'需求\n'.repeat(1001)}`)).toEqual([422, 'too-many-rows']);
      expect((await ask('uploads/demand', tokens.importer, { method: 'POST' })).status).toBe(403);
    });
  });

  describe('the queue as a file', () => {
    beforeAll(async () => {
      await upload('dryRun=false');
    });

    it('is a table whose cells no spreadsheet runs, filtered as the queue is', async () => {
      const response = await ask(`submissions.csv?q=${encodeURIComponent('HYPERLINK')}`, tokens.desk);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      const [header = [], row = [], ...more] = parse(text, { bom: true }) as string[][];
      expect(header.slice(0, 5)).toEqual(['受理编号', '类别', '状态', '名称', '单位']);
      expect(row.slice(1, 5)).toEqual(['技术需求', '已提交', `'=HYPERLINK("http://evil.example","点我")`, '甲公司']);
      expect(more).toEqual([]);
      expect(text).not.toMatch(/张三|0571/);
      expect((await ask('submissions.csv?colour=red', tokens.desk)).status).toBe(400);
    });

    it('is everything that was sent, as JSON', async () => {
      const body = (await (await ask('submissions.json?sort=newest', tokens.desk)).json()) as {
        source: string;
        items: { reference: string; draft: { title: unknown } }[];
      };
      expect(body.source).toBe('示范平台');
      expect(body.items.map(({ draft }) => draft.title)).toContainEqual({ 'zh-CN': '水下机器人密封' });
      expect(JSON.stringify(body)).not.toMatch(/张三|0571/);
    });

    it('names people only for who may see them, and that is noted', async () => {
      expect((await ask('submissions.csv?personal=true', tokens.desk)).status).toBe(403);
      const text = await (await ask('submissions.csv?personal=true', tokens.privacy)).text();
      expect(text).toContain('张三,,0571-12345678');
      const json = await (await ask('submissions.json?personal=true', tokens.privacy)).text();
      expect(json).toContain('"person":"张三"');
      expect(notes).toMatchObject([
        { reference: 'queue', actor: '合规', action: 'export' },
        {
          reference: 'queue',
          actor: '合规',
          action: 'export',
          note: { en: expect.stringContaining('json') as string },
        },
      ]);
    });
  });
});
