import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, parseQuery } from '../../src/search/index.js';

const marked = (text: string, q: string): string[] =>
  highlight(text, parseQuery(q, ['title'])).map(([start, end]) => text.slice(start, end));

describe('highlight', () => {
  it('marks what was typed in the text as written', () => {
    expect(marked('新型鈣鈦礦電池與封裝', '钙钛矿电池')).toEqual(['鈣鈦礦電池']);
    expect(marked('ＧＰＳ定位 gps', 'Gps')).toEqual(['ＧＰＳ', 'gps']);
    expect(marked('电\u200b池', '电池')).toEqual(['电\u200b池']);
  });
  it('marks whole words only', () => {
    expect(marked('cell cellular unicell', 'cell')).toEqual(['cell']);
  });
  it('marks a run where it stands whole, and its pieces only where it nowhere does', () => {
    expect(marked('钙钛矿电池和锂电池', '钙钛矿电池')).toEqual(['钙钛矿电池']);
    expect(marked('锂电池', '钙钛矿电池')).toEqual(['电池']);
  });
  it('marks numbers with their joints', () => {
    expect(marked('CAS 7440-44-0.', '7440440')).toEqual(['7440-44-0']);
  });
  it('marks the words given beside the query where they stand whole', () => {
    const query = parseQuery('gtkdc 封装', []);
    const words = ['钙钛矿电池', 'converter'];
    const of = (text: string): string[] => highlight(text, query, words).map(([start, end]) => text.slice(start, end));
    expect(of('鈣鈦礦電池的封装，Converter')).toEqual(['鈣鈦礦電池', '封装', 'Converter']);
    expect(of('钙钛矿和锂电池')).toEqual([]);
  });
  it('leaves excluded words alone, and everything for an empty query', () => {
    expect(marked('锂电池', '电池 -锂')).toEqual(['电池']);
    expect(marked('锂电池', '')).toEqual([]);
  });
  it('marks the same whether or not it can tell beforehand that a text has nothing to mark', () => {
    const piece = fc.constantFrom('电', '池', '料', 'cell', ' ', '鈣', 'ﬁ', '7440-44', '7440', '\u200b', '，');
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (content, q) => {
        // A number has to be looked for in every text, because its parts may be written apart
        const looking = parseQuery(`${q} 9999999`, []);
        expect(highlight(content, parseQuery(q, []))).toEqual(highlight(content, looking));
      }),
    );
  });
  it('answers sorted ranges that do not touch, inside the text', () => {
    const piece = fc.constantFrom('电', '池', '料', 'cell', ' ', '鈣', 'ﬁ', '\u200b', '，');
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (content, q) => {
        let before = -1;
        for (const [start, end] of highlight(content, parseQuery(q, []))) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(content.length);
          before = end;
        }
      }),
    );
  });
});
