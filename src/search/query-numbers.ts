// The spellings of numbers that people search for, in folded text. A record and a query are brought to the same digits:
// see `tokenise` for the record's side.

const DASH = '[-‐-―−]';
const END = String.raw`(?![\p{L}\p{N}]|${DASH}\d)`;
/** What people write before a number to say which it is; it tells the index nothing. */
const LABEL = String.raw`(?:cas(?: ?(?:no\.?|rn|号))?|专利号|专利申请号|申请号|公开号|公告号|授权号|patent(?: ?(?:no\.?|number))?)`;
/** `ZL 2013 1 0123456.7`: year, kind, serial number, check digit. */
const APPLICATION = String.raw`(?:zl|cn)? ?(?:zl)? ?(?:19|20)\d\d ?[1-9] ?\d{7} ?[.·]? ?[\dx]`;
/** `CN 103456789 B`, with or without its kind of publication. */
const PUBLICATION = String.raw`(?:zl|cn) ?\d{7,9}(?: ?[abcsuy]\d?)?`;
/** `7440-44-0`, also with spaces around its dashes. */
const CAS = String.raw`\d{2,7} ?${DASH} ?\d\d ?${DASH} ?\d`;

/** Pattern of a number in a folded query, with what labels it. */
export const NUMBER: string = String.raw`(?:${LABEL}[\s:.#]*)?(?:${APPLICATION}|${PUBLICATION}|${CAS})${END}`;

const label = new RegExp(String.raw`^${LABEL}[\s:.#]*`, 'u');
const number = new RegExp(`^${NUMBER}$`, 'u');

/** The digits that stand for a text that is nothing but such a number; `undefined` for any other text. */
export function numberTerm(text: string): string | undefined {
  if (!number.test(text)) return undefined;
  return text
    .replace(label, '')
    .replace(/^(?:zl|cn| )+/, '')
    .replace(/ ?[abcsuy]\d?$/, '')
    .replaceAll(/[^\dx]/g, '');
}

/** Whether a word before a colon only says what number follows. */
export function isNumberLabel(word: string): boolean {
  return label.exec(word)?.[0] === word;
}
