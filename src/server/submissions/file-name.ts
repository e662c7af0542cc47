import { FILE_TYPES } from './file-type.js';

/** Longest name, in UTF-16 units: file systems take 255 bytes, and a Chinese character has three. */
const MAX_NAME = 80;

/** What no file system or reader of a list should be given: controls, marks that turn the reading order, separators. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu;
const RESERVED = /[/\\:*?"<>|]/g;

/**
 * A name under which a file can be shown and saved anywhere: without folders, without signs that hide what it is, and with
 * an ending that says what it is by its content.
 */
export function safeFileName(name: string, mediaType: string): string {
  const endings = FILE_TYPES.get(mediaType) ?? [];
  const [plain = ''] = name.split(/[/\\]/).slice(-1);
  const clean = plain
    .replaceAll(UNSAFE, '')
    .replaceAll(RESERVED, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const [, stem = clean, ending = ''] = /^(.+)\.([^.]*)$/.exec(clean) ?? [];
  const isFitting = endings.includes(ending.toLowerCase());
  const base = (isFitting ? stem : clean).slice(0, MAX_NAME).replaceAll(UNSAFE, '').trim() || '附件';
  const added = isFitting ? ending : endings[0];
  return added === undefined ? base : `${base}.${added}`;
}
