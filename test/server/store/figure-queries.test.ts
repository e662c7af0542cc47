import { expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/server/store/store.js';
import { noteInAudit } from '../../../src/server/store/audit.js';
import { recordOf } from '../../support/records.js';
import { describeStores } from '../../support/stores.js';
import { insertSubmission } from '../../support/submissions.js';

const TODAY = '2026-05-18';
const achievement = (id: string, publishedOn: string | undefined, more: object = {}): StoredRecord =>
  recordOf(id, { createdAt: '2025-03-01T00:00:00Z', ...(publishedOn && { publishedOn }), ...more });
const event = (id: string, start: string, more: object = {}): StoredRecord =>
  recordOf(id, { kind: 'event', state: 'scheduled', start, ...more });
const carrier = (id: string, years: (number | undefined)[]): StoredRecord =>
  recordOf(id, {
    kind: 'incubator',
    recognitions: years.map((year) => ({ level: 'municipal', ...(year !== undefined && { year }) })),
  });

describeStores('figures that the platform counts itself', (given) => {
  const count = async (query: string, records: StoredRecord[], today = TODAY): Promise<Record<string, number>> => {
    const { store } = given();
    await store.putRecords(records);
    const figures = (await store.indicators.figures(query, today)) ?? [];
    return Object.fromEntries(figures.map(({ year, value }) => [year, value]));
  };

  it('achievements by the year of their publication, a year without any at 0', async () => {
    const records = [
      achievement('a', '2026-01-05'),
      achievement('b', '2026'),
      achievement('c', '2024-12-31'),
      achievement('no date', undefined),
    ];
    expect(await count('achievements-published', records)).toEqual({ 2024: 1, 2025: 0, 2026: 2 });
  });

  it('only what is published, and not what is dated later', async () => {
    const records = [
      achievement('draft', '2026-01-05', { status: 'draft' }),
      achievement('withdrawn', '2026-01-05', { status: 'tombstone' }),
      achievement('tomorrow', '2026-05-19'),
      achievement('today', TODAY),
    ];
    expect(await count('achievements-published', records)).toEqual({ 2026: 1 });
  });

  it('nothing of an empty platform is 0 this year, not unknown', async () => {
    expect(await count('achievements-published', [])).toEqual({ 2026: 0 });
    expect(await count('demands-published', [])).toEqual({ 2026: 0 });
  });

  it('the last ten years at most, however old a date is', async () => {
    const figures = await count('achievements-published', [achievement('old', '0007'), achievement('new', '2026')]);
    expect(Object.keys(figures)).toEqual(Array.from({ length: 10 }, (_, at) => String(2017 + at)));
  });

  it('demands apart from achievements, by their creation where no other date is given', async () => {
    const demand = achievement('d', '2026-02', { kind: 'demand' });
    const undated = achievement('e', undefined, { kind: 'demand' });
    expect(await count('demands-published', [demand, undated, achievement('a', '2026')])).toEqual({ 2025: 1, 2026: 1 });
  });

  it('events that have been held: not those to come, not those called off', async () => {
    const records = [
      event('held', '2026-03-01T14:00:00+08:00'),
      event('today', '2026-05-18T14:00:00+08:00', { state: 'rescheduled' }),
      event('last year', '2025-11-11', { allDay: true }),
      event('begun', '2026-05-17', { end: '2026-05-20', allDay: true }),
      event('to come', '2026-06-01T14:00:00+08:00'),
      event('cancelled', '2026-03-02T14:00:00+08:00', { state: 'cancelled' }),
      event('postponed', '2026-03-03T14:00:00+08:00', { state: 'postponed' }),
    ];
    expect(await count('events-held', records)).toEqual({ 2025: 1, 2026: 3 });
  });

  it('cooperations as events reported them; a year in which none did is not known', async () => {
    const records = [
      event('two', '2026-03-01', { result: { projects: 2 } }),
      event('none', '2026-03-02', { result: { projects: 0 } }),
      event('not counted', '2026-03-03', { result: { attendees: 80 } }),
      event('nothing said', '2025-03-03'),
      event('a true zero', '2024-03-03', { result: { projects: 0 } }),
    ];
    expect(await count('cooperations-reported', records)).toEqual({ 2024: 0, 2026: 2 });
    expect(await count('cooperations-reported', [])).toEqual({ 2024: 0, 2026: 2 });
  });

  it('carriers in the year of their first recognition', async () => {
    const records = [
      carrier('a', [2026]),
      carrier('b', [2025, 2026]),
      carrier('c', [undefined, 2026]),
      carrier('d', []),
      recordOf('e', { kind: 'incubator' }),
      carrier('f', [2027]),
    ];
    expect(await count('incubators-added', records)).toEqual({ 2025: 1, 2026: 2 });
  });

  it('nothing for a query that nobody wrote', async () => {
    expect(await given().store.indicators.figures('moon-landings', TODAY)).toBeUndefined();
  });

  it('demands that came to a contract at the desk, each once, by the year of the first', async () => {
    const { database } = given();
    const contract = async (at: string, kind: 'demand' | 'enquiry' = 'demand'): Promise<string> => {
      const { reference } = await insertSubmission(database, {
        kind,
        ...(kind === 'enquiry' && { draft: { kind, topic: 'licence', message: '询价', lang: 'zh-CN' } }),
      });
      await note(reference, at);
      return reference;
    };
    const note = (reference: string, at: string): Promise<unknown> =>
      database.transaction((tx) =>
        noteInAudit(tx, { reference, actor: '张工', action: 'transition', from: 'negotiating', to: 'contracted' }, at),
      );
    const twice = await contract('2025-03-01T00:00:00.000Z');
    await note(twice, '2026-03-01T00:00:00.000Z');
    // New year in China, the old one still in Greenwich
    await contract('2025-12-31T20:00:00.000Z');
    await contract('2026-06-01T00:00:00.000Z');
    await contract('2026-01-01T00:00:00.000Z', 'enquiry');
    expect(await count('demands-contracted', [])).toEqual({ 2025: 1, 2026: 1 });
    expect(await count('achievements-contracted', [])).toEqual({ 2026: 0 });
  });
});
