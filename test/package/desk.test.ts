import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import type { Platform } from '../../src/server/platform.js';
import { openStore } from '../../src/server/store/index.js';
import { startQuietly } from '../server/http/support.js';
import { workFolder } from '../support/temporary.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The desk as a page has it: the built bundle, under the platform's own strict policy, on a platform with a database. */
describe('the desk on a real platform', () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;
  let token: string;
  let folder: string;
  const accidents: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(workFolder(), 'yuniao-desk-'));
    const store = await openStore({ dataDir: folder });
    token = (await store.createToken({ label: '办公室', scopes: ['desk', 'publish', 'privacy'] })).secret;
    platform = await startQuietly({ store, source: '示例平台', www: `${root}demo`, port: 0 });
    const { path, env } = await findBrowser();
    browser = await chromium.launch({
      executablePath: path,
      env: { ...(process.env as Record<string, string>), ...env },
    });
    page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    page.on('pageerror', ({ message }) => accidents.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|409/.test(message.text())) accidents.push(message.text());
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function submit(path: string, draft: object): Promise<string> {
    const settings = (await (
      await fetch(`${platform.url}/api/v1/submission-settings?kind=${path.slice(0, -1)}`)
    ).json()) as {
      consents: { purpose: string; recipient: string; textVersion: string }[];
    };
    const answer = await fetch(`${platform.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': JSON.stringify(draft).length + path },
      body: JSON.stringify({
        draft,
        submitter: {
          organisation: { name: { 'zh-CN': '示例电缆有限公司' } },
          person: '示例联系人',
          phone: '0571-80000000',
        },
        consents: settings.consents.map(({ purpose, recipient, textVersion }) => ({ purpose, recipient, textVersion })),
      }),
    });
    expect(answer.status, await answer.clone().text()).toBe(202);
    return ((await answer.json()) as { reference: string }).reference;
  }

  it('signs in, reads, edits, compares, returns, publishes, and what it publishes is found', async () => {
    const achievement = await submit('achievements', {
      kind: 'achievement',
      title: { 'zh-CN': '低温快充电解液' },
      summary: { 'zh-CN': '循环寿命超过一千次。' },
      lang: 'zh-CN',
      transferModes: ['licence'],
    });
    const demand = await submit('demands', {
      kind: 'demand',
      title: { 'zh-CN': '电缆附件放电监测' },
      lang: 'zh-CN',
      demandType: 'breakthrough',
    });
    await page.goto(`${platform.url}/desk.html`);
    const desk = page.locator('yn-review-desk');

    await desk.getByLabel('操作员令牌').fill('yn_wrong');
    await page.keyboard.press('Enter');
    await desk.getByText('令牌无效或已停用').waitFor();
    await desk.getByLabel('操作员令牌').fill(token);
    await page.keyboard.press('Enter');
    await desk.getByText('共 2 件').waitFor();
    await desk.getByRole('button', { name: '低温快充电解液' }).click();
    await desk.getByText('转化方式').waitFor();
    await desk.getByText('许可', { exact: true }).waitFor();
    await desk.getByText('示例联系人').waitFor();

    await desk.getByRole('button', { name: '编辑内容' }).click();
    const summary = desk.locator('[id="edit-summary.zh-CN"]');
    await summary.fill('循环寿命超过两千次。');
    await desk.getByRole('button', { name: '保存修改' }).click();
    await desk.getByRole('button', { name: '对比版本' }).click();
    await desk.getByText('共 1 处不同').waitFor();
    expect(await desk.locator('ins').innerText()).toContain('两');

    for (const step of ['受理，进入初审', '发布']) {
      await desk.locator('[part=steps]').getByRole('button', { name: step, exact: true }).click();
      await desk.getByRole('button', { name: `确认：${step}` }).click();
      await desk.locator('[part=step-form]').waitFor({ state: 'detached' });
    }
    await desk.locator('.meta', { hasText: '已发布' }).waitFor();
    const found = async (): Promise<string> =>
      (await fetch(`${platform.url}/api/v1/achievements?q=${encodeURIComponent('低温快充电解液')}`)).text();
    await expect.poll(found, { timeout: 5000 }).toContain('循环寿命超过两千次');
    expect(await found()).not.toContain('示例联系人');

    await desk.getByRole('button', { name: '电缆附件放电监测' }).click();
    await desk.locator('[part=step-button][data-to=returned]').click();
    await desk.getByLabel('常用意见').selectOption({ label: '缺少量化指标' });
    await desk.locator('[part=step-confirm]').click();
    await desk.locator('.meta', { hasText: '已退回修改' }).waitFor();
    await desk.getByText('请补充可量化的技术指标').first().waitFor();
    await desk.getByRole('button', { name: '由我经办' }).click();
    await desk.getByText('经办人：办公室').waitFor();

    await desk.getByRole('button', { name: '个人信息权利' }).click();
    await desk.getByLabel(`请输入编号 ${demand}`).fill(demand);
    await desk.getByRole('button', { name: '永久清除' }).click();
    await desk.locator('[part=private]', { hasText: '个人信息已清除' }).waitFor();
    expect(achievement).toMatch(/^A/);
    expect(accidents).toEqual([]);
  }, 180_000);

  it('takes a table in after a look at every row, and gives the queue out', async () => {
    const desk = page.locator('yn-review-desk');
    await desk.getByRole('button', { name: '批量与导出' }).click();
    const template = page.waitForEvent('download');
    await desk.getByRole('button', { name: 'CSV 模板' }).click();
    expect((await template).suggestedFilename()).toBe('技术需求.csv');
    const sheet =
      '需求名称,需求单位,联系人,联系电话,备注栏\n水下机器人密封,示例海工公司,示例联系人,0571-80000001,无\n,示例公司,,,\n';
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: '需求.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await desk.getByRole('button', { name: '3. 检查文件' }).click();
    await desk.getByText('共 2 行，可导入 1 行，有问题 1 行。').waitFor();
    expect(await desk.locator('.faults').first().innerText()).toMatch(/3\s+缺少名称/);
    await desk.getByRole('button', { name: '4. 正式导入 1 件' }).click();
    await desk.getByText('已导入 1 件').waitFor();
    await desk.locator('[part=fresh-button]').click();
    await desk.getByRole('button', { name: '水下机器人密封' }).waitFor();
    const file = page.waitForEvent('download');
    await desk.getByRole('button', { name: '导出 CSV' }).click();
    expect((await file).suggestedFilename()).toBe('yuniao-desk.csv');
    expect(accidents).toEqual([]);
  }, 120_000);
});
