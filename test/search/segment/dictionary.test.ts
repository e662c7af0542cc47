import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary, gramKey } from '../../../src/search/segment/dictionary.js';
import { lowerBound, StringTable } from '../../../src/search/segment/string-table.js';
import { TermNumbers } from '../../../src/search/segment/term-numbers.js';

const anyText = fc.string({ unit: 'binary', maxLength: 6 });

describe('a string table', () => {
  it('gives back every string, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('', '\ud842', '𠮷'))), (strings) => {
        const table = StringTable.from(strings);
        expect(table.size).toBe(strings.length);
        expect(strings.map((_, at) => table.at(at))).toEqual(strings);
      }),
    );
  });
  it('finds the place of a text among sorted ones', () => {
    fc.assert(
      fc.property(fc.array(anyText), anyText, (strings, wanted) => {
        const sorted = strings.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
        expect(lowerBound(StringTable.from(sorted), sorted.length, wanted)).toBe(
          sorted.filter((text) => text < wanted).length,
        );
      }),
    );
  });
  it('holds a text of any length', () => {
    const long = '长'.repeat(100_000);
    expect(StringTable.from([long]).at(0)).toBe(long);
  });
});

describe('a dictionary', () => {
  it('knows one and two characters by number, everything else by text', () => {
    expect(gramKey('电')).toBe(0x7535);
    expect(gramKey('电池')).toBe(0x75356c60);
    for (const term of ['𠮷', '𠮷野', 'ab', 'x', '7', '电池组']) expect(gramKey(term), term).toBeUndefined();
  });
  it('finds its terms, and the words that begin with a prefix', () => {
    const grams = Uint32Array.from(['池', '电', '电池'].map((term) => gramKey(term)!)).sort();
    const dictionary = new Dictionary(grams, StringTable.from(['cell', 'cells', 'solar', '𠮷']));
    for (const term of ['池', '电', '电池', 'cell', 'cells', 'solar', '𠮷']) {
      expect(dictionary.find(term), term).toBeGreaterThanOrEqual(0);
    }
    for (const term of ['钙', '池电', 'cel', 'zz', '']) expect(dictionary.find(term), term).toBe(-1);
    expect(dictionary.wordsFrom('cell')).toEqual([3, 5]);
    expect(dictionary.wordsFrom('x')).toEqual([6, 6]);
  });
});

describe('term numbers', () => {
  it('are the same for the same term, different for others, and without gaps', () => {
    const term = fc.oneof(fc.integer({ min: 1, max: 0xffff_ffff }), fc.integer({ min: 1, max: 300 }), anyText);
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3000 }), (terms) => {
        const numbers = new TermNumbers();
        const of = (each: number | string): number =>
          typeof each === 'number' ? numbers.ofGram(each) : numbers.ofText(each);
        const first = terms.map(of);
        expect(terms.map(of)).toEqual(first);
        const distinct = new Set(terms);
        expect(numbers.size).toBe(distinct.size);
        expect(new Set(first).size).toBe(distinct.size);
        expect(Math.max(-1, ...first)).toBe(distinct.size - 1);
        const keys = [...distinct].filter((each) => typeof each === 'number').toSorted((a, b) => a - b);
        expect([...numbers.sortedKeys()]).toEqual(keys);
      }),
      { numRuns: 30 },
    );
  });
});
