import type * as z from 'zod/mini';
import { NetworkError } from '../errors/network-error.js';
import type { RequestOptions } from '../options.js';
import type { AnswerContext, Transport } from '../transport.js';

/** Gives the schema of a kind of record, which a page loads when it first asks for that kind: it pays for no other. */
export type LoadSchema<R> = () => Promise<z.ZodMiniType<R>>;

/** Reads an address of a kind of record, its answer parsed by the schema of that kind. */
export type Read<R> = <T>(
  path: string,
  params: URLSearchParams,
  parse: (schema: z.ZodMiniType<R>, data: unknown, context: AnswerContext) => T,
  options?: RequestOptions,
) => Promise<T>;

/** Code that is fetched on need, which can fail as any request can. @throws {NetworkError} */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new NetworkError({ offline: false, cause });
  }
}

/** A reader that loads the schema while the request is under way. */
export function lazyReader<R>(transport: Transport, load: LoadSchema<R>): Read<R> {
  return (path, params, parse, options) => {
    const schema = loaded(load);
    schema.catch(() => undefined); // told to the caller once there is an answer to parse
    return transport.get(path, params, async (data, context) => parse(await schema, data, context), options);
  };
}
