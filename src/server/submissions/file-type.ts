import { archiveNames } from '../exchange/unzip.js';

const OOXML = 'application/vnd.openxmlformats-officedocument.';

/** What a file may be, with the endings that its name may have; the first is added where it has none of them. */
export const FILE_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/webp', ['webp']],
  ['image/gif', ['gif']],
  [`${OOXML}wordprocessingml.document`, ['docx']],
  [`${OOXML}spreadsheetml.sheet`, ['xlsx']],
  [`${OOXML}presentationml.presentation`, ['pptx']],
  ['application/msword', ['doc']],
  ['application/vnd.ms-excel', ['xls']],
  ['application/vnd.ms-powerpoint', ['ppt']],
  ['text/plain', ['txt', 'csv', 'md', 'log']],
]);

/** Why a file is not taken. */
export type FileRefusal = 'empty' | 'program' | 'markup' | 'macro' | 'encrypted' | 'unknown';

/** What a file is by its content: a media type of {@link FILE_TYPES}, or why it is not taken. */
export type FileVerdict = { readonly mediaType: string } | { readonly refused: FileRefusal };

const SIGNATURES: readonly (readonly [mediaType: string, start: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/png', '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', '\xFF\xD8\xFF'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
];

/** Starts of programs: Windows, Linux, macOS, scripts, shortcuts, Java and WebAssembly. */
const PROGRAMS = [
  'MZ',
  '\x7FELF',
  '\xFE\xED\xFA\xCE',
  '\xFE\xED\xFA\xCF',
  '\xCE\xFA\xED\xFE',
  '\xCF\xFA\xED\xFE',
  '\xCA\xFE\xBA\xBE',
  '#!',
  'L\0\0\0\x01\x14\x02\0',
  '\0asm',
];

const ZIP = 'PK\x03\x04';
const COMPOUND = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

/** Tells a whole file by its content. Its name and what its sender calls it count for nothing. */
export function detectFileType(bytes: Uint8Array): FileVerdict {
  if (bytes.byteLength === 0) return { refused: 'empty' };
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const [known] = SIGNATURES.find(([, signature]) => start.startsWith(signature)) ?? [];
  if (known !== undefined) return { mediaType: known };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return { mediaType: 'image/webp' };
  if (PROGRAMS.some((program) => start.startsWith(program))) return { refused: 'program' };
  if (start.startsWith(ZIP)) return detectPackage(bytes);
  if (start.startsWith(COMPOUND)) return detectCompound(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return detectText(bytes);
}

/** Why a file whose first bytes these are will not be taken, where they tell that already. */
export function refusalOfStart(bytes: Uint8Array): FileRefusal | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (PROGRAMS.some((program) => start.startsWith(program))) return 'program';
  return isMarkup(start) ? 'markup' : undefined;
}

/** Office documents are zip archives; which one tells the part that holds the content. */
function detectPackage(bytes: Uint8Array): FileVerdict {
  let names: ReadonlySet<string>;
  try {
    names = archiveNames(bytes);
  } catch {
    return { refused: 'unknown' };
  }
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return { refused: 'macro' };
  if (!names.has('[Content_Types].xml')) return { refused: 'unknown' };
  if (names.has('word/document.xml')) return { mediaType: `${OOXML}wordprocessingml.document` };
  if (names.has('xl/workbook.xml')) return { mediaType: `${OOXML}spreadsheetml.sheet` };
  if (names.has('ppt/presentation.xml')) return { mediaType: `${OOXML}presentationml.presentation` };
  return { refused: 'unknown' };
}

/** Older Office documents are compound files, whose directory names their streams in UTF-16. */
function detectCompound(bytes: Buffer): FileVerdict {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return { refused: 'encrypted' };
  if (has('_VBA_PROJECT')) return { refused: 'macro' };
  if (has('WordDocument')) return { mediaType: 'application/msword' };
  if (has('PowerPoint Document')) return { mediaType: 'application/vnd.ms-powerpoint' };
  if (has('Workbook') || has('Book\0')) return { mediaType: 'application/vnd.ms-excel' };
  return { refused: 'unknown' };
}

// oxlint-disable-next-line no-control-regex -- these are what no text holds
const NO_TEXT = /[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F\x7F]/;

function detectText(bytes: Uint8Array): FileVerdict {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  if (text === undefined || NO_TEXT.test(text)) return { refused: 'unknown' };
  return isMarkup(text.slice(0, 1024)) ? { refused: 'markup' } : { mediaType: 'text/plain' };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Pages and SVG run scripts where they are opened, whatever they are called. */
function isMarkup(start: string): boolean {
  return /^[\s\uFEFF\u00EF\u00BB\u00BF]*<[a-z!?/]/i.test(start);
}
