import { loaded } from './lazy-schema.js';

type Method = (...asked: readonly unknown[]) => unknown;

/**
 * A resource whose code is fetched when one of its methods is first called: a page pays for no other than it uses. All its
 * methods must be asynchronous.
 * @throws {NetworkError} from each of them, where the code does not come
 */
export function lazyResource<R extends object>(load: () => Promise<R>): R {
  return new Proxy({} as R, {
    get: (_target, name) =>
      // A promise that resolves to a resource asks whether it is one more promise
      name === 'then'
        ? undefined
        : async (...asked: readonly unknown[]) => ((await loaded(load))[name as keyof R] as Method)(...asked),
  });
}
