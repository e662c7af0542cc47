/**
 * A fresh random key (UUID version 4) for one submission. Keep it while the user tries again, so that the platform
 * books the submission once; make a new one for the next.
 */
export function createIdempotencyKey(): string {
  // Pages without https have no randomUUID, though they do have random numbers
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : uuidOf(crypto.getRandomValues(new Uint8Array(16)));
}

function uuidOf(random: Uint8Array): string {
  const hex = Array.from(random, (byte, index) => {
    // Version 4 in the seventh byte, variant 1 in the ninth (RFC 9562)
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
