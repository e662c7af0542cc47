/** FNV-1a, 32 bits: tells a damaged or foreign text from a whole one. It protects against accidents, not attackers. */
export function checksum(bytes: Uint8Array, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}

/** {@link checksum} of a text's UTF-8. */
export function textChecksum(text: string): number {
  return checksum(new TextEncoder().encode(text));
}
