/** Whether a call ended because its caller aborted it, which is no failure to show. */
export function isAbortError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
