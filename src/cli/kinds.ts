import { ROW_KINDS } from '../server/exchange/row-kinds.js';
import { UsageError } from './errors.js';

/** A kind of record as the command line and the addresses of the platform name it. */
export type KindName = keyof typeof ROW_KINDS;

const NAMES = Object.keys(ROW_KINDS) as KindName[];

/** The kind that the first word names. @throws {UsageError} for none or another */
export function readKind(words: readonly string[]): KindName {
  const [word] = words;
  if (word === undefined) throw new UsageError('kind-missing');
  const kind = NAMES.find((name) => name === word);
  if (kind === undefined) throw new UsageError('kind-unknown', { kind: word, kinds: NAMES.join(', ') });
  return kind;
}
