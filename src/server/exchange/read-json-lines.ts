import { parseRow } from './parse-row.js';
import type { SourceRow } from './source-row.js';

/** Reads JSON Lines: one object a line, blank lines skipped. A broken line is a faulty row, not the end. */
export async function* readJsonLines(text: AsyncIterable<string>, maxRow: number): AsyncIterable<SourceRow> {
  let line = 1;
  let carry = '';
  let tooLong = false;
  const finish = (content: string): SourceRow | undefined => {
    const row = tooLong ? tooLongRow(line, carry, maxRow) : parseRow(content, line, maxRow);
    carry = '';
    tooLong = false;
    line += 1;
    return row;
  };
  for await (const piece of text) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      const row = finish(carry + piece.slice(from, end));
      from = end + 1;
      if (row) yield row;
    }
    if (!tooLong) carry += piece.slice(from);
    if (carry.length > maxRow) {
      // Only enough of it is kept to show which line it was
      carry = carry.slice(0, 200);
      tooLong = true;
    }
  }
  const last = finish(carry);
  if (last) yield last;
}

function tooLongRow(line: number, start: string, limit: number): SourceRow {
  return { line, fault: { code: 'row-too-long', details: { limit } }, text: start };
}
