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
  /** Facets to count; `[]` counts none. Default: the main facets of the kind. */
  readonly facets?: readonly string[];
  /** Ranges whose ends are wanted in `Page.ranges`. Default: none. */
  readonly countRanges?: readonly string[];
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
  for (const facet of [...(query.matchAll ?? [])].sort()) params.append(`match.${facet}`, 'all');
  for (const [name, ends] of Object.entries(query.ranges ?? {}).sort(byName)) set(`r.${name}`, formatRange(ends));
  set('sort', query.sort);
  set('limit', query.limit);
  set('cursor', query.cursor);
  for (const facet of query.facets?.length === 0 ? [''] : (query.facets ?? [])) params.append('facets', facet);
  set('ranges', query.countRanges?.join());
  set('lang', query.lang);
  return params;
}

/** `1..5`, `1..`, `..5`; nothing for a range that is open at both ends. */
export function formatRange({ min = '', max = '' }: RangeEnds): string {
  return min === '' && max === '' ? '' : `${min}..${max}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
