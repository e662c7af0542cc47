import type { SubmissionSettings } from '../../../domain/submission.js';

/** What the platform takes. */
export type FileLimits = SubmissionSettings['attachments'];

/** Why a file cannot go with a submission: `unreadable` where it was moved or deleted since it was chosen. */
export type FileFault = 'type' | 'size' | 'empty' | 'count' | 'unreadable' | 'denied' | 'failed';

/** Enough of either end to tell what a file is; the names in a ZIP archive stand at its end. */
const END_BYTES = 64 * 1024;

interface Signature {
  readonly begins: string;
  /** Stands somewhere in it, too. */
  readonly holds?: string;
  readonly types: RegExp;
}

const ZIP = 'PK\u0003\u0004';

const SIGNATURES: readonly Signature[] = [
  { begins: '%PDF-', types: /^application\/pdf$/ },
  { begins: '\u0089PNG\r\n', types: /^image\/png$/ },
  { begins: '\u00FF\u00D8\u00FF', types: /^image\/jpeg$/ },
  { begins: 'GIF8', types: /^image\/gif$/ },
  { begins: 'RIFF', holds: 'WEBP', types: /^image\/webp$/ },
  { begins: ZIP, holds: 'word/', types: /wordprocessingml/ },
  { begins: ZIP, holds: 'xl/', types: /spreadsheetml/ },
  { begins: ZIP, holds: 'ppt/', types: /presentationml/ },
  { begins: ZIP, types: /^application\/(x-)?zip/ },
  { begins: '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1', types: /^application\/(msword|vnd\.ms-)/ },
];
/** Programs, which can begin like text. */
const PROGRAMS = ['MZ', '\u007FELF'];
/** UTF-16, whose every other byte is zero. */
const WIDE_TEXT = ['\u00FF\u00FE', '\u00FE\u00FF'];

/** What keeps `file` from being taken, by its size and by its content, whatever its name says. */
export async function faultOf(file: Blob, { maxBytes, mediaTypes }: FileLimits): Promise<FileFault | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > maxBytes) return 'size';
  try {
    const ends = [file.slice(0, END_BYTES), file.slice(Math.max(file.size - END_BYTES, 0))];
    const text = (await Promise.all(ends.map(async (end) => oneCharacterAByte(await end.arrayBuffer())))).join('');
    return mediaTypes.some((type) => isOfType(text, type)) ? undefined : 'type';
  } catch {
    return 'unreadable';
  }
}

function isOfType(content: string, type: string): boolean {
  if (type.startsWith('text/')) return isText(content);
  return SIGNATURES.some(
    ({ begins, holds = '', types }) => content.startsWith(begins) && content.includes(holds) && types.test(type),
  );
}

function isText(content: string): boolean {
  const begins = (mark: string): boolean => content.startsWith(mark);
  if (PROGRAMS.some(begins) || SIGNATURES.some((signature) => begins(signature.begins))) return false;
  return WIDE_TEXT.some(begins) || !content.includes('\0');
}

function oneCharacterAByte(buffer: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return text;
}
