import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demand } from '../../../src/domain/demand.js';
import { DEMAND_FIELDS, DEMAND_GROUPS } from '../../../src/server/pages/demand-texts.js';
import type { Platform } from '../../../src/server/platform.js';
import { NASTY, nastyStrings } from '../../support/nasty.js';
import { openTestStore } from '../../support/stores.js';
import { startQuietly } from '../http/support.js';
import { expectValid, openBrowser } from './support.js';

const both = (chinese: string, english: string): Record<string, string> => ({ 'zh-CN': chinese, en: english });
const demand = (id: string, fields: Partial<Demand> = {}): Demand => ({
  id,
  kind: 'demand',
  status: 'published',
  title: both(`需求 ${id}`, `Demand ${id}`),
  lang: 'zh-CN',
  source: { name: '测试来源', id },
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  ...fields,
});

const full = demand('full', {
  title: both('燃气轮机叶片涂层', 'Coating of turbine blades'),
  summary: both('第一段\n\n第二段', 'One\n\nTwo'),
  problem: both('涂层剥落', 'Spalling'),
  indicators: [
    { name: both('耐温', 'Temperature'), operator: '>=', value: 1200, unit: '℃' },
    { name: both('厚度', 'Thickness'), operator: 'range', value: 0.1, upper: 0.3, unit: 'mm' },
  ],
  requirements: both('通过热循环试验', 'Passes thermal cycling'),
  context: both('已有中试线', 'A pilot line'),
  attemptedSolutions: both('试过等离子喷涂', 'Plasma spraying'),
  constraints: both('符合防爆要求', 'Explosion-proof'),
  keywords: { 'zh-CN': ['涂层'], en: ['coating'] },
  attachments: [{ url: 'https://example.org/a.pdf', title: both('图纸', 'Drawing') }],
  budget: {
    min: { amount: 50, currency: 'CNY', unit: '万元' },
    max: { amount: 100, currency: 'CNY', unit: '万元' },
    negotiable: true,
  },
  cooperationModes: ['cooperative-development'],
  ipExpectation: both('双方共有', 'Shared'),
  deadline: '2027-06-30',
  detailsUnderNda: true,
  owner: { name: both('示例材料有限公司', 'Sample Materials Ltd') },
  organisationNature: 'private',
  demandType: 'breakthrough',
  fields: [{ scheme: 'hightech-8', code: 'new-materials' }],
  industries: [{ scheme: 'text', code: '通用设备制造业' }],
  region: '330110',
  contact: { name: '科技处', email: 'office@example.org' },
  publishedOn: '2026-03-05',
  validUntil: '2027-12-31',
});

let platform: Platform;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const store = await openTestStore();
  const texts = existsSync(NASTY) ? nastyStrings().filter((text) => !/\0|\p{Surrogate}/u.test(text)) : [];
  await store.putRecords([
    full,
    demand('bare'),
    demand('anonymous', { anonymous: true }),
    demand('draft', { status: 'draft' }),
    demand('gone', { status: 'tombstone' }),
    demand('nasty', { title: { en: texts[0] ?? 'x' }, summary: { en: texts.join('\n') || 'x' } }),
  ]);
  platform = await startQuietly({ store, source: '示例平台' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

const get = (path: string): Promise<Response> => fetch(platform.url + path);

describe.each([
  ['zh-CN', '/demands', '/en/demands'],
  ['en', '/en/demands', '/demands'],
] as const)('the page of a demand in %s', (lang, path, other) => {
  it('is valid HTML, whether everything or next to nothing is known', async () => {
    for (const id of ['full', 'bare', 'anonymous']) await expectValid(await (await get(`${path}/${id}`)).text());
  });

  it('shows every field, under headings, without a script, on a phone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${platform.url}${path}/full`);
    expect(await page.locator('h1 bdi').textContent()).toBe(full.title[lang]);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      Object.values(DEMAND_GROUPS).map((text) => text[lang]),
    );
    const names = await page.locator('dt').allTextContents();
    expect(new Set(names)).toEqual(new Set(Object.values(DEMAND_FIELDS).map((text) => text[lang])));
    const text = await page.locator('main').innerText();
    expect(text).toContain(lang === 'en' ? 'CNY 500,000 – CNY 1,000,000, negotiable' : '50 万元 – 100 万元，面议');
    expect(text).toContain(lang === 'en' ? 'Temperature ≥ 1,200 ℃' : '耐温 ≥ 1,200 ℃');
    expect(text).toMatch(lang === 'en' ? /One\n\nTwo/ : /第一段\n\n第二段/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await context.close();
  });

  it('names its address, the other language and what a machine may read', async () => {
    const page = await (await get(`${path}/full`)).text();
    expect(page).toContain(`<link rel="canonical" href="${platform.url}${path}/full" />`);
    expect(page).toContain(`href="${other}/full"`);
    const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Demand',
      name: full.title[lang],
      validThrough: '2027-12-31',
      url: `${platform.url}${path}/full`,
    });
  });

  it('is there for published demands alone', async () => {
    expect((await get(`${path}/draft`)).status).toBe(404);
    expect((await get(`${path}/none`)).status).toBe(404);
    expect((await get(`${path}/gone`)).status).toBe(410);
  });
});

it('names nobody where a demand is anonymous', async () => {
  expect(await (await get('/demands/anonymous')).text()).toContain('匿名发布');
});

it.skipIf(!existsSync(NASTY))(
  'runs nothing that stands in a demand, and shows it as it is (needs ../shared/data)',
  async () => {
    const page = await browser.newPage();
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts += 1;
      void dialog.dismiss();
    });
    await page.goto(`${platform.url}/en/demands/nasty`);
    const shown = await page.locator('dd .text bdi').textContent();
    const { summary } = (await (await get('/api/v1/demands/nasty')).json()) as Demand;
    expect(shown?.replace(/\r\n?/g, '\n')).toBe(summary?.en?.replace(/\r\n?/g, '\n'));
    expect(alerts).toBe(0);
    expect(await page.locator('main script, main img, main iframe').count()).toBe(0);
    await page.close();
  },
);
