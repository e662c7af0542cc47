import type { Achievement } from '../../domain/achievement.js';
import type { Facet } from '../../domain/page.js';
import type { SearchQuery } from '../../search/search-index.js';
import { pagePath } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import type { Collection } from '../http/collections.js';
import { labelFacets } from '../http/facet-labels.js';
import { withEnglishNames } from '../http/institution-names.js';
import { readListQuery } from '../http/list-query.js';
import { recordsOf, searchable, searchFor } from '../http/read-routes.js';
import { sendPage } from './layout.js';
import { type ListView, listMain } from './list-templates.js';
import { pageText } from './texts.js';

const PAGE_SIZE = 20;
const ENTRY = '/embed/yuniao.js';

/** The part of an address that says what to list; whatever else stands there, a campaign's mark say, is left alone. */
function listParameters(url: string): URLSearchParams {
  const known = new URLSearchParams();
  for (const [name, value] of new URL(url).searchParams) {
    const isOwn = ['q', 'sort', 'cursor'].includes(name) || /^(f|match|r)\./.test(name);
    // A form sends its empty fields, too
    if (isOwn && value !== '') known.append(name, value);
  }
  return known;
}

/** `GET /achievements`: the list as a page. Where scripts run, the search element takes its place and reads the same address. */
export async function listPage(services: Services, collection: Collection, c: AppContext): Promise<Response> {
  const { lang } = c.var;
  const { index, definition } = searchable(services, collection);
  const params = listParameters(c.req.url);
  const offered = [...collection.defaultFacets, 'institution'];
  const address = new URL(`?${params.toString()}`, c.req.url).href;
  const query: SearchQuery = {
    ...readListQuery(address, lang, definition, offered).query,
    limit: PAGE_SIZE,
  };
  const found = await searchFor(index, query, c);
  const stored = (await recordsOf(services, collection, found.hits)) as Achievement[];
  const records = await withEnglishNames(index, stored, lang);
  const facets: Facet[] = labelFacets(query, found.facets, lang, collection.kind);
  const relaxed = new Set(found.hits.filter((hit) => hit.relaxed).map(({ id }) => id));
  const view: ListView = {
    lang,
    params,
    query,
    offered,
    sorts: definition.sorts,
    records,
    strict: records.filter(({ id }) => !relaxed.has(id)).length,
    total: found.total,
    facets,
    hasElement: services.cdnDir !== undefined,
    ...(found.nextCursor !== undefined && { nextCursor: found.nextCursor }),
  };
  const shared = new URLSearchParams(params);
  shared.delete('cursor');
  const suffix = shared.size > 0 ? `?${shared.toString()}` : '';
  const data = new URLSearchParams([...shared, ['lang', lang]]).toString();
  return sendPage(
    c,
    services,
    {
      title: [query.q?.trim(), pageText('achievements', lang), services.source].filter(Boolean).join(' · '),
      description: pageText('about', lang, { source: services.source, count: found.total }),
      paths: { 'zh-CN': pagePath('zh-CN') + suffix, en: pagePath('en') + suffix },
      feed: `/api/v1/achievements.atom?${data}`,
      data: `/api/v1/achievements?${data}`,
      unlisted: params.size > 0,
      scripts: view.hasElement ? [ENTRY] : [],
      main: listMain(view),
    },
    services.indexer.asOf,
  );
}
