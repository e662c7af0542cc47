import { LIST_KEYS } from './detect-format.js';
import { SourceFileError } from './fault.js';
import { parseRow } from './parse-row.js';
import type { SourceRow } from './source-row.js';

/**
 * Reads the records of a JSON document, an array or an object that holds one under `items`, `records` or `data`, without
 * ever holding all of it: the document is cut at the commas between its records and each is parsed by itself.
 */
export async function* readJson(text: AsyncIterable<string>, maxRow: number): AsyncIterable<SourceRow> {
  const cutter = new RecordCutter(maxRow);
  for await (const piece of text) {
    for (const { line, content } of cutter.push(piece)) {
      const row = parseRow(content, line, maxRow);
      // Nothing between two commas is a mistake worth telling; parseRow takes it for a blank line
      yield row ?? { line, fault: { code: 'row-not-json', details: { reason: 'no value' } }, text: '' };
    }
  }
  cutter.finish();
}

interface RecordText {
  readonly line: number;
  readonly content: string;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LINE_END = 0x0a;

/** Follows brackets and strings only; whether a record is sound JSON is for the parser to say. */
class RecordCutter {
  readonly #maxRow: number;
  #depth = 0;
  #line = 1;
  #inString = false;
  #escaped = false;
  /** Depth inside the list of records; 0 while it has not begun. */
  #listDepth = 0;
  #listSeen = false;
  #rootClosed = false;
  /** Inside the outer object: the last string, which names the value after the colon. */
  #key = '';
  #afterColon = false;
  /** The record so far, and the line where it began. */
  #record = '';
  #recordLine = 0;

  constructor(maxRow: number) {
    this.#maxRow = maxRow;
  }

  push(piece: string): RecordText[] {
    const found: RecordText[] = [];
    let from = 0;
    const cut = (end: number): void => {
      this.#keep(piece.slice(from, end));
      if (this.#recordLine > 0) found.push({ line: this.#recordLine, content: this.#record });
      this.#record = '';
      this.#recordLine = 0;
    };
    for (let at = 0; at < piece.length; at += 1) {
      const char = piece.charCodeAt(at);
      if (char === LINE_END) this.#line += 1;
      if (this.#inString) {
        this.#insideString(char, piece, at);
        continue;
      }
      if (char <= 0x20) continue;
      const inList = this.#listDepth > 0;
      if (inList && this.#depth === this.#listDepth) {
        if (char === COMMA || char === CLOSE_LIST) {
          if (char === COMMA && this.#recordLine === 0) this.#recordLine = this.#line;
          cut(at);
          from = at + 1;
          if (char === CLOSE_LIST) this.#leaveList();
          continue;
        }
        if (char === CLOSE_OBJECT) throw this.#broken('a "}" where the list should go on or end');
        if (this.#recordLine === 0) {
          this.#recordLine = this.#line;
          this.#record = '';
          from = at;
        }
      }
      this.#outsideString(char);
      if (!inList && this.#listDepth > 0) from = at + 1;
    }
    if (this.#listDepth > 0) this.#keep(piece.slice(from));
    return found;
  }

  /** @throws {SourceFileError} when the document is not complete */
  finish(): void {
    if (!this.#rootClosed) throw this.#broken('the text ends before the document does');
    if (!this.#listSeen) throw new SourceFileError({ code: 'json-no-list' });
  }

  #keep(text: string): void {
    // One character over the limit is enough for the parser to refuse it
    if (this.#record.length <= this.#maxRow) this.#record += text.slice(0, this.#maxRow + 1);
  }

  #insideString(char: number, piece: string, at: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (char === BACKSLASH) this.#escaped = true;
    else if (char === QUOTE) this.#inString = false;
    const inKey = this.#inString && this.#depth === 1 && this.#listDepth === 0 && !this.#afterColon;
    if (inKey && this.#key.length < 20) this.#key += piece[at];
  }

  #outsideString(char: number): void {
    if (this.#rootClosed) throw this.#broken('text after the end of the document');
    if (char === QUOTE) {
      this.#inString = true;
      if (this.#depth === 1 && !this.#afterColon) this.#key = '';
    } else if (char === OPEN_LIST || char === OPEN_OBJECT) this.#open(char);
    else if (char === CLOSE_LIST || char === CLOSE_OBJECT) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#rootClosed = true;
    } else if (this.#depth === 1) {
      if (char === COLON) this.#afterColon = true;
      if (char === COMMA) this.#afterColon = false;
    }
  }

  #open(char: number): void {
    const isList =
      char === OPEN_LIST &&
      !this.#listSeen &&
      (this.#depth === 0 || (this.#depth === 1 && this.#afterColon && LIST_KEYS.includes(this.#key)));
    this.#depth += 1;
    if (!isList) return;
    this.#listSeen = true;
    this.#listDepth = this.#depth;
  }

  #leaveList(): void {
    this.#depth -= 1;
    this.#listDepth = 0;
    if (this.#depth === 0) this.#rootClosed = true;
  }

  #broken(reason: string): SourceFileError {
    return new SourceFileError({ code: 'json-broken', details: { line: this.#line, reason } });
  }
}
