import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, excerptsOf } from '../../../src/server/http/excerpts.js';

describe('excerpt', () => {
  it('leaves a short text alone', () => {
    expect(excerpt('短文', [[0, 1]])).toEqual({ text: '短文', ranges: [[0, 1]] });
  });

  it('begins at a clause before the first range of a long text', () => {
    const text = `${'前文很长，'.repeat(40)}这里提到钙钛矿电池的制备。${'后文也很长。'.repeat(40)}`;
    const at = text.indexOf('钙钛矿');
    const { text: cut, ranges } = excerpt(text, [[at, at + 3]]);
    expect(cut).toMatch(/^…前文很长，/);
    expect(cut.endsWith('…')).toBe(true);
    expect(ranges.map(([from, to]) => cut.slice(from, to))).toEqual(['钙钛矿']);
  });

  it('does not cut a word of letters in two', () => {
    const text = 'desalination membranes '.repeat(30).trim();
    expect(excerpt(text).text).toMatch(/(desalination|membranes)…$/);
  });

  it('shows what the ranges showed in the whole text, and never half a character', () => {
    const text = fc.string({
      unit: fc.constantFrom('电', '池', '，', ' ', 'a', 'z', '𠮷', '<'),
      minLength: 100,
      maxLength: 600,
    });
    fc.assert(
      fc.property(text, fc.nat(590), fc.integer({ min: 1, max: 6 }), (whole, from, length) => {
        const to = Math.min(from + length, whole.length);
        const { text: cut, ranges } = excerpt(whole, from < to ? [[from, to]] : []);
        const found = whole.slice(from, to);
        if (/^[^，\s]+$/.test(found) && found.isWellFormed()) expect(ranges).toHaveLength(1);
        for (const [start, end] of ranges) expect(cut.slice(start, end)).toBe(whole.slice(from, to));
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThan(290);
        expect(whole).toContain(cut.replaceAll('…', ''));
      }),
    );
  });
});

describe('the range of a word found', () => {
  it('is kept at the very end of a text, though the excerpt begins earlier for the sake of a whole sign or word', () => {
    for (const lead of ['𠮷', 'abcdefghij', '电']) {
      for (let length = 95; length < 140; length += 1) {
        const whole =
          lead
            .repeat(140)
            .slice(-length)
            .replace(/^[\udc00-\udfff]/, '') + '池';
        const found = [whole.length - 1, whole.length] as const;
        const { text, ranges } = excerpt(whole, [[...found]]);
        expect(
          ranges.map(([start, end]) => text.slice(start, end)),
          whole,
        ).toEqual(['池']);
      }
    }
  });

  it('is counted in whole signs in a text of letters', () => {
    const whole = `${'word '.repeat(60)}needle ${'tail '.repeat(60)}`;
    const at = whole.indexOf('needle');
    const [range = [0, 0]] = excerpt(whole, [[at, at + 6]]).ranges;
    expect(range.every(Number.isInteger)).toBe(true);
  });
});

describe('excerptsOf', () => {
  const long = `${'前文很长，'.repeat(40)}这里提到钙钛矿电池的制备。${'后文也很长。'.repeat(40)}`;
  const at = long.indexOf('钙钛矿');

  it('is nothing for a record of short texts', () => {
    expect(excerptsOf({ title: { 'zh-CN': long }, summary: { 'zh-CN': '短' } })).toBeUndefined();
  });

  it('cuts long texts in every language, in lists too, and leaves the record as it was', () => {
    const record = {
      id: 'a',
      title: { 'zh-CN': long },
      summary: { 'zh-CN': long, en: 'short' },
      innovationPoints: [{ 'zh-CN': '短' }, { 'zh-CN': long }],
    };
    const cut = excerptsOf(record)!.record as typeof record;
    expect(cut.title['zh-CN']).toBe(long);
    expect(cut.summary).toEqual({ 'zh-CN': `${long.slice(0, 92)}…`, en: 'short' });
    expect(cut.innovationPoints).toEqual([{ 'zh-CN': '短' }, { 'zh-CN': `${long.slice(0, 92)}…` }]);
    expect(record.summary['zh-CN']).toBe(long);
  });

  it('moves the ranges with their texts, drops those that fell away, and keeps the others', () => {
    const { record, highlights } = excerptsOf(
      { title: { 'zh-CN': '钙钛矿' }, summary: { 'zh-CN': long }, applications: { 'zh-CN': '短' } },
      {
        'title.zh-CN': [[0, 3]],
        'summary.zh-CN': [
          [at, at + 3],
          [at + 230, at + 232],
        ],
        'applications.zh-CN': [[0, 1]],
      },
    )!;
    const { summary } = record as { summary: Record<string, string> };
    expect(Object.keys(highlights!)).toEqual(['title.zh-CN', 'summary.zh-CN', 'applications.zh-CN']);
    expect(highlights!['summary.zh-CN']!.map(([from, to]) => summary['zh-CN']!.slice(from, to))).toEqual(['钙钛矿']);
  });
});
