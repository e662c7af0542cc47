import fc from 'fast-check';
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../../src/domain/page.js';
import { excerpt, highlight } from '../../src/ui/highlight.js';

function draw(text: string, ranges: readonly TextRange[]): HTMLElement {
  const place = document.createElement('div');
  render(highlight(text, ranges), place);
  return place;
}

const marks = (place: HTMLElement) => [...place.querySelectorAll('mark')].map((mark) => mark.textContent);

const anyRange = fc.tuple(fc.nat(80), fc.nat(80)) as fc.Arbitrary<TextRange>;

describe('highlight', () => {
  it('marks the ranges, in whatever order they come', () => {
    const place = draw('钙钛矿电池与锂电池', [
      [7, 9],
      [3, 5],
    ]);
    expect(marks(place)).toEqual(['电池', '电池']);
  });

  it('joins ranges that touch or overlap', () => {
    expect(
      marks(
        draw('钙钛矿电池', [
          [0, 2],
          [1, 3],
          [3, 4],
        ]),
      ),
    ).toEqual(['钙钛矿电']);
  });

  it('keeps the text as it is, whatever text and ranges are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(anyRange), (text, ranges) => {
        const place = draw(text, ranges);
        expect(place.textContent).toBe(text);
        expect(place.querySelectorAll(':not(mark)')).toHaveLength(0);
      }),
    );
  });
});

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
        for (const [start, end] of ranges) expect(cut.slice(start, end)).toBe(whole.slice(from, to));
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThan(290);
        expect(whole).toContain(cut.replaceAll('…', ''));
      }),
    );
  });
});
