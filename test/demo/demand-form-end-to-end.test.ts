// A person fills in the real form, in a real browser, for a real platform, while something goes wrong.
import type { Locator, Page, Route } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../cli/support.js';
import { openPartnerSite, type PartnerSite, PlatformChild } from './form-page.js';

/** Texts that break what is careless: markup, formulas, quotes, other scripts, directions, signs beyond 16 bits. */
const PROBLEM = `<img src=x onerror=alert(1)> =HYPERLINK("x")\n“引号” 'ＦＵＬＬ' 👩‍🔬𠮷 ‮abc‬ 35 kV ≥ 30 ± 5 ℃\ttab`;

let site: PartnerSite;
let platform: PlatformChild;
/** Of the demand of this test, so that it is told from the others that the platform has. */
let title: string;

beforeAll(async () => {
  [site, platform] = await Promise.all([openPartnerSite(), PlatformChild.start()]);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await platform?.end();
});
beforeEach(() => {
  title = `电机用耐高温绝缘漆 <b>𠮷</b> ${Math.random()}`;
});

/** Types a demand with everything in it. */
async function fillIn(page: Page): Promise<void> {
  const text = async (label: string, value: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(value);
  await text('需求名称*', title);
  await text('公开简介', '耐 220 ℃，连续 20000 小时。');
  await text('要解决的难题*', PROBLEM);
  await text('指标名称', '耐压');
  await page.getByLabel('关系', { exact: true }).selectOption('>=');
  await text('数值', '35');
  await page.locator('[name="indicators.0.unit"]').fill('kV');
  await text('其他要求', '与现有产线兼容');
  await text('现有基础条件', '两条绕线产线');
  await text('已尝试的办法', '聚酰亚胺漆，开裂');
  await text('限制条件', '符合 RoHS');
  await text('关键词', '绝缘漆、耐高温');
  await page.locator('[name="budget.min"]').fill('50');
  await page.locator('[name="budget.max"]').fill('80');
  await text('希望完成时间', '2027-06-30');
  await text('单位名称*', '示例电机有限公司');
  await text('统一社会信用代码', '91330110MA27W12345');
  await text('联系人*', '王小明');
  await text('职务', '技术部');
  await text('电话', '0571-88000000');
  await text('电子邮箱', 'wang@motor.example');
  await page.locator('[name="consents.contact"]').check();
}

const EXPECTED = {
  draft: {
    kind: 'demand',
    lang: 'zh-CN',
    problem: { 'zh-CN': PROBLEM },
    indicators: [{ name: { 'zh-CN': '耐压' }, operator: '>=', value: 35, unit: 'kV' }],
    keywords: { 'zh-CN': ['绝缘漆', '耐高温'] },
    budget: {
      min: { amount: 50, currency: 'CNY', unit: '万元' },
      max: { amount: 80, currency: 'CNY', unit: '万元' },
    },
    deadline: '2027-06-30',
  },
  submitter: { person: '王小明', role: '技术部', phone: '0571-88000000', email: 'wang@motor.example' },
};

/** Sends as a person does: not before the page shows what there is to agree to. */
async function submit(page: Page): Promise<void> {
  await page.locator('[name="consents.contact"]').waitFor();
  await page.getByRole('button', { name: '提交需求' }).click();
}

/** Waits for the receipt and gives its reference. */
async function receipt(page: Page): Promise<string> {
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  return (await page.locator('[part=reference]').textContent()) ?? '';
}

/** What the platform holds is one record, and what was typed. */
async function expectOneRecord(at: PlatformChild = platform): Promise<void> {
  const received = await at.received(title);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject(EXPECTED);
}

/** Answers the next submissions in the platform's place, once each, then lets them through. */
async function answerInItsPlace(page: Page, ...answers: ((route: Route) => Promise<void>)[]): Promise<void> {
  await page.route('**/api/v1/demands**', async (route) => {
    const answer = route.request().method() === 'POST' ? answers.shift() : undefined;
    await (answer ?? ((each: Route) => each.continue()))(route);
  });
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  async (route: Route): Promise<void> =>
    route.fulfill({
      status: code,
      headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after', ...headers },
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'x', status: code }),
    });

