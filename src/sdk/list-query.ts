/** What to look for in a list of records. Everything is optional: an empty query finds everything. */
export interface ListQuery {
  /** What the user typed. */
  readonly q?: string;
  /** Chosen values by facet: OR within a facet, AND between facets. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** `relevance` (the platform's default when there is a `q`) or a sort the kind of record offers, such as `newest`. */
  readonly sort?: string;
  /** Records a page, 0 to 100; 0 asks for the total and the facets alone. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Facets to count; `[]` counts none. Default: the main facets of the kind. */
  readonly facets?: readonly string[];
  /** Language of labels, a BCP 47 tag; overrides the client's. Chinese or English is answered, whichever is nearer. */
  readonly lang?: string;
}

/** The query as parameters, in an order that depends on its content alone, so that equal queries share a cache entry. */
export function listParams(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') params.append(name, String(value));
  };
  set('q', query.q);
  for (const [facet, values] of Object.entries(query.filters ?? {}).sort(byName)) {
    for (const value of [...values].sort()) params.append(`f.${facet}`, value);
  }
  set('sort', query.sort);
  set('limit', query.limit);
  set('cursor', query.cursor);
  for (const facet of query.facets?.length === 0 ? [''] : (query.facets ?? [])) params.append('facets', facet);
  set('lang', query.lang);
  return params;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
