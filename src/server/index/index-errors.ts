import { InvalidCursorError, SnapshotError } from '../../search/index.js';

/** The index cannot answer now: its thread ended or is at work for too long. The same question will do in a while. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

/** The index has grown beyond what it may have. The way out is more memory, or fewer records. */
export class IndexFullError extends Error {
  override readonly name = 'IndexFullError';

  constructor(kind: string, bytes: number, limit: number) {
    super(
      `The search index of ${kind} takes ${megabytes(bytes)} MB, and may take ${megabytes(limit)} MB. ` +
        'Raise maxIndexBytes if the machine has the memory, then start the platform again.',
    );
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

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