/** The platform gets it, but its answer is lost on the way. */
const answerLost = async (route: Route): Promise<void> => {
  await route.fetch();
  await route.abort('connectionreset');
};

describe('a demand', { timeout: 180_000 }, () => {
  const visit = async (): Promise<Page> => site.visit(`api="${platform.url}" variant="full"`);

  it('survives the loss of the network and a reload, and is sent when the network is back', async () => {
    const page = await visit();
    await fillIn(page);
    await page.context().setOffline(true);
    await submit(page);
    await page.getByText('联网后会自动提交').waitFor();
    const address = page.url();
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(false);
    await page.goto(address);
    expect(await receipt(page)).toMatch(/^D\d\d-/);
    await expectOneRecord();
    await page.reload();
    expect(await page.getByLabel('需求名称*', { exact: true }).inputValue()).toBe('');
  });

  it('is brought back as it was typed after a reload without being sent', async () => {
    const page = await visit();
    await fillIn(page);
    await page.reload();
    await page.getByText('已恢复您').waitFor();
    expect(await page.getByLabel('要解决的难题*', { exact: true }).inputValue()).toBe(PROBLEM);
    await submit(page);
    await receipt(page);
    await expectOneRecord();
  });

  it('loses nothing that was typed right before a reload', async () => {
    const page = await visit();
    for (const typed of ['一', '一二', '一二三', '一二三四', '一二三四五']) {
      await page.getByLabel('需求名称*', { exact: true }).fill(typed);
      await page.reload();
      await page.getByText('已恢复您').waitFor();
      expect(await page.getByLabel('需求名称*', { exact: true }).inputValue()).toBe(typed);
    }
  });

  it.each([
    ['busy (429)', status(429, { 'retry-after': '1' })],
    ['failing (500)', status(500)],
    ['down (503)', status(503)],
  ])('is sent again by itself where the platform is %s, across a reload', async (_, answer) => {
    const page = await visit();
    await answerInItsPlace(page, answer, answer);
    await fillIn(page);
    await submit(page);
    await page.getByText('内容没有丢失').waitFor();
    await page.reload();
    await receipt(page);
    await expectOneRecord();
  });

  it('is kept whole where it is too large (413), and sent after that', async () => {
    const page = await visit();
    await answerInItsPlace(page, status(413));
    await fillIn(page);
    await submit(page);
    await page.getByText('超过平台的大小限制').waitFor();
    await page.reload();
    await page.getByText('已恢复您').waitFor();
    await submit(page);
    await receipt(page);
    await expectOneRecord();
  });

  it('is one record where the answer was lost, and the receipt the same', async () => {
    const page = await visit();
    await answerInItsPlace(page, answerLost);
    await fillIn(page);
    await submit(page);
    await page.getByText('内容没有丢失').waitFor();
    await page.getByRole('button', { name: '立即重试' }).click();
    const reference = await receipt(page);
    await expectOneRecord();
    expect(await platform.received(title)).toMatchObject([{ reference }]);
  });

  it('is one record after a double click', async () => {
    const page = await visit();
    await fillIn(page);
    await page.getByRole('button', { name: '提交需求' }).dblclick();
    await receipt(page);
    await expectOneRecord();
  });

  it('waits out a platform that was killed and started again', async () => {
    const page = await visit();
    await fillIn(page);
    await platform.kill();
    await submit(page);
    await page.getByText('内容没有丢失').waitFor();
    await platform.restart();
    await receipt(page);
    await expectOneRecord();
  });

  it('comes from a registered site with a solved challenge, and is kept where the site key is no longer good', async () => {
    let key = '';
    const strict = await PlatformChild.start(async (data) => {
      const { origin } = site;
      key = (
        await run(['site', 'add', '--name', '园区', '--origin', origin, '--scope', 'submit', '--data', data])
      ).out.trim();
    });
    onTestFinished(() => strict.end());
    const page = await site.visit(`api="${strict.url}" site-key="${key}" variant="full"`);
    await answerInItsPlace(page, status(403));
    await fillIn(page);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/demands'));
    const [request] = await Promise.all([sent, submit(page)]);
    const { challenge } = request.postDataJSON() as { challenge?: string };
    expect(JSON.parse(atob(challenge ?? ''))).toMatchObject({ algorithm: 'SHA-256' });
    await page.getByText('请联系网站管理员检查站点密钥').waitFor();
    await page.reload();
    await page.getByText('已恢复您').waitFor();
    await submit(page);
    await receipt(page);
    await expectOneRecord(strict);
  });

  it('is sent, without a draft, where the browser keeps nothing', async () => {
    const page = await visit();
    await page.context().addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.reload();
    await answerInItsPlace(page, status(500));
    await fillIn(page);
    await submit(page);
    await page.getByText('内容没有丢失').waitFor();
    await page.getByRole('button', { name: '立即重试' }).click();
    await receipt(page);
    await expectOneRecord();
  });

  it('tells a page whose draft gave way to that of another page, and hands that over', async () => {
    const page = await visit();
    const other = await page.context().newPage();
    await other.goto(page.url());
    const titleIn = (each: Page): Locator => each.getByLabel('需求名称*', { exact: true });
    await titleIn(page).fill('第一稿');
    await page.getByText('已自动保存在本机').waitFor();
    await titleIn(other).fill('第二稿');
    await page.getByText('在另一个页面中有修改').waitFor();
    await page.getByRole('button', { name: '载入较新的内容' }).click();
    await expect.poll(async () => titleIn(page).inputValue()).toBe('第二稿');
  });

  it('can be followed with the link of its receipt, withdrawn, and its personal data erased', async () => {
    const page = await visit();
    await fillIn(page);
    await submit(page);
    const reference = await receipt(page);
    const link = (await page.locator('[part=status-link]').getAttribute('href')) ?? '';
    const attributes = `api="${platform.url}"`;
    await page.goto(`${site.origin}/status?${new URLSearchParams({ attributes }).toString()}`);
    await page.getByLabel('查询链接或受理编号').fill(link);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByText(reference).waitFor();
    expect(await page.locator('[part=status]').textContent()).toBe('已提交');
    await page.getByText('我的授权和个人信息').click();
    await page.getByRole('button', { name: '撤回提交' }).click();
    await page.getByRole('button', { name: '确认撤回提交' }).click();
    await page.getByText('原因：提交人撤回').waitFor();
    await page.getByRole('button', { name: '删除我的个人信息' }).click();
    await page.getByRole('button', { name: '确认永久删除' }).click();
    await page.getByText('已删除您的个人信息。').waitFor();
    const [held] = await platform.received(title);
    expect(held).toMatchObject({ reference, status: 'closed' });
    expect(held?.submitter).toBeUndefined();
    expect(page.url()).not.toContain('key=');
  });

  it('that was returned is corrected in the form, from the page that shows where it stands', async () => {
    const page = await visit();
    await fillIn(page);
    await submit(page);
    const reference = await receipt(page);
    const link = (await page.locator('[part=status-link]').getAttribute('href')) ?? '';
    await platform.sendBack(reference, '请写明测试温度。');
    const form = `/?${new URLSearchParams({ attributes: `api="${platform.url}" from-fragment` }).toString()}`;
    const attributes = `api="${platform.url}" edit-href-demand="${form}"`;
    await page.goto(`${site.origin}/status?${new URLSearchParams({ attributes }).toString()}`);
    await page.getByLabel('查询链接或受理编号').fill(link);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('link', { name: '修改后重新提交' }).click();
    await page.getByText('请写明测试温度。').waitFor();
    expect(await page.getByLabel('要解决的难题*', { exact: true }).inputValue()).toBe(PROBLEM);
    await page.getByLabel('其他要求', { exact: true }).fill('在 220 ℃ 下测试');
    await page.getByRole('button', { name: '重新提交' }).click();
    expect(await receipt(page)).toBe(reference);
    expect(await page.locator('[part=status-link]').getAttribute('href')).toBe(link);
    const [held] = await platform.received(title);
    expect(held).toMatchObject({ ...EXPECTED, reference, status: 'submitted' });
    expect(held?.revisions).toHaveLength(1);
    const [before] = held?.revisions ?? [];
    expect(held?.draft).toEqual({ ...before?.draft, requirements: { 'zh-CN': '在 220 ℃ 下测试' } });
  });
});
