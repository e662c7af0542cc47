import fc from 'fast-check';
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../../src/domain/page.js';
import { highlight } from '../../src/ui/highlight.js';

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
