import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayFromToday, demandDraft, insertSubmission, putOnNotice } from '../../support/submissions.js';
import { describeDesk } from '../http/desk-support.js';
import { expectValid, openBrowser } from './support.js';

describeDesk('the pages of public notices', (given) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  const onNotice = async (title?: string, end = dayFromToday(15)): Promise<string> => {
    const { reference } = await insertSubmission(given().database, { draft: demandDraft(title) });
    await putOnNotice(given().database, reference, dayFromToday(-20), end);
    return reference;
  };
  const page = async (path: string): Promise<string> => (await given().ask(path)).text();

  it.each([
    ['/notices', '正在公示', '目前没有正在公示的事项。'],
    ['/en/notices', 'Running', 'No notice runs at present.'],
  ])('list at %s what runs, or say that nothing does', async (path, heading, none) => {
    const empty = await page(path);
    expect(empty).toContain(none);
    await expectValid(empty);
    const reference = await onNotice();
    const over = await onNotice('已期满的需求', dayFromToday(-1));
    const list = await page(path);
    expect(list).toContain(heading);
    expect(list).toContain('高速电机轴承的长寿命润滑');
    expect(list).toContain(`${path}/${reference}`);
    expect(list).not.toContain('已期满的需求');
    await expectValid(list);
    const archive = await page(`${path}?state=archived`);
    expect(archive).toContain(`${path}/${over}`);
    await expectValid(archive);
    await expectValid(await page(`${path}/${reference}`));
    await expectValid(await page(`${path}/${over}`));
  });

  it('take an objection without any script, by keyboard, once', async () => {
    const reference = await onNotice();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    const tab = await context.newPage();
    await tab.goto(`${given().platform.url}/notices/${reference}`);
    await tab.getByLabel('异议事项和理由（必填）').fill('完成单位遗漏。\n附证明材料。');
    await tab.getByLabel('姓名').fill('孙七');
    await tab.getByRole('button', { name: '提交异议' }).press('Enter');
    // A name without a way to reach is no help: what was typed is still there
    await expect.poll(() => tab.getByRole('alert').textContent()).toContain('电话');
    expect(await tab.getByLabel('异议事项和理由（必填）').inputValue()).toBe('完成单位遗漏。\n附证明材料。');
    await tab.getByLabel('电话').fill('0571-88001122');
    await tab.getByRole('button', { name: '提交异议' }).press('Enter');
    await expect.poll(() => tab.getByRole('status').textContent()).toContain('异议已收到');
    const width = await tab.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    await context.close();
    const { objections } = await (await given().desk()).get(reference);
    expect(objections).toMatchObject([
      { text: '完成单位遗漏。\n附证明材料。', from: { person: '孙七', phone: '0571-88001122' } },
    ]);
  });

  it('show text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"&\'';
    const reference = await onNotice(hostile);
    for (const path of ['/notices', `/notices/${reference}`, `/notices/${reference}?received=<script>`]) {
      const html = await page(path);
      expect(html).not.toContain('<img src=x');
      expect(html).not.toContain('received=<script>');
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
      await expectValid(html);
    }
  });

  it('say as pages that there is no such notice, or that it is over', async () => {
    const missing = await given().ask('/notices/D26-0000-0000');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
    const over = await onNotice(undefined, dayFromToday(-1));
    expect(await page(`/notices/${over}`)).toContain('公示期已满');
    const late = await given().ask(`/notices/${over}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ text: '迟到的异议', key: 'k' }).toString(),
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('不在公示期内');
  });
});
