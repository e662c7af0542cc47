/** The ends of a range, both included; open where one is absent. Dates as `2026`, `2026-05` or `2026-05-20`. */
export interface RangeEnds {
  readonly min?: number | string;
  readonly max?: number | string;
}

/** What to look for in a list of records. Everything is optional: an empty query finds everything. */
export interface ListQuery {
  /** What the user typed. */
  readonly q?: string;
  /** Chosen values by facet: OR within a facet, AND between facets. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Facets of which a record must have all chosen values instead of any. */
  readonly matchAll?: readonly string[];
  /** Wanted ranges by name, such as `{ price: { max: 500_000 } }` in yuan. A record without a number there is left out. */
  readonly ranges?: Readonly<Record<string, RangeEnds>>;
  /** `relevance` (the platform's default when there is a `q`) or a sort the kind of record offers, such as `newest`. */
  readonly sort?: string;
  /** Records a page, 0 to 100; 0 asks for the total and the facets alone. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /**
   * Facets to count; those of `filters` are counted after them. `[]` counts none at all. Default: the main facets of the
   * kind.
   */
  readonly facets?: readonly string[];
  /** Ranges whose ends are wanted in `Page.ranges`. Default: none. */
  readonly countRanges?: readonly string[];
  /**
   * With `excerpts`, some two lines of each long text, about the first of the words found in it: a third of the bytes, for
   * a list that shows no more. Records of which something is left out have `excerpt: true`; `get()` reads them whole.
   * @default 'whole'
   */
  readonly texts?: 'whole' | 'excerpts';
  /** Language of labels, a BCP 47 tag; overrides the client's. Chinese or English is answered, whichever is nearer. */
  readonly lang?: string;
}

/** The query as parameters, in an order that depends on its content alone, so that equal queries share a cache entry. */
export function listParams(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams();
  const { filters = {}, limit, cursor, facets = [], countRanges = [], texts, lang } = query;
  const sorted = Object.entries(filters).map(([facet, values]) => [facet, [...values].sort()]);
  appendSearch(params, '', { ...query, filters: Object.fromEntries(sorted) as ListQuery['filters'] });
  const rest = { limit, cursor, ranges: countRanges.join(), texts, lang };
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== '') params.append(name, `${value}`);
  for (const facet of query.facets && facets.length === 0 ? [''] : facets) params.append('facets', facet);
  return params;
}

/** Adds what a search is, in an order that depends on its content alone; the values of a facet stay in theirs. */
export function appendSearch(
  params: URLSearchParams,
  prefix: string,
  { q, filters = {}, matchAll = [], ranges = {}, sort }: ListQuery,
): void {
  const set = (name: string, value: string | undefined): void => {
    if (value) params.append(prefix + name, value);
  };
  set('q', q);
  for (const facet of Object.keys(filters).sort())
    for (const value of filters[facet] ?? []) params.append(`${prefix}f.${facet}`, value);
  for (const facet of [...matchAll].sort()) set(`match.${facet}`, 'all');
  for (const name of Object.keys(ranges).sort()) {
    const { min = '', max = '' } = ranges[name] ?? {};
    if (hasEnds({ min, max })) set(`r.${name}`, `${min}..${max}`);
  }
  set('sort', sort);
}

/** False for a range that is open at both ends, which is no wish at all. */
export function hasEnds({ min = '', max = '' }: RangeEnds): boolean {
  return min !== '' || max !== '';
}
