import { parseStatusUrl } from '../../sdk/index.js';
import type { SubmissionSecret } from '../../ui/submission-secret.js';

/**
 * What a person has typed or pasted: a whole link, perhaps with words around it as in a message, or reference and key
 * apart, from any keyboard.
 */
export function readSecret(text: string, key: string): SubmissionSecret | undefined {
  const clean = text.normalize('NFKC');
  const [link = clean] = /https?:\/\/[\x21-\x7e]+/.exec(clean) ?? [];
  const linked = parseStatusUrl(link.trim());
  if (linked) return linked;
  const reference = clean.replaceAll(/\s/g, '').toUpperCase();
  const ownKey = key.normalize('NFKC').trim();
  return /^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(reference) && ownKey !== '' ? { reference, key: ownKey } : undefined;
}
