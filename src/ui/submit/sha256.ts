// SHA-256 (FIPS 180-4) of our own: pages without https have no `crypto.subtle`, and it would be asked a hundred thousand
// times, a promise each.

const ROUND_CONSTANTS: Int32Array = roundConstants();
const INITIAL = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const BLOCK_BYTES = 64;

/**
 * Gives a function that hashes `prefix` followed by some ASCII text, as eight words. What `prefix` fills whole blocks
 * with is worked off once. The result is overwritten by the next call.
 */
export function prefixHasher(prefix: string): (suffix: string) => Int32Array {
  const bytes = new TextEncoder().encode(prefix);
  const start = Int32Array.from(INITIAL);
  const schedule = new Int32Array(BLOCK_BYTES);
  const wholeBytes = bytes.length - (bytes.length % BLOCK_BYTES);
  const view = new DataView(bytes.buffer);
  for (let offset = 0; offset < wholeBytes; offset += BLOCK_BYTES) {
    for (let word = 0; word < 16; word += 1) schedule[word] = view.getInt32(offset + word * 4);
    compress(start, schedule);
  }
  const rest = bytes.subarray(wholeBytes);
  const hash = new Int32Array(8);

  return (suffix) => {
    const restLength = rest.length + suffix.length;
    // One byte ends the text and eight tell its length
    const padded = new Uint8Array(Math.ceil((restLength + 9) / BLOCK_BYTES) * BLOCK_BYTES);
    padded.set(rest);
    for (let index = 0; index < suffix.length; index += 1) padded[rest.length + index] = suffix.charCodeAt(index);
    padded[restLength] = 0x80;
    const words = new DataView(padded.buffer);
    words.setUint32(padded.length - 4, (wholeBytes + restLength) * 8);
    hash.set(start);
    for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) {
      for (let word = 0; word < 16; word += 1) schedule[word] = words.getInt32(offset + word * 4);
      compress(hash, schedule);
    }
    return hash;
  };
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function roundConstants(): Int32Array {
  const constants = new Int32Array(64);
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate += 1)
    if (primes.every((prime) => candidate % prime)) {
      constants[primes.length] = (Math.cbrt(candidate) % 1) * 2 ** 32;
      primes.push(candidate);
    }
  return constants;
}

/** Works one block, the first 16 words of `schedule`, into `state`. */
function compress(state: Int32Array, schedule: Int32Array): void {
  for (let at = 16; at < 64; at += 1) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    schedule[at] =
      (schedule[at - 16] as number) +
      (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
      (schedule[at - 7] as number) +
      (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const first =
      h +
      (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (ROUND_CONSTANTS[at] as number) +
      (schedule[at] as number);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const worked = [a, b, c, d, e, f, g, h];
  for (let word = 0; word < 8; word += 1) (state[word] as number) += worked[word] as number;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
