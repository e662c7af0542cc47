import { murmur128 } from '../../domain/hash.js';
import type { LanguageMap } from '../../domain/primitives.js';

/** A code for an indicator that has none: its name where that is ASCII, else one that is always the same for the name. */
export function codeOf(title: LanguageMap): string {
  const name = title['zh-CN'] ?? Object.values(title)[0] ?? '';
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (/^[\x20-\x7e]+$/.test(name) && slug !== '' && slug.length <= 64) return slug;
  const words = murmur128(new TextEncoder().encode(name));
  return `x-${words
    .slice(0, 2)
    .map((word) => word.toString(36))
    .join('')}`;
}
