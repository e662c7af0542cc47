import { parse } from 'csv-parse/sync';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browser.mjs';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

const HOSTILE = '=HYPERLINK("https://evil.example","点击"),\n"引号"';
const records = [
  achievement('cell', {
    title: { 'zh-CN': '钙钛矿太阳能电池封装', en: 'Perovskite encapsulation' },
    summary: { 'zh-CN': '第一行\n第二行，含“引号”与,逗号' },
    keywords: { 'zh-CN': ['太阳能', '封装'], en: ['solar'] },
    fields: [{ scheme: 'hightech-8', code: 'new-energy' }],
    readiness: [{ scheme: 'iso-16290-2013', level: 6 }],
    region: '330110',
    price: { amount: 80, currency: 'CNY', unit: '万元' },
    institutions: [{ name: { 'zh-CN': '示例大学', en: 'Sample University' } }],
    completers: [{ name: '甲' }, { name: '乙' }],
    ip: [{ kind: 'invention', patentNo: 'ZL 2024 1 0000001.2', legalStatus: 'granted' }],
    publishedOn: '2024-05',
  }),
  achievement('formula', { title: { 'zh-CN': HOSTILE }, benefit: { 'zh-CN': '＝1+1' }, publishedOn: '2023-01-01' }),
  ...Array.from({ length: 130 }, (_, i) =>
    achievement(`many-${i}`, { title: { 'zh-CN': `批量 ${i}` }, publishedOn: '2020-01-01' }),
  ),
  achievement('draft', { title: { 'zh-CN': '未发布' }, status: 'draft' }),
];

