import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { Indicator, type Observation } from '../../../src/domain/index.js';
import '../../../src/elements/kpi-tiles/define.js';
import type { YnKpiTiles } from '../../../src/elements/kpi-tiles/index.js';
import { createFakeClient, pageOf } from '../../support/fake-client.js';
import { fixture, html, settled } from '../../support/testing.js';

interface RealNumbers {
  readonly sources: Readonly<Record<string, string>>;
  readonly new_licenses_by_agency: {
    readonly years: readonly number[];
    readonly rows: Readonly<Record<string, readonly number[]>>;
  };
  readonly tt_activity_fy2016: {
    readonly columns: readonly string[];
    readonly rows: Readonly<Record<string, readonly (number | 'na')[]>>;
  };
  readonly zh_facts: readonly {
    readonly label: string;
    readonly value: number | string;
    readonly unit: string;
    readonly source: string;
  }[];
}

// Beside the checkout; absent where only the project itself is there
const real = await commands
  .readFile('../shared/data/indicators/kpi-real-numbers.json')
  .then((text) => JSON.parse(text) as RealNumbers)
  .catch(() => undefined);

const year = (start: number, value: number | 'na'): Observation => ({
  periodStart: String(start),
  periodEnd: String(start),
  ...(value === 'na' ? { absence: 'not-available' } : { value }),
});

/** A record as the platform would have it, through the schema of the wire. */
function record(code: string, fields: Partial<Indicator>): Indicator {
  const result = Indicator.safeParse({
    kind: 'indicator',
    id: code,
    code,
    status: 'published',
    lang: 'en',
    title: { en: code },
    source: { name: 'Real numbers', id: code },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    basis: 'annualNew',
    ...fields,
  });
  if (!result.success) throw new Error(JSON.stringify(result.error.issues));
  return result.data;
}

async function shown(items: readonly Indicator[], lang: string): Promise<Map<string, string>> {
  const client = createFakeClient();
  client.indicators.list.answer(pageOf(items));
  const element = Object.assign(document.createElement('yn-kpi-tiles'), { client }) as YnKpiTiles;
  await fixture(html`<main lang=${lang}>${element}</main>`);
  await settled(element);
  await expect.poll(() => element.shadowRoot!.querySelector('.wordless')).toBeNull();
  // Tiles come a few at a time, what can be pressed after them, and the dialog last
  await expect.poll(() => element.shadowRoot!.querySelector('dialog')).not.toBeNull();
  const tiles = [...element.shadowRoot!.querySelectorAll('[part=tile]')];
  return new Map(
    tiles.map((tile, index) => [
      items[index]!.code,
      tile.querySelector('[part=figure]')!.textContent.replaceAll(/\s+/g, ''),
    ]),
  );
}

describe.skipIf(!real)('real numbers (../shared/data, skipped where it is absent)', () => {
  it('shows the last year of each agency, a real zero as zero', async () => {
    const { years, rows } = real!.new_licenses_by_agency;
    const items = Object.entries(rows).map(([agency, values]) =>
      record(agency, {
        unit: { en: 'licenses' },
        observations: values.map((value, index) => year(years[index]!, value)),
      }),
    );
    const figures = await shown(items, 'zh-CN');
    expect(figures.get('DHS')).toBe('0licenses');
    expect(figures.get('DOE')).toBe('700licenses');
    expect(figures.get('NASA')).toBe('172licenses');
  });

  it('shows a dash and words for every "na", and for nothing else', async () => {
    const { columns, rows } = real!.tt_activity_fy2016;
    const given = Object.entries(rows).flatMap(([row, values], at) =>
      values.map((value, index) => ({ code: `r${at}-${columns[index]}`, row, value })),
    );
    const figures = await shown(
      given.map(({ code, row, value }) => record(code, { title: { en: row }, observations: [year(2016, value)] })),
      'en',
    );
    for (const { code, value } of given)
      expect(figures.get(code)).toBe(value === 'na' ? '—Notavailable' : value.toLocaleString('en'));
  });

  it('writes Chinese units as people do', async () => {
    const facts = real!.zh_facts.flatMap(({ value, unit, ...rest }, at) =>
      typeof value === 'number' ? [{ ...rest, value, unit: unit.replace(/\(.*\)/, ''), code: `zh${at}` }] : [],
    );
    const figures = await shown(
      facts.map(({ code, label, unit, value }) =>
        record(code, {
          title: { 'zh-CN': label },
          unit: { 'zh-CN': unit },
          basis: 'stock',
          observations: [year(2018, value)],
        }),
      ),
      'zh-CN',
    );
    const byLabel = new Map(facts.map(({ label, code }) => [label, figures.get(code)]));
    expect(byLabel.get('浙江2030孵化器总面积目标')).toBe('3000万平方米');
    expect(byLabel.get('浙江2030引育科技型企业')).toBe('6万家');
    expect(byLabel.get('浙江2030孵化器目标')).toBe('2500家');
    expect(byLabel.get('纳斯科创园入驻率')).toBe('98%');
  });
});
