import { describe, expect, it } from 'vitest';
import { sampleIndicators } from '../support/indicators.js';
import { clientOf, envelope, json, rejectionOf } from './fake-fetch.js';

const [first, second] = sampleIndicators;

describe('client.indicators', () => {
  it('asks for codes and a section, and gives indicators with their series', async () => {
    const { client, fetch } = clientOf([json(envelope({ items: [first, second], total: 2 }))]);
    const page = await client.indicators.list({ codes: ['a', 'b'], section: 'goals', lang: 'en' });
    expect(page).toMatchObject({ items: [first, second], total: 2, rejected: 0 });
    const { pathname, searchParams } = new URL(fetch.requests[0]?.url ?? '');
    expect(pathname).toMatch(/\/api\/v1\/indicators$/);
    expect(Object.fromEntries(searchParams)).toMatchObject({ code: 'a,b', section: 'goals', lang: 'en' });
  });

  it('sets a broken indicator aside and keeps the others', async () => {
    const { client } = clientOf([json(envelope({ items: [{ ...first, basis: 7 }, second], total: 2 }))]);
    expect(await client.indicators.list()).toMatchObject({ items: [second], rejected: 1 });
  });

  it('reads one, and its series', async () => {
    const { client, fetch } = clientOf([json(second), json({ items: second?.observations })]);
    expect(await client.indicators.get('projects-landed')).toEqual(second);
    expect(await client.indicators.observations('projects-landed')).toEqual(second?.observations);
    expect(fetch.requests.map(({ url }) => new URL(url).pathname.replace(/^.*\/api\/v1/, ''))).toEqual([
      '/indicators/projects-landed',
      '/indicators/projects-landed/observations',
    ]);
  });

  it.each(['', '..', 'a/b', '指标'])('refuses %j before anything is sent', async (wanted) => {
    const { client, fetch } = clientOf([]);
    expect(await rejectionOf(client.indicators.get(wanted))).toMatchObject({ code: 'config' });
    expect(await rejectionOf(client.indicators.observations(wanted))).toMatchObject({ code: 'config' });
    expect(fetch.requests).toEqual([]);
  });

  it.each([
    ['achievements?r.published=2026-01-01..2026-12-31', undefined, 'achievements?r.published=2026-01-01..2026-12-31'],
    ['achievements', 'en', 'en/achievements'],
    ['events?f.state=scheduled&f.state=rescheduled', 'en', 'api/v1/events?f.state=scheduled&f.state=rescheduled'],
    ['incubators?r.recognised=2026-01-01..2026-05-01', 'en', 'api/v1/incubators?r.recognised=2026-01-01..2026-05-01'],
    ['demands?r.published=2026-01-01..2026-05-01', 'zh-CN', 'api/v1/demands?r.published=2026-01-01..2026-05-01'],
  ])('links to where the records of %s are listed (%s)', (drillDown, lang, address) => {
    const { client, fetch } = clientOf([]);
    const link = client.indicators.recordsLink(drillDown, lang);
    expect(new URL(link?.href ?? '').href).toBe(new URL(address, client.achievements.listUrl({ lang: 'zh-CN' })).href);
    expect(link?.isData).toBe(!drillDown.startsWith('achievements'));
    expect(fetch.requests).toEqual([]);
  });

  it.each(['javascript:alert(1)', '../admin', 'achievements/../../admin', 'https://elsewhere.example', ''])(
    'links nowhere for %j',
    (drillDown) => {
      expect(clientOf([]).client.indicators.recordsLink(drillDown)).toBeUndefined();
    },
  );
});