describe('a result set taken away', () => {
  let platform: Platform;
  beforeAll(async () => {
    const store = await openTestStore();
    await store.putRecords(records);
    platform = await startQuietly({ store, source: '测试平台' });
  });
  afterAll(() => platform.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/achievements.${path}`, { headers });
  const table = async (path: string): Promise<Record<string, string>[]> => {
    const bytes = Buffer.from(await (await get(path)).arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    return parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
  };

  it('is a table with everything that is found, not just a page of it', async () => {
    const rows = await table('csv?lang=zh-CN');
    expect(rows).toHaveLength(132);
    expect(new Set(rows.map((row) => row['编号'])).size).toBe(132);
    expect(rows.find((row) => row['编号'] === 'cell')).toEqual({
      编号: 'cell',
      成果名称: '钙钛矿太阳能电池封装',
      应用价值: '',
      成果简介: '第一行\n第二行，含“引号”与,逗号',
      关键词: '太阳能；封装',
      完成单位: '示例大学',
      完成人: '甲；乙',
      技术领域: '新能源与节能',
      地区: '余杭区',
      成熟度: expect.stringMatching(/^技术就绪度 6 级：/) as string,
      成果水平: '',
      知识产权: '发明专利 ZL 2024 1 0000001.2',
      法律状态: expect.any(String) as string,
      转化方式: '',
      价格: '800000',
      币种: 'CNY',
      面议: '',
      发布日期: '2024-05',
      更新时间: expect.any(String) as string,
      来源: '测试来源',
      来源编号: 'cell',
      链接: `${platform.url}/achievements/cell`,
    });
  });

  it('is a table in English where that is asked for', async () => {
    const [row] = await table('csv?lang=en&q=钙钛矿');
    expect(row).toMatchObject({ Title: 'Perovskite encapsulation', Institutions: 'Sample University' });
    expect(row?.['Link']).toBe(`${platform.url}/en/achievements/cell`);
  });

  it('holds no formula that a spreadsheet would run', async () => {
    const rows = await table('csv');
    const row = rows.find((each) => each['编号'] === 'formula');
    expect(row?.['成果名称']).toBe(`'${HOSTILE}`);
    expect(row?.['应用价值']).toBe("'＝1+1");
    for (const each of rows) for (const value of Object.values(each)) expect(value).not.toMatch(/^[=+\-@]/);
  });

  it('is found by the same parameters as a list, near matches left out', async () => {
    expect(await table('csv?r.price=..1000000')).toHaveLength(1);
    expect(await table('csv?f.year=2020&sort=newest')).toHaveLength(130);
    expect(await table('csv?q=钙钛矿 批量')).toHaveLength(0);
    const response = await get('csv?f.nothing=1');
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).errors?.[0]?.path).toBe('f.nothing');
    expect((await get('csv?limit=5')).status).toBe(400);
  });

  it('is JSON with the whole records, which the importer reads', async () => {
    const body = (await (await get('json?q=钙钛矿')).json()) as { total: number; items: unknown[] };
    expect(body).toMatchObject({ total: 1, source: '测试平台', items: [records[0]] });
    expect(((await (await get('json')).json()) as { items: unknown[] }).items).toHaveLength(132);
    expect(await (await get('json?q=没有这个')).json()).toMatchObject({ total: 0, items: [] });
  });

  it('is RIS: one line a tag, each record from TY to ER', async () => {
    const text = await (await get('ris?lang=zh-CN')).text();
    const lines = text.split('\r\n').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(132);
    expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(132);
    const first = text.split('ER  - ').find((each) => each.includes('钙钛矿')) ?? '';
    expect(first.trim().split('\r\n')).toEqual([
      'TY  - GEN',
      'ID  - cell',
      'TI  - 钙钛矿太阳能电池封装',
      'AU  - 甲',
      'AU  - 乙',
      'PB  - 示例大学',
      'PY  - 2024',
      'DA  - 2024/05//',
      'AB  - 第一行 第二行，含“引号”与,逗号',
      'KW  - 太阳能',
      'KW  - 封装',
      'KW  - 新能源与节能',
      expect.stringMatching(/^N1 {2}- 技术就绪度 6 级/),
      'M1  - ZL 2024 1 0000001.2',
      'LA  - zh-CN',
      'DB  - 测试来源',
      'AN  - cell',
      `UR  - ${platform.url}/achievements/cell`,
    ]);
  });

  it('comes under a readable name', async () => {
    const header = (await get('csv?lang=zh-CN')).headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename="achievements-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''/);
    expect(decodeURIComponent(header)).toMatch(/科技成果-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('is compressed on the way, and need not be sent again while nothing changed', async () => {
    for (const encoding of ['gzip', 'br']) {
      const response = await get('csv', { 'accept-encoding': encoding });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect((await response.text()).split('\r\n').length).toBeGreaterThan(132);
    }
    const etag = (await get('json')).headers.get('etag') ?? '';
    expect((await get('json', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('csv', { 'if-none-match': etag })).status).toBe(200);
    const head = await fetch(`${platform.url}/api/v1/achievements.csv`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  describe('as a feed', () => {
    let browser: Browser;
    beforeAll(async () => {
      const { path, env } = await findBrowser();
      browser = await chromium.launch({
        executablePath: path,
        env: { ...(process.env as Record<string, string>), ...env },
      });
    }, 60_000);
    afterAll(() => browser?.close());

    /** What a browser's XML parser makes of a feed. */
    async function feedOf(path: string): Promise<{ error: boolean; root: string; texts: Record<string, string[]> }> {
      const response = await get(path);
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const page = await browser.newPage();
      const feed = await page.evaluate(
        (xml) => {
          const document = new DOMParser().parseFromString(xml, 'application/xml');
          const texts = (selector: string): string[] =>
            [...document.querySelectorAll(selector)].map((each) => each.getAttribute('href') ?? each.textContent ?? '');
          return {
            error: document.querySelector('parsererror') !== null,
            root: document.documentElement.namespaceURI ?? '',
            texts: {
              id: texts('feed > id'),
              updated: texts('feed > updated'),
              self: texts('feed > link[rel=self]'),
              alternate: texts('feed > link[rel=alternate]'),
              entryIds: texts('entry > id'),
              titles: texts('entry > title'),
              links: texts('entry > link[rel=alternate]'),
              entryUpdated: texts('entry > updated'),
              authors: texts('entry > author > name'),
            },
          };
        },
        await response.text(),
      );
      await page.close();
      return feed;
    }

    it('is well-formed Atom of the newest fifty, with links to the feed, the list and the records', async () => {
      const { error, root, texts } = await feedOf('atom?lang=zh-CN');
      expect([error, root]).toEqual([false, 'http://www.w3.org/2005/Atom']);
      expect(texts.self).toEqual([`${platform.url}/api/v1/achievements.atom?lang=zh-CN`]);
      expect(texts.id).toEqual(texts.self);
      expect(texts.alternate).toEqual([`${platform.url}/achievements`]);
      expect(texts.titles?.slice(0, 2)).toEqual(['钙钛矿太阳能电池封装', HOSTILE]);
      expect(texts.links?.[0]).toBe(`${platform.url}/achievements/cell`);
      expect(texts.entryIds?.[0]).toBe('tag:127.0.0.1,2026:achievement/cell');
      expect(new Set(texts.entryIds).size).toBe(50);
      for (const time of [...(texts.updated ?? []), ...(texts.entryUpdated ?? [])])
        expect(Date.parse(time)).toBeGreaterThan(0);
      expect(texts.authors?.slice(0, 2)).toEqual(['示例大学', '测试来源']);
    });

    it('follows a search, and is a feed even where nothing is found', async () => {
      const found = await feedOf('atom?q=钙钛矿&lang=en');
      expect(found.texts.titles).toEqual(['Perovskite encapsulation']);
      expect(found.texts.alternate).toEqual([`${platform.url}/en/achievements?q=${encodeURIComponent('钙钛矿')}`]);
      expect(await feedOf('atom?q=没有这个')).toMatchObject({ error: false, texts: { entryIds: [] } });
    });

    it('holds any text that a record may hold', async () => {
      const odd = ['a\u0001b', '\ufffe', ']]>', '<![CDATA[x', '&amp;&#0;', '<script>alert(1)</script>', 'ab', '\r\n'];
      await platform.store.putRecords(
        odd.map((text, i) =>
          achievement(`odd-${i}`, { title: { 'zh-CN': `奇怪 ${text}x` }, keywords: { en: [`${text}"'`] } }),
        ),
      );
      await platform.refresh();
      const { error, texts } = await feedOf('atom?q=奇怪');
      expect(error).toBe(false);
      expect(texts.titles).toContain('奇怪 <script>alert(1)</script>x');
      expect(texts.titles).toContain('奇怪 \r\nx');
    });
  });
});
