import type { SourceRow } from './source-row.js';

/** How much of an unreadable row is kept for the reject file. */
const KEPT_TEXT = 1000;

/** One row from the text of a JSON object; `undefined` for blank text. */
export function parseRow(text: string, line: number, maxRow: number): SourceRow | undefined {
  if (text.length > maxRow)
    return { line, fault: { code: 'row-too-long', details: { limit: maxRow } }, text: text.slice(0, 200) };
  const content = text.trim();
  if (content === '') return undefined;
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, values: value as Record<string, unknown> };
    const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    return { line, fault: { code: 'row-not-object', details: { found } }, text: content.slice(0, KEPT_TEXT) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      line,
      fault: { code: 'row-not-json', details: { reason: shorten(reason) } },
      text: content.slice(0, KEPT_TEXT),
    };
  }
}

/** V8 quotes the text around an error; a long or multi-line quotation helps nobody. */
function shorten(reason: string): string {
  const line = reason.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
