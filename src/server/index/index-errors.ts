import { InvalidCursorError, SnapshotError } from '../../search/index.js';

/** The index cannot answer now: its thread ended or is at work for too long. The same question will do in a while. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

const CLASSES: Readonly<Record<string, new (message: string) => Error>> = {
  InvalidCursorError,
  RangeError,
  SnapshotError,
  TypeError,
};

/** The error that a thread reported, of the class it had there. */
export function reviveError({ name, message }: { readonly name: string; readonly message: string }): Error {
  return new (CLASSES[name] ?? Error)(message);
}
