import type { RequestOptions } from '../options.js';
import type { Transport } from '../transport.js';
import { loaded } from './lazy-schema.js';

/** A vocabulary with its labels in one language. */
export interface CodeLabelList {
  readonly id: string;
  readonly label: string;
  /** Edition of the list. */
  readonly version: string;
  /** In the order of the list. */
  readonly entries: readonly { readonly code: string; readonly label: string }[];
}

/** The platform's code lists: what the choices of a form are made of. */
export interface CodeListsResource {
  /**
   * Reads lists by their ids, in that order.
   * @throws {HttpError} with `code: 'bad-request'` for an id that the platform does not know; otherwise the same as a read
   * @example
   * const [types] = await client.codeLists.list(['demand-type']);
   */
  list(
    ids: readonly string[],
    options?: RequestOptions & {
      /** Language of labels, a BCP 47 tag; overrides the client's. */ readonly lang?: string;
    },
  ): Promise<readonly CodeLabelList[]>;
}

/** The code lists of the platform at the other end of `transport`. */
export function createCodeLists(transport: Transport): CodeListsResource {
  return {
    list: async (...asked) => (await loaded(() => import('./code-lists-reader.js'))).listCodes(transport, ...asked),
  };
}
