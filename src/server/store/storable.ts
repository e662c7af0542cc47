import { UnstorableTextError } from './errors.js';

/** As JSON writes them: U+0000 and halves of surrogate pairs. Also hits escaped backslashes, hence the second look. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The value as JSON text that PostgreSQL accepts.
 * @param nameOf names the value in the error, for example `achievement a1`
 * @throws {UnstorableTextError} when a text in it holds U+0000 or half of a surrogate pair
 */
export function toStorableJson(value: unknown, nameOf: () => string): string {
  const json = JSON.stringify(value);
  if (SUSPECT.test(json)) assertStorable(value, '', nameOf);
  return json;
}

/** Whether PostgreSQL accepts `text`: looking up a key that it does not accept finds nothing. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}

function assertStorable(value: unknown, path: string, nameOf: () => string): void {
  if (typeof value === 'string') assertStorableText(value, path, nameOf);
  else if (Array.isArray(value)) value.forEach((item, at) => assertStorable(item, `${path}[${at}]`, nameOf));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      assertStorableText(key, path === '' ? 'a field name' : `a field name in ${path}`, nameOf);
      assertStorable(item, path === '' ? key : `${path}.${key}`, nameOf);
    }
}

function assertStorableText(text: string, path: string, nameOf: () => string): void {
  if (isStorable(text)) return;
  throw new UnstorableTextError(
    nameOf(),
    path,
    text.includes('\0') ? 'the character U+0000' : 'half of a character (a lone surrogate)',
  );
}
