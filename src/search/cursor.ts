import { textChecksum } from './checksum.js';
import { InvalidCursorError } from './search-index.js';

/**
 * Where a page ended. `weights` are the weights that the query's terms had on the first page: later pages rank by them,
 * so that a record keeps its score while others come and go.
 */
export interface Cursor {
  /** Score or sort number of the last record; absent where it had none. */
  readonly key: number | undefined;
  readonly id: string;
  readonly weights: readonly number[];
  /** How many near matches were given so far; absent on the strict part. */
  readonly relaxed?: number;
}

const VERSION = 1;
const MAX_CURSOR_LENGTH = 8192;
const URL_SAFE: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** Opaque, URL-safe text; `query` says which query it belongs to. */
export function encodeCursor(cursor: Cursor, query: string): string {
  const body = JSON.stringify([
    VERSION,
    textChecksum(query),
    cursor.key ?? null,
    cursor.id,
    cursor.weights,
    cursor.relaxed ?? null,
  ]);
  let binary = '';
  for (const byte of new TextEncoder().encode(textChecksum(body).toString(36).padStart(7, '0') + body)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll(/[+/=]/g, (sign) => URL_SAFE[sign] ?? '');
}

/** @throws {InvalidCursorError} when the text is damaged or was made for another query than that of `terms` terms. */
export function decodeCursor(text: string, query: string, terms: number): Cursor {
  const fields = readFields(text);
  const [version, owner, key, id, weights, relaxed] = fields;
  const sound =
    fields.length === 6 &&
    version === VERSION &&
    (key === null || typeof key === 'number') &&
    typeof id === 'string' &&
    Array.isArray(weights) &&
    weights.length === terms &&
    weights.every((weight) => typeof weight === 'number') &&
    (relaxed === null || typeof relaxed === 'number');
  if (owner !== textChecksum(query)) {
    throw new InvalidCursorError('The cursor belongs to another query. Ask for the first page again.');
  }
  if (!sound) throw damaged();
  const cursor = { key: key ?? undefined, id, weights };
  return relaxed === null ? cursor : { ...cursor, relaxed };
}

function damaged(): InvalidCursorError {
  return new InvalidCursorError('The cursor is damaged or outdated. Ask for the first page again.');
}

function readFields(text: string): readonly unknown[] {
  if (text.length > MAX_CURSOR_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) throw damaged();
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    const body = decoded.slice(7);
    if (Number.parseInt(decoded.slice(0, 7), 36) !== textChecksum(body)) throw damaged();
    const fields: unknown = JSON.parse(body);
    return Array.isArray(fields) ? fields : [];
  } catch {
    throw damaged();
  }
}
