import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { Achievement } from '../../../src/domain/achievement.js';
import { type AchievementHit, NetworkError } from '../../../src/sdk/index.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { recordLabels } from '../../../src/server/http/record-labels.js';
import { showReady } from '../../support/achievement-search.js';
import { createFakeClient, type FakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { expectAccessible, until } from '../../support/testing.js';

/** A record that says something in every group. */
const full: Achievement = {
  ...sampleAchievements[0]!,
  innovationPoints: [{ 'zh-CN': '狭缝涂布' }, { 'zh-CN': '真空辅助结晶' }],
  indicators: { 'zh-CN': '效率 ≥ 28.6%' },
  completers: [{ name: '示例甲' }, { name: '示例乙', affiliation: { 'zh-CN': '示例大学' } }],
  contact: { name: '技术转移办公室', email: 'tto@example.org', phone: '0571-0000 0000' },
  publications: [{ title: '叠层电池研究', doi: '10.1000/xyz' }],
  ip: [
    {
      kind: 'invention',
      title: { 'zh-CN': '一种叠层电池' },
      patentNo: 'ZL202410000001.2',
      legalStatus: 'granted',
      filingDate: '2024-01-02',
      holders: [{ name: { 'zh-CN': '示例大学' } }],
    },
    { kind: 'trade-secret' },
  ],
  publicNotice: { start: '2026-03-01', end: '2026-03-16', relatedParty: false },
  validUntil: '2028',
};

function clientOf(record: AchievementHit = full): FakeClient {
  const client = createFakeClient();
  const labels = recordLabels('achievement', [record], 'zh-CN');
  client.achievements.list.answer(pageOf<AchievementHit>([record], { labels }));
  client.achievements.get.answer({ ...record, labels } as AchievementHit);
  return client;
}

async function open(
  properties: Partial<YnAchievementSearch> = {},
  record?: AchievementHit,
): Promise<YnAchievementSearch> {
  const { element } = await showReady(properties, clientOf(record));
  await screen.getByRole('link').click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  return element;
}

/** The reader goes back or forward to an address within the page. */
function leadTo(address: string): void {
  history.replaceState('forward', '', address);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

const dialogs = (): unknown[] => screen.getByRole('dialog').elements();
const focused = (element: YnAchievementSearch): Element | null => element.shadowRoot!.activeElement;

beforeAll(() => screen.viewport(1280, 900));
afterEach(() => {
  history.replaceState(null, '', location.pathname);
});

describe('the details of an achievement', () => {
  it('show over the page when its title is pressed, group by group, and no empty group', async () => {
    const element = await open();
    const dialog = screen.getByRole('dialog', { name: full.title['zh-CN']! });
    await expect.element(dialog).toBeVisible();
    const headings = [...element.shadowRoot!.querySelectorAll('dialog h3')].map((each) => each.textContent);
    expect(headings).toEqual([
      '成果介绍',
      '转化与合作',
      '成熟度与评价',
      '知识产权',
      '完成单位与完成人',
      '技术分类',
      '论文与资料',
      '转化公示',
      '联系方式',
      '登记与来源',
    ]);
    for (const text of ['真空辅助结晶', '许可、合作实施', '300 万元', '技术就绪度 6 级、相关环境下模型演示', '示例甲'])
      await expect.element(dialog.getByText(text, { exact: false }).first()).toBeVisible();
    await expectAccessible(element);
  });

  it('show nothing but what is known', async () => {
    const element = await open({}, sampleAchievements[5]!);
    const headings = [...element.shadowRoot!.querySelectorAll('dialog h3')].map((each) => each.textContent);
    expect(headings).toEqual(['完成单位与完成人', '登记与来源']);
  });

  it('list the rights in a table without empty columns', async () => {
    await open();
    const table = screen.getByRole('table');
    const columns = table.getByRole('columnheader').elements();
    expect(columns.map((each) => each.textContent)).toEqual([
      '类型',
      '名称',
      '专利号／登记号',
      '法律状态',
      '申请日',
      '权利人',
    ]);
    await expect.element(table.getByRole('cell', { name: '已授权' })).toBeVisible();
  });

  it('are left by Escape, by the button and by a press beside them, and the focus goes back to the title', async () => {
    const element = await open();
    const link = screen.getByRole('link', { name: full.title['zh-CN']! });
    const leave: (() => Promise<void>)[] = [
      () => userEvent.keyboard('{Escape}'),
      () => screen.getByRole('button', { name: '关闭' }).click(),
      () => userEvent.click(document.body, { position: { x: 4, y: 4 }, force: true }),
    ];
    for (const by of leave) {
      await by();
      await until(() => dialogs().length === 0);
      expect(focused(element)?.getAttribute('part')).toBe('title-link');
      await link.click();
      await expect.element(screen.getByRole('dialog')).toBeVisible();
    }
  });

  it('open by keyboard, and the title is read first', async () => {
    const { element } = await showReady({}, clientOf());
    element.shadowRoot!.querySelector<HTMLElement>('[part=title-link]')!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await until(() => focused(element)?.textContent === full.title['zh-CN']);
  });

  it('stay away where the page or the reader wants the link itself', async () => {
    const { element } = await showReady({ detailHref: '#record-{id}' }, clientOf());
    await screen.getByRole('link').click();
    await until(() => location.hash === '#record-perovskite-tandem');
    element.detailHref = undefined;
    await element.updateComplete;
    const followed = new Promise<boolean>((resolve) => {
      document.addEventListener(
        'click',
        (event) => {
          resolve(!event.defaultPrevented);
          event.preventDefault();
        },
        { once: true },
      );
    });
    element
      .shadowRoot!.querySelector('[part=title-link]')!
      .dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
    expect(await followed).toBe(true);
    expect(dialogs()).toEqual([]);
  });

  it('leave markup in a record the text it is, and follow no address that could run', async () => {
    const payload = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const element = await open(
      {},
      {
        ...full,
        title: { 'zh-CN': payload },
        innovationPoints: [{ 'zh-CN': payload }],
        completers: [{ name: payload }],
        source: { name: payload, id: payload, url: 'javascript:alert(1)' },
        contact: { url: 'javascript:alert(2)' },
        media: [{ url: 'data:text/html,<script>alert(3)</script>' }],
      },
    );
    expect(element.shadowRoot!.querySelector('img, script')).toBeNull();
    const addresses = [...element.shadowRoot!.querySelectorAll('a')].map((each) => each.protocol);
    expect(addresses.filter((each) => each !== 'https:' && each !== 'http:')).toEqual([]);
  });
});

describe('an enquiry', () => {
  it('goes to the contact that the record names', async () => {
    await open();
    const link = screen.getByRole('link', { name: '咨询对接' });
    await expect.element(link).toHaveAttribute('href', expect.stringMatching(/^mailto:tto@example\.org\?subject=%E5/));
  });

  it('is told to the page, which may answer it itself', async () => {
    const element = await open();
    const asked = vi.fn<(id: string) => void>();
    const kept = vi.fn<(event: Event) => void>((event) => {
      expect(event.defaultPrevented).toBe(true);
    });
    element.addEventListener('yn-enquire', (event) => {
      asked(event.detail.achievement.id);
      event.preventDefault();
    });
    document.addEventListener('click', kept, { once: true });
    await screen.getByRole('link', { name: '咨询对接' }).click();
    expect(asked).toHaveBeenCalledExactlyOnceWith('perovskite-tandem');
    expect(kept).toHaveBeenCalledOnce();
  });

  it('is offered for records without a contact only where the page answers it', async () => {
    const element = await open({}, sampleAchievements[5]!);
    expect(screen.getByText('咨询对接').elements()).toEqual([]);
    element.enquiryHandled = true;
    await expect.element(screen.getByRole('button', { name: '咨询对接' })).toBeVisible();
  });
});

describe('the details of an achievement of which the list has excerpts', () => {
  const whole = '第一句说明原理。第二句说明效果。';
  const hit: AchievementHit = { ...full, summary: { 'zh-CN': '第一句说明原理。…' }, excerpt: true };

  it('show what is there at once, and the whole texts when they have come', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf([hit]));
    const read = client.achievements.get.defer();
    await showReady({}, client);
    expect(client.achievements.list.calls[0]?.query).toMatchObject({ texts: 'excerpts' });
    await screen.getByRole('link').click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByText('第一句说明原理。…')).toBeVisible();
    read.resolve({ ...full, summary: { 'zh-CN': whole } });
    await expect.element(dialog.getByText(whole)).toBeVisible();
    expect(client.achievements.get.calls[0]?.query).toBe(full.id);
  });

  it('say so when the rest does not come, keep what is there, and try again', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf([hit]));
    client.achievements.get.defer().reject(new NetworkError({ offline: true }));
    await showReady({}, client);
    await screen.getByRole('link').click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    await expect.element(dialog.getByText('第一句说明原理。…')).toBeVisible();
    client.achievements.get.answer({ ...full, summary: { 'zh-CN': whole } });
    await dialog.getByRole('button', { name: '重试' }).click();
    await expect.element(dialog.getByText(whole)).toBeVisible();
    expect(dialog.getByRole('alert').elements()).toEqual([]);
  });
});

