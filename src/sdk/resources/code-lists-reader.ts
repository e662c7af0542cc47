import * as z from 'zod/mini';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import type { CodeLabelList, CodeListsResource } from './code-lists.js';

const CodeLists = /* @__PURE__ */ z.object({
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      version: z.string(),
      entries: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  ),
});

/** Reads code lists. Nothing is asked for where no list is wanted. */
export async function listCodes(
  transport: Transport,
  ...[ids, { lang, ...options } = {}]: Parameters<CodeListsResource['list']>
): Promise<readonly CodeLabelList[]> {
  if (ids.length === 0) return [];
  const params = new URLSearchParams(ids.map((id) => ['id', id]));
  if (lang) params.set('lang', lang);
  return transport.get('code-lists', params, (data, context) => parseAnswer(CodeLists, data, context).items, options);
}
