import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './errors.js';
import type { CliText } from './texts.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command line taken apart. */
export interface Arguments<T extends Options> {
  readonly values: ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>>['values'];
  readonly positionals: readonly string[];
}

/**
 * Takes a command line apart.
 * @throws {UsageError} for an unknown option or one without its value
 */
export function readArguments<const T extends Options>(args: readonly string[], options: T): Arguments<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? '';
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError('unknown-option', { option });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError('option-value', { option });
    throw error;
  }
}

/** A whole number between two limits. @throws {UsageError} for anything else */
export function readNumber(option: string, text: string, minimum: number, maximum: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= minimum && number <= maximum) return number;
  throw new UsageError('option-number', { option, value: text, minimum, maximum });
}

/** Checks that there are exactly as many words as `missing` has messages. @throws {UsageError} with the first that fits */
export function expectWords(words: readonly string[], missing: readonly CliText[]): void {
  const text = missing[words.length];
  if (text !== undefined) throw new UsageError(text);
  const extra = words[missing.length];
  if (extra !== undefined) throw new UsageError('word-extra', { word: extra });
}

/** The first word, which says what to do. @throws {UsageError} when it is absent or none of `actions` */
export function readAction<A extends string>(words: readonly string[], actions: readonly A[]): A {
  const [word] = words;
  const list = actions.join(', ');
  if (word === undefined) throw new UsageError('action-missing', { actions: list });
  const action = actions.find((candidate) => candidate === word);
  if (action === undefined) throw new UsageError('action-unknown', { action: word, actions: list });
  return action;
}
