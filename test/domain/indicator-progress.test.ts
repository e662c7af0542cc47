import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorProgress, type MeasuredIndicator } from '../../src/domain/indicator-progress.js';
import type { Observation, Target } from '../../src/domain/index.js';
import { sampleIndicators } from '../support/indicators.js';

const seen = (periodStart: string, value: number | undefined, more: Partial<Observation> = {}): Observation => ({
  periodStart,
  periodEnd: periodStart,
  ...(value === undefined ? { absence: 'not-available' } : { value }),
  ...more,
});
const aim = (periodStart: string, periodEnd: string, value: number): Target => ({ periodStart, periodEnd, value });

function annual(observations: Observation[], more: Partial<MeasuredIndicator> = {}): MeasuredIndicator {
  const targets = [aim('2024', '2024', 100), aim('2025', '2025', 300)];
  return { basis: 'annualNew', targets, observations, ...more };
}
function stock(observations: Observation[], more: Partial<MeasuredIndicator> = {}): MeasuredIndicator {
  return { basis: 'stock', targets: [aim('2023', '2025', 36)], observations, ...more };
}

describe('what is new in the year', () => {
  it('is measured by the target whose period contains it', () => {
    expect(indicatorProgress(annual([seen('2024', 80)]))).toMatchObject({ target: { value: 100 }, ratio: 0.8 });
    expect(indicatorProgress(annual([seen('2024', 80), seen('2025', 150)]))).toMatchObject({
      target: { value: 300 },
      ratio: 0.5,
    });
  });
  it('has no target in a year that the plan does not name', () => {
    const progress = indicatorProgress(annual([seen('2026', 80)]));
    expect(progress).toMatchObject({ state: 'unknown', value: 80 });
    expect(progress.target).toBeUndefined();
  });
  it('is held against the straight line while the year is running', () => {
    const at = (value: number): string =>
      indicatorProgress(annual([seen('2025', value, { asOf: '2025-06-30' })])).state;
    // 181 of 365 days of 300
    expect(indicatorProgress(annual([seen('2025', 1, { asOf: '2025-06-30' })])).expected).toBeCloseTo(148.767, 3);
    expect([at(148), at(149), at(300), at(301)]).toEqual(['behind', 'on-track', 'reached', 'exceeded']);
  });
  it('is short of the target once the year is over', () => {
    expect(indicatorProgress(annual([seen('2025', 299)])).state).toBe('behind');
    expect(indicatorProgress(annual([seen('2025', 300)])).state).toBe('reached');
  });
  it('adds up quarters, and knows no sum where one is missing', () => {
    const quarter = (start: string, end: string, value: number | undefined): Observation =>
      seen(start, value, { periodEnd: end });
    const first = quarter('2025-01', '2025-03', 0.1);
    const second = quarter('2025-04', '2025-06', 0.2);
    const targets = [aim('2025', '2025', 0.3)];
    expect(indicatorProgress(annual([first, second], { targets }))).toMatchObject({ state: 'reached', ratio: 1 });
    expect(indicatorProgress(annual([second], { targets })).state).toBe('unknown');
    const unknownFirst = quarter('2025-01', '2025-03', undefined);
    expect(indicatorProgress(annual([unknownFirst, second], { targets })).value).toBeUndefined();
  });
  it('takes the figure from the beginning of the year for the whole, not for a part to be added', () => {
    const january = seen('2025-01', 30);
    const halfYear = seen('2025-01', 160, { periodEnd: '2025-06' });
    expect(indicatorProgress(annual([january, halfYear]))).toMatchObject({ value: 160, state: 'on-track' });
  });
});

describe('a cumulative figure', () => {
  const cumulative = (observations: Observation[]): MeasuredIndicator => ({
    basis: 'cumulative',
    targets: [aim('2022', '2025', 80), aim('2022', '2023', 30)],
    observations,
  });
  it('is measured by the latest target, along a line from nothing', () => {
    const progress = indicatorProgress(cumulative([seen('2023', 40)]));
    // 730 of 1,461 days of 80
    expect(progress).toMatchObject({ target: { value: 80 }, ratio: 0.5, state: 'on-track' });
    expect(progress.expected).toBeCloseTo(39.973, 3);
    expect(indicatorProgress(cumulative([seen('2023', 39)])).state).toBe('behind');
  });
});

