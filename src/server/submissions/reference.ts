import { randomBytes } from 'node:crypto';
import type { SubmissionKind } from '../../domain/submission.js';

/** Crockford's base 32: no letters that are read as digits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS: Readonly<Record<SubmissionKind, string>> = { demand: 'D', achievement: 'A', enquiry: 'E' };

/** A new reference such as `D26-7K4Q-X9MT`. It is drawn by lot: it tells nothing of how many there are. */
export function makeReference(kind: SubmissionKind, at: string): string {
  const signs = [...randomBytes(8)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return `${LETTERS[kind]}${at.slice(2, 4)}-${signs.slice(0, 4)}-${signs.slice(4)}`;
}
