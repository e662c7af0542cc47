import type { LanguageMap } from './primitives.js';

/** A text chosen from a language map, with the language it is in so that a page can mark it. */
export interface LocalText {
  readonly text: string;
  readonly lang: string;
}

/** The text of `map` in `lang`, else in the same primary language, else Chinese, else English, else the first there is. */
export function pickText(map: LanguageMap | undefined, lang: string): LocalText | undefined {
  if (!map) return undefined;
  const tags = Object.keys(map);
  const primary = lang.split('-')[0]?.toLowerCase();
  const found =
    tags.find((tag) => tag.toLowerCase() === lang.toLowerCase()) ??
    tags.find((tag) => tag.split('-')[0]?.toLowerCase() === primary) ??
    tags.find((tag) => tag.startsWith('zh')) ??
    tags.find((tag) => tag.startsWith('en')) ??
    tags[0];
  const text = found === undefined ? undefined : map[found];
  return found === undefined || text === undefined ? undefined : { text, lang: found };
}