describe('a stock or a ratio', () => {
  it('is held against the line from the last figure before the plan', () => {
    const observations = [seen('2021', 10), seen('2022', 24), seen('2023', 28)];
    expect(indicatorProgress(stock(observations))).toMatchObject({ state: 'on-track', ratio: 28 / 36 });
    expect(indicatorProgress(stock([...observations.slice(0, 2), seen('2023', 27.9)])).state).toBe('behind');
  });
  it('is not yet due while there is nothing to draw a line from', () => {
    expect(indicatorProgress(stock([seen('2023', 28)]))).toMatchObject({ state: 'not-due', ratio: 28 / 36 });
  });
  it('is not yet due before the plan begins, but may have been reached already', () => {
    expect(indicatorProgress(stock([seen('2022', 24)])).state).toBe('not-due');
    expect(indicatorProgress(stock([seen('2022', 40)])).state).toBe('exceeded');
  });
});

describe('where less is better', () => {
  const down = (...values: number[]): MeasuredIndicator =>
    stock(
      values.map((value, index) => seen(String(2022 + index), value)),
      { direction: 'down', targets: [aim('2023', '2025', 3)] },
    );
  it('a value below the target exceeds it', () => {
    expect(indicatorProgress(down(9, 2))).toMatchObject({ state: 'exceeded', ratio: 1.5 });
    expect(indicatorProgress(down(9, 3)).state).toBe('reached');
  });
  it('a value above the falling line is behind', () => {
    expect(indicatorProgress(down(9, 6.9)).state).toBe('on-track');
    expect(indicatorProgress(down(9, 7.1)).state).toBe('behind');
    expect(indicatorProgress(down(9, 7, 5, 3.1)).state).toBe('behind');
  });
  it('a limit for the year is kept only when the year is over', () => {
    const spent = (value: number, asOf: string): string =>
      indicatorProgress(annual([seen('2025', value, { asOf })], { direction: 'down' })).state;
    expect(spent(100, '2025-06-30')).toBe('on-track');
    expect(spent(200, '2025-06-30')).toBe('behind');
    expect(spent(299, '2025-12-31')).toBe('exceeded');
  });
});

describe('what is not known', () => {
  it('is unknown, with the newest figure that is known beside it', () => {
    const progress = indicatorProgress(annual([seen('2024', 80), seen('2025', undefined)]));
    expect(progress).toMatchObject({ state: 'unknown', latestKnown: { value: 80 } });
    expect([progress.value, progress.ratio, progress.change]).toEqual([undefined, undefined, undefined]);
  });
  it('is unknown without any observation, and not due before the plan begins', () => {
    expect(indicatorProgress(annual([]))).toEqual({ state: 'unknown' });
    expect(indicatorProgress(annual([]), { at: '2025-03-01' })).toEqual({ state: 'unknown' });
    expect(indicatorProgress(annual([]), { at: '2023-12-31' })).toEqual({ state: 'not-due' });
  });
  it('leaves out what came after the day asked about', () => {
    const observations = [seen('2024', 120), seen('2025', 10)];
    expect(indicatorProgress(annual(observations), { at: '2024' })).toMatchObject({ value: 120, state: 'exceeded' });
  });
  it('gives no share of a target of zero or below', () => {
    expect(indicatorProgress(annual([seen('2025', 5)], { targets: [aim('2025', '2025', 0)] }))).toMatchObject({
      state: 'exceeded',
    });
    expect(indicatorProgress(annual([seen('2025', 5)], { targets: [aim('2025', '2025', 0)] })).ratio).toBeUndefined();
  });
});

