/** Most arguments of one call: engines allow at least twice as many. */
const CHUNK = 0x4000;

/** Text from UTF-16 units. */
export function decodeUnits(units: Uint16Array, from = 0, to: number = units.length): string {
  let text = '';
  for (let i = from; i < to; i += CHUNK) {
    // Typed arrays are as good as arrays to `apply`, which the type does not know; spreading them is four times slower.
    const chunk = units.subarray(i, Math.min(i + CHUNK, to)) as unknown as number[];
    text += String.fromCharCode.apply(undefined, chunk);
  }
  return text;
}
