import { TimeoutError } from './errors/timeout-error.js';

/** Longest delay that timers take; a longer one fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What a caller's abort becomes, whatever reason it gave. */
export function abortErrorOf(signal: AbortSignal): DOMException {
  const { reason } = signal as { reason: unknown };
  if (reason instanceof DOMException && reason.name === 'AbortError') return reason;
  const error = new DOMException('The call was aborted by its caller.', 'AbortError');
  Object.defineProperty(error, 'cause', { value: reason });
  return error;
}

/**
 * Runs `work` for at most `timeoutMs`, or until the caller aborts; then rejects with `TimeoutError` or `AbortError` and
 * aborts the signal given to `work`. It does not wait for work that ignores its signal.
 */
export function withDeadline<T>(
  timeoutMs: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (caller?.aborted) return Promise.reject(abortErrorOf(caller));
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (error: Error): void => {
      reject(error);
      controller.abort(error);
    };
    const onAbort = (): void => {
      if (caller) giveUp(abortErrorOf(caller));
    };
    const timer =
      timeoutMs <= MAX_TIMER_MS ? setTimeout(() => giveUp(new TimeoutError({ timeoutMs })), timeoutMs) : undefined;
    caller?.addEventListener('abort', onAbort);
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        caller?.removeEventListener('abort', onAbort);
      });
  });
}
