import { parseStatusUrl } from '../../sdk/index.js';

/** Which submission, and the key that proves whose it is. */
export interface SubmissionSecret {
  readonly reference: string;
  readonly key: string;
}

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

/** The page's fragment, `#reference=D26-7K4Q-X9MT&key=…`, which browsers send to nobody. */
export function secretOfFragment(hash: string): SubmissionSecret | undefined {
  const params = new URLSearchParams(hash.slice(1));
  const [reference, key] = [params.get('reference'), params.get('key')];
  return reference && key ? { reference, key } : undefined;
}
