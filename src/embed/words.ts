// Stands in for sdk/errors/words.ts in the bundle that pages load, where elements tell their readers by the error's code
// in the reader's own language. Enough stays for a console to say which of them it was.

export function httpWords(status: number): string {
  return `HTTP ${status}`;
}

export function networkWords(): string {
  return 'No answer came.';
}

export const timeoutWords: typeof networkWords = networkWords;

export function tooLargeWords(): string {
  return 'The answer cannot be read.';
}

export const notJsonWords: typeof tooLargeWords = tooLargeWords;
export const otherShapeWords: typeof tooLargeWords = tooLargeWords;

export function rejectedWords(rejected: number): string {
  return `${rejected} records cannot be read.`;
}

export function limitWords(name: string): string {
  return name;
}

export const idWords: typeof limitWords = limitWords;

export function prefixWords(prefix: string): string {
  return `A prefix cannot be ${prefix}`;
}
