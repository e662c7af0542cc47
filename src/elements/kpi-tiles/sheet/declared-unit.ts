import type { LanguageMap } from '../../../domain/primitives.js';
import { ENGLISH_SCALES, type FigureLang, labelIn, type Unit } from '../unit.js';

/** The unit as the record declares it, put into the other language where it has no words of its own in that one. */
export function declaredUnit(label: LanguageMap | undefined, unit: Unit, lang: FigureLang): string {
  const [chinese, english] = [labelIn(label, 'zh'), labelIn(label, 'en')];
  if (lang !== 'en') return chinese || english;
  return english || [unit.currency, powerInWords(unit.exponent), unit.base.en].filter(Boolean).join(' ');
}

function powerInWords(exponent: number): string {
  if (exponent === 4) return '10,000';
  const [word, power] = Object.entries(ENGLISH_SCALES).reduce(
    (best, scale) => (scale[1] <= exponent ? scale : best),
    ['', 0],
  );
  return [exponent > power ? String(10 ** (exponent - power)) : '', word].filter(Boolean).join(' ');
}
