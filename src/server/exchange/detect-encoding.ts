import type { ByteSource } from './byte-source.js';
import { SourceFileError } from './fault.js';

/** The text encodings that files are read in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding of a file, found from its bytes and checked against all of them, so that nothing is imported from a file
 * that turns out to be broken further down.
 * @throws {SourceFileError} when the bytes are broken or fit no encoding beyond doubt: text is never guessed at
 */
export async function detectEncoding(source: ByteSource): Promise<Encoding> {
  const head = await readStart(source, 4096);
  if (head.length === 0) throw new SourceFileError({ code: 'file-empty' });
  if (hasUtf32Mark(head)) throw new SourceFileError({ code: 'encoding-utf-32' });
  const marked = byteOrderMark(head);
  if (marked) {
    await checkEncoding(source, marked);
    return marked;
  }
  if (!isMostlyZeros(head) && (await isValid(source, 'utf-8'))) return 'utf-8';
  const wide = utf16WithoutMark(head);
  if (wide && (await isValid(source, wide))) return wide;
  const legacy = await legacyEncoding(source);
  if (legacy) return legacy;
  throw new SourceFileError({ code: 'encoding-unknown', details: { line: await brokenLine(source, 'utf-8') } });
}

/**
 * Checks that all of a file is in the encoding that its owner named.
 * @throws {SourceFileError} with the first line that is not
 */
export async function checkEncoding(source: ByteSource, encoding: Encoding): Promise<void> {
  if (await isValid(source, encoding)) return;
  const line = await brokenLine(source, encoding);
  throw new SourceFileError({ code: 'encoding-broken', details: { line, encoding: encoding.toUpperCase() } });
}

/** The text of a file in pieces, without byte order mark. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let start = true;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    // TextDecoder leaves the mark of GB18030 in the text
    yield start && text.startsWith('\uFEFF') ? text.slice(1) : text;
    start = false;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function readStart(source: ByteSource, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.read()) {
    parts.push(chunk);
    total += chunk.length;
    if (total >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

function hasUtf32Mark(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

function byteOrderMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** What parts values and records in every format: \n \t , ; : " { as units of UTF-16. */
const STRUCTURE = new Set([0x0a, 0x09, 0x2c, 0x3b, 0x3a, 0x22, 0x7b]);

/**
 * The signs between values show as ASCII beside a zero byte. Zero bytes alone tell nothing: half of 一 (U+4E00) is one.
 * Turned around, the signs would be Glagolitic or Gurmukhi letters.
 */
function utf16WithoutMark(head: Uint8Array): Encoding | undefined {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [first = 0, second = 0] = head.subarray(at, at + 2);
    if (second === 0 && STRUCTURE.has(first)) little += 1;
    if (first === 0 && STRUCTURE.has(second)) big += 1;
  }
  if (little === big) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** UTF-16 of plain ASCII is valid UTF-8 too, but every second byte of it is zero; text in UTF-8 has hardly any. */
function isMostlyZeros(head: Uint8Array): boolean {
  return head.filter((byte) => byte === 0).length > head.length / 4;
}

async function isValid(source: ByteSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of source.read()) {
    if (!decodes(decoder, chunk)) return false;
  }
  return decodes(decoder);
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The first line with a replacement character when the text is decoded leniently. */
async function brokenLine(source: ByteSource, encoding: Encoding): Promise<number> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  for await (const chunk of source.read()) {
    const text = decoder.decode(chunk, { stream: true });
    const broken = text.indexOf('\uFFFD');
    line += countLineEnds(broken === -1 ? text : text.slice(0, broken));
    if (broken !== -1) return line;
  }
  return line;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** How sure the better of two readings must be, and by how much it must beat the other. */
const SURE = 0.8;
const MARGIN = 0.1;

/**
 * GB18030 or Big5? Nearly any text of the one decodes as the other, to nonsense. What tells them apart is that real
 * text consists almost wholly of the characters that each standard's first level lists as common, and nonsense does
 * not. Measured on some 3,000 texts: no wrong answer for simplified characters in GB18030 or traditional ones in Big5
 * from ten characters on, none at all from twenty. Traditional characters in GB18030 are mostly refused: it has to be
 * named.
 */
async function legacyEncoding(source: ByteSource): Promise<Encoding | undefined> {
  const gb18030 = await commonShare(source, 'gb18030', firstLevel('gb18030', 0xb0, 0xd7));
  const big5 = await commonShare(source, 'big5', firstLevel('big5', 0xa4, 0xc6));
  if (Math.max(gb18030, big5) < SURE || Math.abs(gb18030 - big5) < MARGIN) return undefined;
  return gb18030 > big5 ? 'gb18030' : 'big5';
}

/** Share of common characters among all that are not ASCII or punctuation; 0 when the bytes are not of this encoding. */
async function commonShare(source: ByteSource, encoding: Encoding, common: ReadonlySet<string>): Promise<number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let counted = 0;
  let found = 0;
  const count = (text: string): void => {
    for (const character of text) {
      if (NEUTRAL.test(character)) continue;
      counted += 1;
      if (common.has(character)) found += 1;
    }
  };
  try {
    for await (const chunk of source.read()) count(decoder.decode(chunk, { stream: true }));
    count(decoder.decode());
  } catch (error) {
    if (error instanceof SourceFileError) throw error;
    return 0;
  }
  return counted === 0 ? 0 : found / counted;
}

const NEUTRAL = /[\0-\x7F·×°±\u2010-\u203B\u3000-\u303F\uFF00-\uFFEF]/;

/** The characters of a standard's first level: rows `first` to `last` of its two-byte table. */
function firstLevel(encoding: Encoding, first: number, last: number): Set<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let row = first; row <= last; row += 1) {
    for (let cell = 0x40; cell <= 0xfe; cell += 1) {
      const lowCell = cell < 0xa1;
      if (lowCell && (encoding === 'gb18030' || cell > 0x7e)) continue;
      characters.add(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return characters;
}
