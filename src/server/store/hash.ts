import { createHash } from 'node:crypto';

/** SHA-256 in hex: what is kept of secrets and keys. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
