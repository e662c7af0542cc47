import { type LocalText, pickText } from '../domain/language.js';
import type { CodeLabels } from '../domain/page.js';
import type { LanguageMap } from '../domain/primitives.js';

/** An institution's name in the reader's language: as its record says, else as the platform knows it, else as it stands there. */
export function institutionName(
  name: LanguageMap | undefined,
  lang: string,
  labels: CodeLabels | undefined,
): LocalText | undefined {
  const own = pickText(name, lang);
  const known = own && labels?.[`institution.${own.text}`];
  return known ? { text: known, lang } : own;
}