describe('the details in the address of the page', () => {
  // The last entry of the history, whatever the tests before left: nothing lies ahead of it
  beforeEach(() => {
    history.pushState('list', '', location.pathname);
  });

  it('are kept there, and going back closes them', async () => {
    await open({ urlState: '' });
    expect(new URLSearchParams(location.search).get('record')).toBe('perovskite-tandem');
    history.back();
    await until(() => dialogs().length === 0);
    expect(location.search).toBe('');
    history.forward();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
  });

  it('show again when the address leads back to them before their dialog has told that it is closed', async () => {
    await open({ urlState: '' });
    const forward = (): void => {
      expect(dialogs()).toEqual([]);
      leadTo('?record=perovskite-tandem');
    };
    window.addEventListener('popstate', forward, { once: true });
    history.back();
    await until(() => history.state === 'forward');
    await expect.element(screen.getByRole('dialog', { name: full.title['zh-CN']! })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await until(() => dialogs().length === 0);
    expect(location.search).toBe('');
  });

  it('are those to which the address led last, however long their part takes to come', async () => {
    const client = clientOf();
    await showReady({ urlState: '' }, client);
    for (const address of ['?record=other', '?', '?record=perovskite-tandem']) leadTo(address);
    await expect.element(screen.getByRole('dialog', { name: full.title['zh-CN']! })).toBeVisible();
    expect(client.achievements.get.calls.map(({ query }) => query)).toEqual(['perovskite-tandem']);
  });

  it('leave no trace when they are closed: the next step back leaves the list', async () => {
    const before = history.length;
    await open({ urlState: '' });
    history.replaceState('details', '');
    await userEvent.keyboard('{Escape}');
    await until(() => location.search === '');
    expect(history.state).toBe('list');
    expect(history.length).toBe(before + 1);
    expect(dialogs()).toEqual([]);
  });

  it('open for a link that names a record, also one that is not in the list', async () => {
    history.replaceState(null, '', '?a.record=perovskite-tandem');
    const client = clientOf();
    client.achievements.list.answer(pageOf<AchievementHit>([sampleAchievements[3]!]));
    await showReady({ urlState: 'a' }, client);
    await expect.element(screen.getByRole('dialog', { name: full.title['zh-CN']! })).toBeVisible();
    expect(client.achievements.get.calls[0]?.query).toBe('perovskite-tandem');
    await userEvent.keyboard('{Escape}');
    await until(() => location.search === '');
  });

  it('say what is wrong when the record does not come, and try again', async () => {
    history.replaceState(null, '', '?record=perovskite-tandem');
    const client = clientOf();
    client.achievements.get.defer().reject(new NetworkError());
    await showReady({ urlState: '' }, client);
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByRole('button', { name: '重试' }).click();
    await expect.element(screen.getByRole('dialog', { name: full.title['zh-CN']! })).toBeVisible();
  });
});
