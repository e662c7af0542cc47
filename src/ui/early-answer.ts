import { nextTask } from './next-task.js';

/**
 * The answer to an element's first question, where the loader has asked it while the element's code was still on its
 * way. It is left on the element itself, under this key, and used for its first request if that is the same.
 */
export interface EarlyAnswer {
  readonly url: string;
  readonly response: Promise<Response>;
}

const KEY = Symbol.for('yuniao.early-answer');

type Asked = Element & { [key: symbol]: EarlyAnswer | undefined };

/**
 * Where the first answer is on its way already: a task of its own to take it in, so that together with the first drawing
 * it does not hold a slow machine up.
 */
export function afterDrawing(element: Element): Promise<void> | undefined {
  return (element as Asked)[KEY] && nextTask();
}

/** `fetch` for the client of `element`, which begins with the answer that was left on it. */
export function fetchFor(element: Element): typeof fetch {
  return (request, init) => {
    const early = (element as Asked)[KEY];
    delete (element as Asked)[KEY];
    return early && early.url === (request as Request).url ? early.response : fetch(request, init);
  };
}
