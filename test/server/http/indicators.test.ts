import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator, Observation } from '../../../src/domain/index.js';
import type { Platform } from '../../../src/server/platform.js';
import { createClient } from '../../../src/sdk/index.js';
import type { StoredRecord } from '../../../src/server/store/store.js';
import { recordOf } from '../../support/records.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

const TALENT = { code: 'talent', label: { 'zh-CN': '人才', en: 'Talent' } };
const GOALS = { code: 'goals', label: { 'zh-CN': '总体目标', en: 'Overall targets' } };

/** An indicator as an import stores it: its series is apart. */
function indicator(code: string, fields: Partial<Indicator> = {}): StoredRecord {
  return recordOf(`ind_${code}`, {
    kind: 'indicator',
    code,
    title: { 'zh-CN': `指标 ${code}`, en: `Indicator ${code}` },
    lang: 'zh-CN',
    basis: 'annualNew',
    unit: { 'zh-CN': '项', en: 'projects' },
    observations: [],
    ...fields,
  });
}

describe('indicators over HTTP', () => {
  let platform: Platform;
  let token: string;
  let importToken: string;
  beforeAll(async () => {
    const store = await openTestStore();
    token = (await store.createToken({ label: '统计科', scopes: ['indicators'] })).secret;
    importToken = (await store.createToken({ label: '导入', scopes: ['import'] })).secret;
    await store.putRecords([
      indicator('projects', { section: GOALS, order: 2 }),
      indicator('achievements', {
        section: GOALS,
        order: 1,
        computed: { query: 'achievements-published' },
        targets: [{ periodStart: '2025', periodEnd: '2025', value: 300 }],
      }),
      indicator('talents', { section: TALENT, order: 3, basis: 'cumulative' }),
      indicator('unordered'),
      indicator('draft', { status: 'draft' }),
      indicator('withdrawn', { status: 'tombstone' }),
      achievement('a', { publishedOn: '2025-03-01' }),
      achievement('b', { publishedOn: '2025-04-01' }),
      achievement('c', { publishedOn: '2024-04-01' }),
    ]);
    const by = '统计科';
    const figure = (period: string, value: number): Observation => ({ periodStart: period, periodEnd: period, value });
    await store.indicators.record([
      { indicatorId: 'ind_projects', observation: figure('2024', 88), by },
      { indicatorId: 'ind_projects', observation: figure('2025', 104), by },
    ]);
    await store.indicators.record([
      { indicatorId: 'ind_projects', observation: figure('2025', 96), by: '复核', reason: { 'zh-CN': '剔除重复' } },
      { indicatorId: 'ind_talents', observation: figure('2025', 0), by },
    ]);
    platform = await startQuietly({ store, source: '示例平台' });
  });
  afterAll(() => platform.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/indicators${path}`, { headers });
  const read = async (path: string, headers?: Record<string, string>): Promise<Record<string, unknown>> =>
    (await (await get(path, headers)).json()) as Record<string, unknown>;
  const codes = async (path: string): Promise<string[]> =>
    ((await read(path)).items as Indicator[]).map(({ code }) => code);
  const put = (code: string, body: object, bearer = token): Promise<Response> =>
    fetch(`${platform.url}/api/v1/indicators/${code}/observations`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  describe('reading', () => {
    it('lists what is published, in the plan’s order, those without a place last', async () => {
      expect(await codes('')).toEqual(['achievements', 'projects', 'talents', 'unordered']);
    });

    it('answers in the envelope of every list, with the sections counted and codes in words', async () => {
      expect(await read('?lang=en')).toMatchObject({
        total: 4,
        source: '示例平台',
        asOf: expect.stringMatching(/^20/) as string,
        facets: [
          {
            id: 'section',
            label: 'Section',
            values: [
              { value: 'goals', label: 'Overall targets', count: 2 },
              { value: 'talent', label: 'Talent', count: 1 },
            ],
          },
        ],
        labels: { 'indicator-basis.annualNew': 'New in the year' },
      });
      expect((await read('?lang=zh')).facets).toMatchObject([{ label: '板块', values: [{ label: '总体目标' }, {}] }]);
    });

    it('chooses by code and by section; a section’s count leaves out its own choice', async () => {
      expect(await codes('?code=talents,projects')).toEqual(['projects', 'talents']);
      expect(await codes('?code=talents&code=nothing')).toEqual(['talents']);
      expect(await codes('?section=talent')).toEqual(['talents']);
      expect((await read('?section=talent&code=projects')).facets).toMatchObject([
        {
          values: [
            { value: 'goals', count: 1 },
            { value: 'talent', count: 0 },
          ],
        },
      ]);
    });

    it('says what is wrong with a parameter', async () => {
      const response = await get('?code=&colour=red');
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ path: 'colour' }, { path: 'code', code: 'empty' }] });
    });

    it('gives one by its id or its code, its correction told and its author kept back', async () => {
      const one = await read('/projects');
      expect(await read('/ind_projects')).toEqual(one);
      expect(one.observations).toEqual([
        { periodStart: '2024', periodEnd: '2024', value: 88 },
        {
          periodStart: '2025',
          periodEnd: '2025',
          value: 96,
          revisions: [
            { value: 104, replacedAt: expect.stringMatching(/^20/) as string, reason: { 'zh-CN': '剔除重复' } },
          ],
        },
      ]);
    });

    it('tells an operator who corrected it, and nobody else', async () => {
      const seen = await read('/projects/observations', { authorization: `Bearer ${token}` });
      expect(JSON.stringify(seen)).toContain('复核');
      for (const bearer of [undefined, importToken, 'wrong']) {
        const items = await read('/projects/observations', bearer ? { authorization: `Bearer ${bearer}` } : {});
        expect(items).toMatchObject({ items: [{ value: 88 }, { value: 96 }] });
        expect(JSON.stringify(items)).not.toContain('复核');
      }
    });

    it('keeps a zero a zero', async () => {
      expect((await read('/talents')).observations).toEqual([{ periodStart: '2025', periodEnd: '2025', value: 0 }]);
    });

    it.each([
      ['draft', 404],
      ['nothing', 404],
      ['withdrawn', 410],
      ['%2e%2e', 404],
    ])('answers %s with %i', async (code, status) => {
      expect((await get(`/${code}`)).status).toBe(status);
    });

    it('need not be sent twice', async () => {
      const first = await get('');
      const etag = first.headers.get('etag') ?? '';
      expect((await get('', { 'if-none-match': etag })).status).toBe(304);
    });
  });

  describe('what the platform counts itself', () => {
    it('is the number of its records, and leads to the list of exactly those', async () => {
      const one = (await read('/achievements')) as unknown as Indicator;
      expect(one.method).toBe('computed');
      const counted = new Map(one.observations.map(({ periodStart, value }) => [periodStart, value]));
      expect([counted.get('2024'), counted.get('2025')]).toEqual([1, 2]);
      // Nothing yet in the year that is running: there is no list to lead to
      expect(one.observations.at(-1)).toMatchObject({ value: 0, provisional: true });
      expect(one.drillDown).toBeUndefined();

      const today = one.observations.at(-1)?.asOf ?? '';
      await platform.store.putRecords([
        achievement('new', { publishedOn: today }),
        achievement('n', { publishedOn: today }),
      ]);
      await platform.refresh();
      const { observations, drillDown = '' } = (await read('/achievements')) as unknown as Indicator;
      expect(drillDown).toBe(`achievements?r.published=${today.slice(0, 4)}-01-01..${today}`);
      const list = await fetch(`${platform.url}/api/v1/${drillDown}`);
      expect(((await list.json()) as { total: number }).total).toBe(observations.at(-1)?.value);
      expect(observations.at(-1)?.value).toBe(2);
    });

    it('follows the records at once', async () => {
      const before = (await read('/achievements')) as unknown as Indicator;
      await platform.store.putRecords([achievement('d', { publishedOn: '2024-05-01' })]);
      const after = (await read('/achievements')) as unknown as Indicator;
      const in2024 = ({ observations }: Indicator): number | undefined =>
        observations.find(({ periodStart }) => periodStart === '2024')?.value;
      expect((in2024(after) ?? 0) - (in2024(before) ?? 0)).toBe(1);
      expect(((await read('?code=achievements')).items as Indicator[])[0]).toEqual(after);
    });

    it('cannot be entered by hand', async () => {
      const response = await put('achievements', {
        periodStart: '2025',
        periodEnd: '2025',
        value: 300,
        reason: '补录',
      });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ type: 'urn:problem-type:yuniao:indicator-computed' });
    });
  });

  describe('entering and correcting', () => {
    const year = (value: number): object => ({ periodStart: '2026', periodEnd: '2026', value, reason: '季报' });

    it('enters a figure, corrects it, and says so', async () => {
      expect(await (await put('unordered', year(3))).json()).toEqual({
        result: 'entered',
        observation: { periodStart: '2026', periodEnd: '2026', value: 3 },
      });
      expect(await (await put('unordered', year(3))).json()).toMatchObject({ result: 'unchanged' });
      const corrected = await put('unordered', { ...year(5), reason: { en: 'Counted again', 'zh-CN': '重新核实' } });
      expect(await corrected.json()).toMatchObject({
        result: 'corrected',
        observation: { value: 5, revisions: [{ value: 3, reason: { en: 'Counted again' }, by: '统计科' }] },
      });
      expect((await read('/unordered')).observations).toMatchObject([{ value: 5, revisions: [{ value: 3 }] }]);
      expect(((await read('?code=unordered')).items as Indicator[])[0]?.observations).toMatchObject([{ value: 5 }]);
    });

    it('needs a token that allows it', async () => {
      expect((await put('unordered', year(3), importToken)).status).toBe(403);
      expect((await put('unordered', year(3), 'wrong')).status).toBe(401);
    });

    it.each([
      [{ value: 3 }, ['reason']],
      [{ reason: '季报' }, ['value']],
      [{ value: 3, absence: 'not-available', reason: '季报' }, ['value']],
      [{ value: '3', reason: '季报' }, ['value']],
      [{ value: 3, reason: '季报', periodStart: '2026-02-30', periodEnd: '2026-04' }, ['periodStart']],
      [{ value: 3, reason: '季报', periodStart: '2027' }, ['periodEnd']],
    ])('refuses %j and names %j', async (body, paths) => {
      const response = await put('unordered', { periodStart: '2026', periodEnd: '2026', ...body });
      expect(response.status).toBe(422);
      const { errors } = (await response.json()) as { errors: { path: string }[] };
      expect(errors.map(({ path }) => path)).toEqual(paths);
    });

    it('has nowhere to put a figure of an indicator that is not there', async () => {
      expect((await put('nothing', year(1))).status).toBe(404);
      expect((await put('withdrawn', year(1))).status).toBe(410);
    });
  });

  describe('as tables', () => {
    it('have a row for each period, headers and codes in the language asked for', async () => {
      const response = await get('.csv?code=projects,talents&lang=zh-CN');
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="indicators.csv"');
      const text = Buffer.from(await response.arrayBuffer()).toString();
      expect(text.startsWith('\uFEFF指标编码,指标名称,')).toBe(true);
      const lines = text.trim().split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines[2]).toMatch(
        /^projects,指标 projects,Indicator projects,总体目标,2,2025,2025,96,.*年度新增.*: 104，剔除重复$/,
      );
      const english = await (await get('/projects/observations.csv?lang=en')).text();
      expect(english).toMatch(/^\uFEFF?Code,Name \(Chinese\),/);
      expect(english).toMatch(/New in the year/);
    });
  });

  describe('importing a file', () => {
    const send = (body: string, type: string, query = '', bearer = token): Promise<Response> =>
      fetch(`${platform.url}/api/v1/indicators/import?lang=zh-CN${query}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
        body,
      });
    const csv =
      '指标名称,指标编码,年份,完成值,单位,口径\n专利,patents,2024,12,件,年度新增\n专利,patents,2025,见附件,件,年度新增\n';

    it('stores what can be used and tells what cannot', async () => {
      const response = await send(
        csv,
        'text/csv',
        `&reason=${encodeURIComponent('年报')}&source=${encodeURIComponent('科技统计')}`,
      );
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        read: 2,
        rejectedCount: 1,
        rejected: [{ line: 3, reason: expect.stringContaining('见附件') as string }],
        indicators: { created: 1 },
        figures: { entered: 1 },
      });
      expect(await read('/patents')).toMatchObject({
        source: { name: '科技统计', id: 'patents' },
        observations: [{ value: 12 }],
      });
      await send(csv.replace(',12,', ',13,'), 'text/csv', `&reason=${encodeURIComponent('核减')}`);
      expect(await read('/patents')).toMatchObject({
        observations: [{ value: 13, revisions: [{ value: 12, reason: { 'zh-CN': '核减' } }] }],
      });
    });

    it('tries without a trace', async () => {
      const trial = await send(csv.replaceAll('patents', 'trial'), 'text/csv', '&dryRun=true');
      expect(await trial.json()).toMatchObject({ read: 2, rejectedCount: 1, figures: { entered: 0 } });
      expect((await get('/trial')).status).toBe(404);
    });

    it('takes JSON', async () => {
      const tables = { new_firms: { unit: '家', years: [2024, 2025], rows: { A: [0, 'na'] } } };
      expect(await (await send(JSON.stringify(tables), 'application/json')).json()).toMatchObject({
        figures: { entered: 2 },
        rejected: [],
      });
      expect(await read('/new-firms-a')).toMatchObject({ observations: [{ value: 0 }, { absence: 'not-available' }] });
    });

    it.each([
      ['甲,乙\n1,2\n', 'text/csv', 422],
      ['{"a":', 'application/json', 422],
      ['<p>', 'text/html', 415],
    ])('refuses %j as %s with %i', async (body, type, status) => {
      const response = await send(body, type);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/./) as string });
    });

    it('needs a token that allows it', async () => {
      expect((await send(csv, 'text/csv', '', importToken)).status).toBe(403);
    });
  });

  it('are described: every address with the methods that it takes, and an entry that is accepted', async () => {
    const document = (await (await fetch(`${platform.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { example?: object }> } }>>;
    };
    const described = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/indicators'));
    expect(described).toHaveLength(6);
    for (const [path, methods] of described) {
      const address = `${platform.url}${path.replace('{idOrCode}', 'projects')}`;
      const allow = (await fetch(address, { method: 'OPTIONS' })).headers.get('allow');
      for (const method of Object.keys(methods))
        expect([path, allow]).toEqual([path, expect.stringContaining(method.toUpperCase())]);
    }
    const entry = document.paths['/api/v1/indicators/{idOrCode}/observations']?.put?.requestBody?.content;
    expect((await put('projects', entry?.['application/json']?.example ?? {})).status).toBe(200);
  });

  it('reach the SDK', async () => {
    const client = createClient({ baseUrl: platform.url, lang: 'en' });
    const page = await client.indicators.list({ section: 'goals' });
    expect(page).toMatchObject({ total: 2, rejected: 0, items: [{ code: 'achievements' }, { code: 'projects' }] });
    expect(await client.indicators.get('projects')).toMatchObject({ code: 'projects' });
    expect(await client.indicators.observations('projects')).toMatchObject([{ value: 88 }, { value: 96 }]);
    await expect(client.indicators.get('nothing')).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.indicators.get('..')).rejects.toMatchObject({ code: 'config' });
  });
});
