import { expect, it } from 'vitest';
import type { Observation } from '../../../src/domain/index.js';
import type { NewObservation } from '../../../src/server/store/store.js';
import { recordOf } from '../../support/records.js';
import { describeStores } from '../../support/stores.js';

const entry = (period: string, value: number, more: Partial<NewObservation> = {}): NewObservation => ({
  indicatorId: 'ind_a',
  observation: { periodStart: period, periodEnd: period, value },
  by: '统计科',
  ...more,
});
const indicator = (id: string, code: string, more: object = {}): ReturnType<typeof recordOf> =>
  recordOf(id, { kind: 'indicator', code, ...more });

describeStores('the series of indicators', (given) => {
  it('keeps what was entered, with who and why, oldest period first', async () => {
    const { store } = given();
    const reason = { 'zh-CN': '年报数据' };
    expect(await store.indicators.record([entry('2025', 12), entry('2024', 7, { reason })])).toEqual({
      entered: 2,
      corrected: 0,
      unchanged: 0,
    });
    const series = await store.indicators.series(['ind_a']);
    expect(series).toMatchObject([
      { indicatorId: 'ind_a', observation: { periodStart: '2024', value: 7 }, reason, by: '统计科' },
      { indicatorId: 'ind_a', observation: { periodStart: '2025', value: 12 }, by: '统计科' },
    ]);
    expect(series[1]).not.toHaveProperty('reason');
    for (const { at } of series) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  });

  it('adds a correction after the figure that it corrects', async () => {
    const { store } = given();
    await store.indicators.record([entry('2025', 104)]);
    const reason = { 'zh-CN': '剔除重复填报' };
    expect(await store.indicators.record([entry('2025', 96, { reason, by: '复核' })])).toMatchObject({ corrected: 1 });
    expect((await store.indicators.series(['ind_a'])).map(({ observation, by }) => [observation.value, by])).toEqual([
      [104, '统计科'],
      [96, '复核'],
    ]);
  });

  it('leaves an equal figure alone, however precisely its period is written', async () => {
    const { store } = given();
    await store.indicators.record([entry('2025', 0)]);
    const sameYear: Observation = { periodStart: '2025-01', periodEnd: '2025-12-31', value: 0 };
    const again = [entry('2025', 0), entry('2025', 0, { observation: sameYear })];
    for (const each of again) expect(await store.indicators.record([each])).toMatchObject({ unchanged: 1 });
    expect(await store.indicators.series(['ind_a'])).toHaveLength(1);
    expect(await store.outboxHead()).toBe(1);
  });

  it('tells a zero from a figure that is missing', async () => {
    const { store } = given();
    const missing: Observation = { periodStart: '2025', periodEnd: '2025', absence: 'not-available' };
    await store.indicators.record([entry('2025', 0, { observation: missing })]);
    expect(await store.indicators.record([entry('2025', 0)])).toMatchObject({ corrected: 1 });
  });

  it('takes the last of several figures for a period in one call', async () => {
    const { store } = given();
    expect(await store.indicators.record([entry('2025', 1), entry('2025', 2)])).toMatchObject({ entered: 1 });
    expect((await store.indicators.series(['ind_a'])).map((each) => each.observation.value)).toEqual([2]);
  });

  it('refuses to change or to lose history, even to who speaks to the database itself', async () => {
    const { store, database } = given();
    await store.indicators.record([entry('2025', 104)]);
    await expect(database.query(`UPDATE observations SET facts = '{}'`)).rejects.toThrow(/only added to/);
    await expect(database.query('DELETE FROM observations')).rejects.toThrow(/only added to/);
    expect((await store.indicators.series(['ind_a'])).map((each) => each.observation.value)).toEqual([104]);
  });

  it('notes once for each call that an indicator has changed', async () => {
    const { store } = given();
    await store.indicators.record([entry('2024', 1), entry('2025', 2), entry('2025', 3, { indicatorId: 'ind_b' })]);
    const noted = await store.readOutbox(0, 10);
    expect(noted).toHaveLength(2);
    for (const id of ['ind_a', 'ind_b'])
      expect(noted).toContainEqual(expect.objectContaining({ kind: 'indicator', id, op: 'put' }));
  });

  it('loses nothing when two operators correct at once', async () => {
    const { store } = given();
    await Promise.all([1, 2, 3, 4, 5].map((value) => store.indicators.record([entry('2025', value)])));
    const values = (await store.indicators.series(['ind_a'])).map((each) => each.observation.value ?? 0);
    expect(values.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stores all of a call or nothing', async () => {
    const { store } = given();
    const broken = entry('2025', 2, { reason: { 'zh-CN': 'a\0b' } });
    await expect(store.indicators.record([entry('2024', 1), broken])).rejects.toMatchObject({
      code: 'unstorable-text',
    });
    expect(await store.indicators.series(['ind_a'])).toEqual([]);
  });

  it('takes hundreds of figures in one call', async () => {
    const { store } = given();
    const years = Array.from({ length: 1200 }, (_, at) => entry(String(1000 + at), at));
    expect(await store.indicators.record(years)).toEqual({ entered: 1200, corrected: 0, unchanged: 0 });
    expect(await store.indicators.record(years)).toEqual({ entered: 0, corrected: 0, unchanged: 1200 });
  });
});

describeStores('indicators as records', (given) => {
  it('are found by id or by code, the id first', async () => {
    const { store } = given();
    await store.putRecords([indicator('ind_a', 'projects'), indicator('projects', 'other')]);
    expect(await store.indicators.find('ind_a')).toMatchObject({ id: 'ind_a' });
    expect(await store.indicators.find('other')).toMatchObject({ id: 'projects' });
    expect(await store.indicators.find('projects')).toMatchObject({ id: 'projects' });
    expect(await store.indicators.find('nothing')).toBeUndefined();
    expect(await store.indicators.find('\0')).toBeUndefined();
  });

  it('never share a code', async () => {
    const { store } = given();
    await store.putRecords([indicator('ind_a', 'projects'), recordOf('x', { code: 'projects' })]);
    await expect(store.putRecords([indicator('ind_b', 'projects')])).rejects.toMatchObject({ code: 'code-conflict' });
  });

  it('are listed when they are published', async () => {
    const { store } = given();
    await store.putRecords([
      indicator('ind_b', 'b'),
      indicator('ind_a', 'a'),
      indicator('ind_c', 'c', { status: 'draft' }),
    ]);
    expect((await store.indicators.published()).map(({ id }) => id)).toEqual(['ind_a', 'ind_b']);
  });
});
