import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_END, packTexts } from '../../../src/search/segment/document-texts.js';
import { RunFinder } from '../../../src/search/segment/run-finder.js';

/** Units as they come in texts, so many that most codes take two bytes. */
const ALPHABET = 3000;
const filler = Array.from({ length: ALPHABET }, (_, at) => 0x4e00 + at);

describe('RunFinder', () => {
  it('finds a run just where its units stand in a row, be they frequent ones or rare', () => {
    // Low numbers stand for frequent units, written in one byte, high ones for rare ones, written in two.
    const unit = fc.oneof(fc.nat(8), fc.integer({ min: 200, max: 260 }), fc.nat(ALPHABET - 1)).map((at) => 0x4e00 + at);
    const texts = fc.array(fc.array(unit, { maxLength: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.array(unit, { minLength: 1, maxLength: 4 }), fc.nat(), (documents, random, draw) => {
        const counts = filler.flatMap((each, at) => Array.from({ length: Math.max(1, 12 - (at >> 5)) }, () => each));
        const all = [counts, ...documents.map((units) => [...units, FIELD_END])];
        const starts = Uint32Array.from([
          0,
          ...all.map(
            (
              (sum) => (units) =>
                (sum += units.length)
            )(0),
          ),
        ]);
        const finder = new RunFinder(packTexts(Uint16Array.from(all.flat()), starts));
        // Half of the runs are taken from a text, so that they are found.
        const source = documents[draw % documents.length]!;
        const taken = source.slice(draw % 17, (draw % 17) + 3);
        for (const run of taken.length > 0 ? [random, taken] : [random]) {
          const candidates = Uint16Array.from(all.keys());
          const packed = finder.pack(run)!;
          const found = candidates.slice(0, finder.retain(packed, candidates, candidates.length));
          const text = (units: readonly number[]): string => String.fromCharCode(...units);
          const expected = [...all.keys()].filter((at) => text(all[at]!).includes(text(run)));
          expect([...found]).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not find a run that the next text begins with', () => {
    for (let length = 1; length < 12; length += 1) {
      const units = [...Array.from({ length }, () => 0x4e00), FIELD_END, 0x4e01, FIELD_END];
      const finder = new RunFinder(packTexts(Uint16Array.from(units), Uint32Array.of(0, length + 1, length + 3)));
      const candidates = Uint16Array.of(0, 1);
      const kept = finder.retain(finder.pack([0x4e01])!, candidates, 2);
      expect([...candidates.subarray(0, kept)]).toEqual([1]);
    }
  });

  it('knows that a unit which no text has is nowhere', () => {
    const finder = new RunFinder(packTexts(Uint16Array.of(0x4e00, FIELD_END), Uint32Array.of(0, 2)));
    expect(finder.pack([0x4e01])).toBeUndefined();
  });
});