describe('the change', () => {
  it('is from the same period of the year before', () => {
    expect(indicatorProgress(annual([seen('2024', 80), seen('2025', 100)])).change).toEqual({
      from: seen('2024', 80),
      absolute: 20,
      relative: 0.25,
    });
  });
  it('compares half a year with half a year only', () => {
    const now = seen('2025', 50, { asOf: '2025-06-30' });
    expect(indicatorProgress(annual([seen('2024', 80), now])).change).toBeUndefined();
    const then = seen('2024', 40, { asOf: '2024-06-30' });
    expect(indicatorProgress(annual([then, now])).change).toMatchObject({ absolute: 10 });
  });
  it('is no share of nothing, nor of a debt', () => {
    expect(indicatorProgress(annual([seen('2024', 0), seen('2025', 5)])).change).toEqual({
      from: seen('2024', 0),
      absolute: 5,
    });
    expect(indicatorProgress(annual([seen('2024', -2), seen('2025', 5)])).change?.relative).toBeUndefined();
  });
  it('takes the end of February for what it is', () => {
    const at = (day: string, value: number): Observation => seen(day, value);
    expect(indicatorProgress(stock([at('2023-02-28', 1), at('2024-02-29', 3)])).change?.absolute).toBe(2);
  });
});

describe('any series', () => {
  const figure = fc.record({
    start: fc.integer({ min: 2015, max: 2030 }),
    value: fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { nil: undefined }),
  });
  const indicator = fc.record({
    basis: fc.constantFrom('annualNew', 'cumulative', 'stock', 'ratio'),
    direction: fc.constantFrom('up', 'down', undefined),
    targets: fc.array(
      fc
        .tuple(
          fc.integer({ min: 2020, max: 2025 }),
          fc.integer({ min: 0, max: 5 }),
          fc.double({ min: -1e6, max: 1e12, noNaN: true }),
        )
        .map(([start, years, value]) => aim(String(start), String(start + years), value)),
      { maxLength: 4 },
    ),
    observations: fc
      .uniqueArray(figure, { selector: ({ start }) => start, maxLength: 12 })
      .map((figures) => figures.map(({ start, value }) => seen(String(start), value))),
  });
  it('never invents a figure, and says nothing of a target without one', () => {
    fc.assert(
      fc.property(indicator, (each) => {
        const progress = indicatorProgress(each);
        const newest = each.observations
          .slice()
          .sort((a, b) => Number(a.periodEnd) - Number(b.periodEnd))
          .at(-1);
        expect(progress.latest).toEqual(newest);
        // Years of a longer target are added up; everything else is the figure as it was reported
        if (each.basis !== 'annualNew' || !progress.target) expect(progress.value).toBe(newest?.value);
        if (newest?.value === undefined) expect(progress.state).toBe('unknown');
        for (const number of [progress.ratio, progress.expected, progress.change?.absolute])
          expect(number === undefined || Number.isFinite(number)).toBe(true);
      }),
    );
  });
  it('does not depend on the order of the observations', () => {
    fc.assert(
      fc.property(indicator, (each) => {
        const turned = { ...each, observations: each.observations.toReversed() };
        expect(indicatorProgress(turned)).toEqual(indicatorProgress(each));
      }),
    );
  });
  it('is never worse for a better value', () => {
    const rank = ['behind', 'not-due', 'on-track', 'reached', 'exceeded'];
    fc.assert(
      fc.property(indicator, fc.double({ min: 0, max: 1e9, noNaN: true }), (each, more) => {
        const before = indicatorProgress(each);
        const { latest } = before;
        fc.pre(latest?.value !== undefined && before.state !== 'unknown');
        const value = (latest?.value ?? 0) + (each.direction === 'down' ? -more : more);
        const better = each.observations.map((other) => (other === latest ? { ...other, value } : other));
        const after = indicatorProgress({ ...each, observations: better });
        expect(rank.indexOf(after.state)).toBeGreaterThanOrEqual(rank.indexOf(before.state));
      }),
    );
  });
});

describe('the sample indicators', () => {
  it('show every state', () => {
    const states = sampleIndicators.map((each) => [each.code, indicatorProgress(each).state]);
    expect(Object.fromEntries(states)).toEqual({
      'achievements-published': 'on-track',
      'projects-landed': 'behind',
      'high-value-patents-per-10000': 'on-track',
      'transfer-fund': 'reached',
      'top-talents': 'behind',
      'transfer-staff': 'unknown',
      brokers: 'unknown',
      'carrier-floor-area': 'not-due',
      'days-to-register': 'behind',
      'net-inflow': 'unknown',
      'contracts-amount': 'exceeded',
    });
  });
});
