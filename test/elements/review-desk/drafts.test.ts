import { describe, expect, it } from 'vitest';
import { diffDrafts } from '../../../src/elements/review-desk/compare/draft-diff.js';
import { emptied, filled } from '../../../src/elements/review-desk/edit/blanks.js';
import { mergeDrafts } from '../../../src/elements/review-desk/edit/merge-drafts.js';
import { leavesOf, pathText, withValueAt } from '../../../src/elements/review-desk/fields/desk-leaves.js';

const brief = (before: unknown, after: unknown): string[] =>
  diffDrafts(before, after).map((each) => `${pathText(each.path)}: ${String(each.before)} → ${String(each.after)}`);

describe('a draft by its values', () => {
  it('is listed in its order, with the place of each', () => {
    const draft = { title: { 'zh-CN': '甲' }, indicators: [{ value: 3, open: true }] };
    expect(leavesOf(draft).map(({ path, value }) => [pathText(path), value])).toEqual([
      ['title.zh-CN', '甲'],
      ['indicators.0.value', 3],
      ['indicators.0.open', true],
    ]);
  });

  it('takes a value in, and lets go of what it leaves empty', () => {
    expect(withValueAt({}, ['a', '0', 'b'], 1)).toEqual({ a: [{ b: 1 }] });
    expect(withValueAt({ a: [{ b: 1 }], c: 2 }, ['a', '0', 'b'], undefined)).toEqual({ c: 2 });
    expect(withValueAt({ a: ['x', 'y'] }, ['a', '0'], undefined)).toEqual({ a: ['y'] });
  });

  it('keeps a name that objects have of themselves apart from them', () => {
    const draft = withValueAt({}, ['__proto__'], 'x');
    expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
    expect(Object.entries(draft as object)).toEqual([['__proto__', 'x']]);
  });
});

describe('the difference of two drafts', () => {
  it('names each value that was changed, added or removed', () => {
    expect(brief({ a: 1, b: 'x', d: { e: true } }, { a: 2, c: ['y'], d: { e: true } })).toEqual([
      'a: 1 → 2',
      'c.0: undefined → y',
      'b: x → undefined',
    ]);
  });

  it('matches the entries of a list with their equals first', () => {
    const [one, two] = [{ name: '甲' }, { name: '乙' }];
    expect(brief({ list: [one, two] }, { list: [{ name: '新' }, one, two] })).toEqual(['list.0.name: undefined → 新']);
    expect(brief({ list: [one, two] }, { list: [two] })).toEqual(['list.0.name: 甲 → undefined']);
  });
});

describe('what two people changed', () => {
  const base = { title: 'a', summary: 's', price: { amount: 1, unit: '万元' } };

  it('is put together where they changed different things', () => {
    const mine = { ...base, title: 'mine' };
    const theirs = { ...base, price: { amount: 2, unit: '万元' } };
    expect(mergeDrafts(base, mine, theirs)).toEqual({ draft: { ...mine, price: theirs.price }, clashes: [] });
  });

  it('stays mine where both changed the same, with theirs beside it', () => {
    const mine = { ...base, title: 'mine' };
    const { summary: _summary, ...theirs } = { ...base, title: 'theirs' };
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      draft: { title: 'mine', price: base.price },
      clashes: [{ path: ['title'], theirs: 'theirs' }],
    });
  });

  it('does not depend on the order of fields', () => {
    const theirs = { price: { unit: '万元', amount: 1 }, summary: 's', title: 'a' };
    expect(mergeDrafts(base, { ...base, title: 'mine' }, theirs).clashes).toEqual([]);
  });
});

describe('an entry to be filled in', () => {
  it('has the shape of the others, and is left out while nothing is', () => {
    const blank = emptied({ name: { 'zh-CN': '耐压' }, operator: '>=', value: 35, unit: 'kV' });
    expect(blank).toEqual({ name: { 'zh-CN': '' }, operator: '>=', value: '', unit: 'kV' });
    expect(filled({ list: [blank], title: '甲' })).toEqual({ title: '甲' });
  });
});
