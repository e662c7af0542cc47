import { describe, expect, it } from 'vitest';
import { foldTitle, likeness } from '../../../src/server/desk/likeness.js';
import { earliestEnd, isNoticePeriod, isOpen, obstacleTo } from '../../../src/server/desk/rules.js';

describe('the days of a public notice', () => {
  it('are fifteen at least, first and last included, and a year at most', () => {
    expect(earliestEnd('2026-05-18')).toBe('2026-06-01');
    expect(isNoticePeriod('2026-05-18', '2026-06-01')).toBe(true);
    expect(isNoticePeriod('2026-05-18', '2026-05-31')).toBe(false);
    expect(isNoticePeriod('2026-05-18', '2027-05-18')).toBe(true);
    expect(isNoticePeriod('2026-05-18', '2027-05-19')).toBe(false);
    expect(isNoticePeriod('2026-12-20', '2027-01-03')).toBe(true);
  });

  it.each(['2026', '2026-06', '2026-06-31', '2026-13-01', 'soon', ''])('are days of the calendar, not %j', (end) => {
    expect(isNoticePeriod('2026-05-18', end)).toBe(false);
  });

  it('take objections from the first to the last day', () => {
    const notice = { start: '2026-05-18', end: '2026-06-01' };
    expect(
      ['2026-05-17', '2026-05-18', '2026-06-01', '2026-06-02'].map((day) => isOpen('publicNotice', notice, day)),
    ).toEqual([false, true, true, false]);
    expect(isOpen('published', notice, '2026-05-20')).toBe(false);
  });
});

describe('what stands in the way of publishing', () => {
  const notice = { end: '2026-06-01', at: '2026-05-18T00:00:00.000Z' };
  const settled = (upheld: boolean) => ({
    at: '2026-05-20T00:00:00Z',
    by: '张工',
    upheld,
    note: { 'zh-CN': '已核实' },
  });
  const objection = (upheld?: boolean, at = '2026-05-19T00:00:00.000Z') => ({
    at,
    ...(upheld !== undefined && { settled: settled(upheld) }),
  });
  const look = (status: string, objections: ReturnType<typeof objection>[], today = '2026-06-02') =>
    obstacleTo('published', { status, notice, objections }, today);

  it('is a notice that runs', () => {
    expect(look('publicNotice', [], '2026-06-01')).toBe('notice-runs');
    expect(look('publicNotice', [])).toBeUndefined();
  });

  it('is an objection that is open, wherever it stands, or was upheld to this notice', () => {
    expect(look('publicNotice', [objection()])).toBe('objection-open');
    expect(look('firstReview', [objection()])).toBe('objection-open');
    expect(look('publicNotice', [objection(true)])).toBe('objection-upheld');
    expect(look('publicNotice', [objection(false)])).toBeUndefined();
    expect(look('publicNotice', [objection(true, '2026-03-01T00:00:00.000Z')])).toBeUndefined();
  });

  it('stands in the way of nothing else', () => {
    expect(obstacleTo('returned', { status: 'publicNotice', notice, objections: [objection()] }, '2026-05-20')).toBe(
      undefined,
    );
  });
});

describe('the likeness of titles', () => {
  const like = (a: string, b: string): number => likeness(foldTitle(a), foldTitle(b));

  it('is 1 for titles that differ in script, width, case and signs alone', () => {
    expect(like('鈣鈦礦 電池封裝', '钙钛矿电池封装')).toBe(1);
    expect(like('ＴＲＬ 6：Bearing!', 'trl6 bearing')).toBe(1);
  });

  it('is high for a word more, low for another subject', () => {
    expect(like('高速电机轴承的长寿命润滑', '关于高速电机轴承长寿命润滑的需求')).toBeGreaterThan(0.6);
    expect(like('高速电机轴承的长寿命润滑', '高速公路桥梁的健康监测')).toBeLessThan(0.3);
    expect(like('a', 'b')).toBe(0);
    expect(like('', '')).toBe(0);
  });
});
