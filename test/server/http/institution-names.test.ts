import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Facet, PageEnvelope } from '../../../src/domain/page.js';
import type { Platform } from '../../../src/server/platform.js';
import { eachStore, openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

const named = (
  id: string,
  ...institutions: (readonly [zh: string | undefined, en?: string])[]
): ReturnType<typeof achievement> =>
  achievement(id, {
    institutions: institutions.map(([zh, en]) => ({ name: { ...(zh && { 'zh-CN': zh }), ...(en && { en }) } })),
  });
const records = [
  named('a', ['天津大学', 'Tianjin University']),
  named('b', ['天津大学', 'Tianjin Univ.']),
  named('c', ['天津大学', 'Tianjin University'], ['浙江大学']),
  named('d', [undefined, 'Sample Institute of Technology']),
  named('e', ['北京天津科技公司']),
];

let platform: Platform;
afterEach(() => platform.close());

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${platform.url}/api/v1/achievements${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
async function institutions(query: string): Promise<Facet['values']> {
  const { facets } = await get<PageEnvelope>(`?limit=0&facets=institution&${query}`);
  return facets[0]?.values ?? [];
}
const found = async (query: string): Promise<string[]> =>
  (await get<Facet>(`/facets/institution?${query}`)).values.map(({ label }) => label);

eachStore('institutions in the answer', (openEmptyStore) => {
  it('are called in English on an English page, each by the name that most records give, and go on being the same values', async () => {
    const store = await openEmptyStore();
    await store.putRecords(records);
    platform = await startQuietly({ store });
    expect(await institutions('lang=en')).toEqual([
      { value: '天津大学', label: 'Tianjin University', count: 3 },
      { value: 'Sample Institute of Technology', label: 'Sample Institute of Technology', count: 1 },
      { value: '北京天津科技公司', label: '北京天津科技公司', count: 1 },
      { value: '浙江大学', label: '浙江大学', count: 1 },
    ]);
    expect((await institutions('lang=zh-CN')).map(({ label }) => label)).toEqual([
      '天津大学',
      'Sample Institute of Technology',
      '北京天津科技公司',
      '浙江大学',
    ]);
    const page = await get<PageEnvelope>('?lang=en&facets=institution&f.institution=天津大学');
    expect(page.total).toBe(3);
    expect(page.facets[0]?.values[0]).toEqual({ value: '天津大学', label: 'Tianjin University', count: 3 });
    // Chosen, and among what is found no record has it: its chip says the same
    expect(await institutions('lang=en&q=e&f.institution=天津大学')).toContainEqual({
      value: '天津大学',
      label: 'Tianjin University',
      count: 0,
    });
  });

  it('are called so on the records that do not say it themselves', async () => {
    const store = await openEmptyStore();
    const owned = achievement('f', { owner: { name: { 'zh-CN': '天津大学' } } });
    const own = named('b', ['天津大学', 'Tianjin Univ.']);
    await store.putRecords([...records, own, owned, named('g', ['天津大学'], ['浙江大学'])]);
    platform = await startQuietly({ store });
    const labels = async (path: string): Promise<PageEnvelope['labels']> => (await get<PageEnvelope>(path)).labels;
    const known = { 'institution.天津大学': 'Tianjin University' };
    expect(await labels('?lang=en')).toEqual(known);
    expect(await labels('?lang=en&f.institution=天津大学')).toEqual(known);
    expect(await labels('?lang=zh-CN')).toEqual({});
    for (const id of ['f', 'g']) expect(await labels(`/${id}?lang=en`), id).toEqual(known);
    for (const id of ['a', 'b', 'd', 'e']) expect(await labels(`/${id}?lang=en`), id).toEqual({});
    expect(await labels('/g?lang=zh-CN')).toEqual({});
    expect(await labels('/g')).toBeUndefined();
  });

  it('follow records that are changed, withdrawn and deleted', async () => {
    const store = await openEmptyStore();
    await store.putRecords(records);
    platform = await startQuietly({ store });
    const label = async (): Promise<string | undefined> =>
      (await institutions('lang=en')).find(({ value }) => value === '天津大学')?.label;
    expect(await label()).toBe('Tianjin University');
    await store.putRecords([named('a', ['天津大学', 'Tianjin Univ.'])]);
    await platform.refresh();
    expect(await label()).toBe('Tianjin Univ.');
    await store.putRecords([{ ...named('b', ['天津大学', 'Tianjin Univ.']), status: 'draft' }]);
    await store.deleteRecords('achievement', ['a']);
    await platform.refresh();
    expect(await label()).toBe('Tianjin University');
    await store.putRecords([named('c', ['天津大学'])]);
    await platform.refresh();
    expect(await label()).toBe('天津大学');
  });
});

describe('looking for an institution', () => {
  it('finds it by the name shown, by its Chinese name, by pinyin and initials, what begins so first', async () => {
    const store = await openTestStore();
    await store.putRecords(records);
    platform = await startQuietly({ store });
    for (const contains of ['tianjin', 'tj', 'ＴＩＡＮＪＩＮ', '天津']) {
      expect(await found(`lang=en&contains=${contains}`), contains).toEqual(['Tianjin University', '北京天津科技公司']);
      expect(await found(`lang=zh-CN&contains=${contains}`), contains).toEqual(['天津大学', '北京天津科技公司']);
    }
    for (const contains of ['tianjindaxue', 'tjdx', 'tianjin univ', '天津大學', 'tian jin da xue']) {
      expect(await found(`lang=en&contains=${contains}`), contains).toEqual(['Tianjin University']);
    }
    expect(await found('lang=en&contains=tianjin&limit=1')).toEqual(['Tianjin University']);
    expect(await found('lang=en&contains=tianjin&q=c')).toEqual(['Tianjin University']);
    expect(await found('lang=en&contains=qinghua')).toEqual([]);
  });

  it('finds places and fields by the pinyin of what they are called', async () => {
    const store = await openTestStore();
    const fields = [{ scheme: 'hightech-8', code: 'new-materials' }];
    await store.putRecords([achievement('x', { region: '330110', fields })]);
    platform = await startQuietly({ store });
    const values = async (path: string): Promise<string[]> =>
      (await get<Facet>(`/facets/${path}`)).values.map(({ label }) => label);
    expect(await values('region?contains=yuhang&lang=zh-CN')).toEqual(['余杭区']);
    expect(await values('field?contains=xcl&lang=zh-CN')).toEqual(['新材料']);
    expect(await values('field?contains=xcl&lang=en')).toEqual([]);
  });

  it('tells institutions apart that share a name', async () => {
    const store = await openTestStore();
    await store.putRecords([
      named('1', ['示例大学', 'Sample University']),
      named('2', ['示范大学', 'Sample University']),
      named('3', [undefined, 'Sample University']),
      named('4', ['样例大学', 'Model University']),
    ]);
    platform = await startQuietly({ store });
    expect((await institutions('lang=en')).map(({ value, label }) => [value, label])).toEqual(
      expect.arrayContaining([
        ['示例大学', 'Sample University (示例大学)'],
        ['示范大学', 'Sample University (示范大学)'],
        ['Sample University', 'Sample University'],
        ['样例大学', 'Model University'],
      ]),
    );
  });
});

describe('pages and exports', () => {
  it('call an institution as the record does in their language; links, chips and filters keep the value', async () => {
    const store = await openTestStore();
    await store.putRecords(records);
    platform = await startQuietly({ store });
    const read = async (path: string): Promise<string> => (await fetch(platform.url + path)).text();
    const list = await read('/en/achievements?f.institution=天津大学');
    expect(list).toContain('Institution: Tianjin University');
    expect(list).not.toContain('Institution: 天津大学');
    expect(list).toContain(`f.institution=${encodeURIComponent('浙江大学')}`);
    expect(await read('/achievements?f.institution=天津大学')).toContain('完成单位: 天津大学');
    expect(await read('/en/achievements/a')).toContain('<bdi>Tianjin University</bdi>');
    expect(await read('/achievements/a')).toContain('<bdi>天津大学</bdi>');
    for (const format of ['csv', 'ris']) {
      const exported = (lang: string): Promise<string> =>
        read(`/api/v1/achievements.${format}?f.institution=天津大学&lang=${lang}`);
      expect(await exported('en')).toContain('Tianjin Univ.');
      expect(await exported('en')).not.toContain('天津大学');
      expect(await exported('zh-CN')).toContain('天津大学');
    }
    // A record that names it in Chinese only is shown with the name that is known, and its data stay as they are
    await store.putRecords([named('h', ['天津大学'])]);
    await platform.refresh();
    const chinese = await read('/en/achievements/h');
    expect(chinese).toContain('<bdi>Tianjin University</bdi>');
    expect(chinese).not.toContain('<bdi>天津大学</bdi>');
    expect(chinese).toContain('"name":"天津大学"');
    expect(await read('/en/achievements?q=h')).not.toContain('<bdi>天津大学</bdi>');
    expect(await read('/achievements/h')).toContain('<bdi>天津大学</bdi>');
  });
});

describe('the index in a file', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuniao-names-'));
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('knows the names at the next start', async () => {
    platform = await startQuietly({ dataDir });
    await platform.store.putRecords(records);
    await platform.refresh();
    await platform.close();
    platform = await startQuietly({ dataDir });
    const health = (await (await fetch(`${platform.url}/healthz`)).json()) as object;
    expect(JSON.stringify(health)).toContain('"opened"');
    expect((await institutions('lang=en'))[0]?.label).toBe('Tianjin University');
    await platform.store.deleteRecords('achievement', ['a', 'c']);
    await platform.refresh();
    expect((await institutions('lang=en')).map(({ label }) => label)).toContain('Tianjin Univ.');
  });
});
