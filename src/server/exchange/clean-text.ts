const UNWANTED = /[\p{Cc}\p{Cs}]/gu;
const LAYOUT = new Set(['\t', '\n', '\r']);

/** A text without what no database or page can hold, and whether anything had to go. */
export interface CleanText {
  readonly text: string;
  readonly removed: boolean;
}

/**
 * Removes control characters but tab and line ends (U+0000 among them, which PostgreSQL refuses), unpaired surrogates,
 * and space at both ends. All else stays as the source has it.
 */
export function cleanText(text: string): CleanText {
  let removed = false;
  const clean = text.replace(UNWANTED, (character) => {
    if (LAYOUT.has(character)) return character;
    removed = true;
    return '';
  });
  return { text: clean.replace(/\r\n?/g, '\n').trim(), removed };
}

/** A text on one line: every run of white space is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
