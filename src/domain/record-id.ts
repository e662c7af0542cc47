import { murmur128 } from './hash.js';
import type { RecordKind } from './record.js';

const PREFIX: Readonly<Record<RecordKind, string>> = {
  achievement: 'ach',
  demand: 'dem',
  incubator: 'inc',
  event: 'eve',
  indicator: 'ind',
};

/** Crockford's base 32: no letters that are read as digits. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Five digits from the lowest 25 bits of a word. */
function fiveDigits(word: number): string {
  let text = '';
  for (let shift = 0; shift < 25; shift += 5) text += DIGITS.charAt((word >>> shift) & 31);
  return text;
}

/**
 * The id of the record that `sourceName` knows as `sourceId`, for example `ach_…` with twenty letters and digits. The
 * same input gives the same id for good, on every machine, so an import that is repeated finds its records again.
 * 100 bits keep accidents out; they do not stop someone who forges ids, so a store checks the source too.
 */
export function recordId(kind: RecordKind, sourceName: string, sourceId: string): string {
  const key = new TextEncoder().encode(JSON.stringify([kind, sourceName, sourceId]));
  return `${PREFIX[kind]}_${murmur128(key).map(fiveDigits).join('')}`;
}
