import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { murmur128 } from '../../src/domain/hash.js';
import { RECORD_KINDS, RecordId } from '../../src/domain/record.js';
import { recordId } from '../../src/domain/record-id.js';

const littleEndian = (words: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(words).buffer);

describe('murmur128', () => {
  it("passes the verification of the algorithm's authors (SMHasher, 0xB3ECE62A)", () => {
    const hashes = new Uint8Array(256 * 16);
    for (let index = 0; index < 256; index++) {
      const key = Uint8Array.from({ length: index }, (_, at) => at);
      hashes.set(littleEndian(murmur128(key, 256 - index)), index * 16);
    }
    expect(murmur128(hashes, 0)[0].toString(16)).toBe('b3ece62a');
  });
});

describe('recordId', () => {
  it('stays the same for good', () => {
    expect(recordId('achievement', 'ChinaXiv', 'cx-201601.00051')).toBe('ach_dczngb1geq6pmzkk6vcc');
    expect(recordId('demand', '示例数据 Sample', 'sample-001')).toBe('dem_zh416vqd3kngwqznxz7m');
    expect(recordId('event', '', '')).toBe('eve_6xm2ntx8w1110sny651f');
  });

  it('starts with the kind and is a valid record id whatever the source calls its records', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RECORD_KINDS),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (kind, name, id) => {
          const made = recordId(kind, name, id);
          expect(made).toMatch(new RegExp(`^${kind.slice(0, 3)}_[0-9a-z]{20}$`));
          expect(RecordId.safeParse(made).success).toBe(true);
        },
      ),
    );
  });

  it('tells apart what differs only in where the name ends, in the kind or in a broken character', () => {
    const ids = [
      recordId('achievement', 'a', 'bc'),
      recordId('achievement', 'ab', 'c'),
      recordId('achievement', 'a"', '"c'),
      recordId('demand', 'a', 'bc'),
      recordId('achievement', 'a', '\ud800'),
      recordId('achievement', 'a', '\ufffd'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives 200,000 neighbouring source ids as many ids', () => {
    const ids = new Set<string>();
    for (let index = 0; index < 100_000; index++) {
      ids.add(recordId('achievement', 'ChinaXiv', String(index)));
      ids.add(recordId('achievement', '成果库', `2024-${index}`));
    }
    expect(ids.size).toBe(200_000);
  });
});
