import { codeLists } from '../../domain/code-lists/index.js';
import { pickText } from '../../domain/language.js';
import { Parameters } from './parameters.js';
import type { Handler } from './read-routes.js';
import { labelledIn, sendJson } from './respond.js';

/** Most lists in one request. */
const MAX_LISTS = 50;

/** `GET /api/v1/code-lists?id=…&id=…`: code lists with their labels in one language; without `id` all of them. */
export function listCodeLists(): Handler {
  return async (c) => {
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['id', 'lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', 200);
    const known = [...codeLists.keys()];
    const ids = params.all('id').flatMap((value) => value.split(','));
    if (ids.length > MAX_LISTS) params.fault('id', 'too_many', { max: MAX_LISTS });
    else if (ids.some((id) => !codeLists.has(id))) params.fault('id', 'invalid_value', { known: known.join(', ') });
    params.assertValid();
    const { lang } = c.var;
    const items = (ids.length === 0 ? known : [...new Set(ids)]).flatMap((id) => {
      const list = codeLists.get(id);
      if (!list) return [];
      return {
        id,
        label: pickText(list.label, lang)?.text ?? id,
        version: list.version,
        entries: list.entries.map(({ code, label }) => ({ code, label: pickText(label, lang)?.text ?? code })),
      };
    });
    labelledIn(c);
    return sendJson(c, { items });
  };
}
