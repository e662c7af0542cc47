const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
const scramble = (word: number, first: number, bits: number, second: number): number =>
  Math.imul(rotate(Math.imul(word, first), bits), second);

/** Spreads every bit of a word over the whole word. */
function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * MurmurHash3_x86_128 of bytes, as four unsigned 32-bit words. Fast and evenly spread; not a cryptographic hash: whoever
 * chooses the input can make two inputs collide.
 */
export function murmur128(bytes: Uint8Array, seed = 0): [number, number, number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks = bytes.length >>> 4;
  let [h1, h2, h3, h4] = [seed, seed, seed, seed];

  for (let block = 0; block < blocks; block++) {
    const at = block * 16;
    h1 ^= scramble(view.getUint32(at, true), C1, 15, C2);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= scramble(view.getUint32(at + 4, true), C2, 16, C3);
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= scramble(view.getUint32(at + 8, true), C3, 17, C4);
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= scramble(view.getUint32(at + 12, true), C4, 18, C1);
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }

  // The last bytes, padded with zeros: a word of zeros changes nothing
  const tail = new Uint8Array(16);
  tail.set(bytes.subarray(blocks * 16));
  const rest = new DataView(tail.buffer);
  h1 ^= scramble(rest.getUint32(0, true), C1, 15, C2) ^ bytes.length;
  h2 ^= scramble(rest.getUint32(4, true), C2, 16, C3) ^ bytes.length;
  h3 ^= scramble(rest.getUint32(8, true), C3, 17, C4) ^ bytes.length;
  h4 ^= scramble(rest.getUint32(12, true), C4, 18, C1) ^ bytes.length;

  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  [h1, h2, h3, h4] = [avalanche(h1), avalanche(h2), avalanche(h3), avalanche(h4)];
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1 >>> 0, (h2 + h1) >>> 0, (h3 + h1) >>> 0, (h4 + h1) >>> 0];
}
