/** Text from UTF-16 units, in slices that stay below the engine's limit of arguments. */
export function decodeUnits(units: Uint16Array, from = 0, to: number = units.length): string {
  let text = '';
  for (let i = from; i < to; i += 4096) text += String.fromCharCode(...units.subarray(i, Math.min(i + 4096, to)));
  return text;
}
