import { extname } from 'node:path';
import { SourceFileError } from './fault.js';

/** The formats that records are read from. */
export type RowFormat = 'jsonl' | 'json' | 'csv';

/** Names under which a JSON object may hold its list of records. */
export const LIST_KEYS: readonly string[] = ['items', 'records', 'data'];

const EXTENSIONS: Readonly<Record<string, RowFormat>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
  '.csv': 'csv',
  '.tsv': 'csv',
};

/**
 * The format of a text, from how it begins; the file's name decides only where that leaves a doubt.
 * @throws {SourceFileError} when the name promises JSON and the text is none
 */
export function detectFormat(start: string, path: string): RowFormat {
  const named = EXTENSIONS[extname(path.toLowerCase().replace(/\.gz$/, ''))];
  const text = start.trimStart();
  if (text.startsWith('[')) return named === 'csv' ? 'csv' : 'json';
  if (text.startsWith('{')) return named === 'csv' && !text.startsWith('{"') ? 'csv' : linesOrDocument(text, named);
  if (named === 'json' || named === 'jsonl') {
    throw new SourceFileError({ code: 'format-unknown', details: { expected: 'JSON', start: text.slice(0, 20) } });
  }
  return 'csv';
}

/** A text that begins with an object: is that object one record of many, or the document? */
function linesOrDocument(text: string, named: RowFormat | undefined): RowFormat {
  const end = text.indexOf('\n');
  if (end === -1 && text.length > 1000 && /^\{\s*"(items|records|data)"\s*:\s*\[/.test(text)) return 'json';
  const first = parseObject(end === -1 ? text : text.slice(0, end));
  if (first) return LIST_KEYS.some((key) => isListOfObjects(first[key])) ? 'json' : 'jsonl';
  if (end === -1) return named === 'jsonl' ? 'jsonl' : 'json';
  // Not complete on one line: a document spread over many, or JSON Lines whose first line is broken
  return text.slice(end).trimStart().startsWith('{') || named === 'jsonl' ? 'jsonl' : 'json';
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}
