import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_END, packTexts, TextReader } from '../../../src/search/segment/document-texts.js';

/** A document as its fields' units, none of which is the end mark. */
const unit = fc.oneof(
  fc.integer({ min: 4, max: 0xffff }),
  fc.integer({ min: 0x4e00, max: 0x4e20 }),
  fc.constantFrom(0, 1, 2),
);
const documents = fc.array(fc.array(fc.array(unit, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), {
  maxLength: 12,
});

function pack(texts: readonly (readonly (readonly number[])[])[]): TextReader {
  const units: number[] = [];
  const starts = [0];
  for (const fields of texts) {
    for (const field of fields) units.push(...field, FIELD_END);
    starts.push(units.length);
  }
  return new TextReader(packTexts(Uint16Array.from(units), Uint32Array.from(starts)));
}

function read(reader: TextReader, document: number): number[][] {
  const fields: number[][] = [];
  reader.open(document);
  while (reader.nextField()) fields.push([...reader.units.subarray(0, reader.length - 1)]);
  return fields;
}

describe('packed texts', () => {
  it('give back every field of every document, in any order of reading', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const reader = pack(texts);
        for (let document = texts.length - 1; document >= 0; document--) {
          expect(read(reader, document)).toEqual(texts[document]);
        }
      }),
    );
  });
  it('hold every unit there is', () => {
    const all = Array.from({ length: 0x10000 }, (_, at) => at).filter((each) => each !== FIELD_END);
    expect(read(pack([[all]]), 0)).toEqual([all]);
  });
  it('give the frequent units one byte', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => 0x4e00 + (at % 100));
    const { bytes } = packTexts(Uint16Array.from([...text, FIELD_END]), Uint32Array.of(0, text.length + 1));
    expect(bytes.length).toBe(text.length + 1);
  });
});
