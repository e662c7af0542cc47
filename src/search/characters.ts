import entries from 'opencc-js/dict/TSCharacters';

/**
 * What a folded character is to the analyser.
 *
 * - `GRAM`: written without spaces between words (Han, kana, Hangul, Thai and their like): found by any run of characters.
 * - `WORD`: letter, digit or mark of a script that separates words: found by the whole word.
 * - `OTHER`: separates.
 */
export const OTHER = 0;
export const WORD = 1;
export const GRAM = 2;
export type CharacterClass = typeof OTHER | typeof WORD | typeof GRAM;

const gramScript =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Yi}\p{Script=Tibetan}ー])$/u;
const wordCharacter = /^[\p{L}\p{N}\p{M}]$/u;
/** An emoji is a sign that people search for and that stands alone. */
const pictogram = /^\p{Emoji_Presentation}$/u;

function classify(character: string): CharacterClass {
  if (pictogram.test(character)) return GRAM;
  if (!wordCharacter.test(character)) return OTHER;
  return gramScript.test(character) ? GRAM : WORD;
}

const UNKNOWN = 255;
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

/** Class of a code point that has been folded. Asked once for each character of every text, so the answers are kept. */
export function characterClass(codePoint: number): CharacterClass {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  let known = classes[codePoint] as number;
  if (known === UNKNOWN) {
    known = classify(String.fromCodePoint(codePoint));
    classes[codePoint] = known;
  }
  return known as CharacterClass;
}

/**
 * Radicals that a PDF's text layer puts in place of the character and that NFKC leaves alone (U+2E80–2EF3; NFKC covers
 * the Kangxi block).
 */
const RADICALS =
  '⺁厂⺇几⺈刀⺊卜⺋㔾⺏尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺫罒⺬示⺭礻⺯糸⺰纟⺱网⺲罒⺶羊⺹老⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟';

let simplifiedForms: Map<number, number> | undefined;

function readForms(): Map<number, number> {
  const forms = new Map<number, number>();
  for (const entry of entries.split('|')) {
    const [from, to] = entry.split(' ');
    const source = from?.codePointAt(0);
    const target = to?.codePointAt(0);
    if (source !== undefined && target !== undefined && source !== target) forms.set(source, target);
  }
  const radicals = Array.from(RADICALS, (character) => character.codePointAt(0) as number);
  for (let i = 0; i + 1 < radicals.length; i += 2) forms.set(radicals[i] as number, radicals[i + 1] as number);
  for (const [source, target] of forms) {
    const next = forms.get(target);
    // Two steps at most; a pair that points at each other stays as the table has it.
    if (next !== undefined && next !== source) forms.set(source, next);
  }
  return forms;
}

/** The simplified character of a traditional one or of a radical, by OpenCC's table; other code points as they are. */
export function simplified(codePoint: number): number {
  simplifiedForms ??= readForms();
  return simplifiedForms.get(codePoint) ?? codePoint;
}
