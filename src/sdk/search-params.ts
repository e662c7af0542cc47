import { ConfigError } from './errors/config-error.js';
import { prefixWords } from './errors/words.js';
import { appendSearch, type RangeEnds } from './list-query.js';

/** What a visitor has chosen in a search, as far as a link to it should carry. */
export interface SearchState {
  /** What was typed; `''` for nothing. */
  readonly q: string;
  /** Chosen values by facet, in the order chosen. Has no prototype when parsed, so that any facet name is safe to look up. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Facets of which all chosen values are wanted, in alphabetical order; absent for none. */
  readonly matchAll?: readonly string[];
  /** Wanted ranges by name; their ends are texts when parsed. Absent for none. */
  readonly ranges?: Readonly<Record<string, RangeEnds>>;
  /** Absent for the default order. */
  readonly sort?: string;
  /** Number of the page, from 1; absent for the first. */
  readonly page?: number;
  /** Cursor of that page; absent for the first. */
  readonly cursor?: string;
  /** Id of the record whose details show; absent for none. */
  readonly record?: string;
}

export interface SearchParamsOptions {
  /**
   * Keeps the parameters of several searches on one page apart: with `a` they are `a.q`, `a.sort`, `a.f.field`. Letters,
   * digits, `-` and `_`, a letter first; not `f`, `match` or `r`.
   */
  readonly prefix?: string;
}

/**
 * The search as URL parameters: `q`, one `f.<facet>` for each chosen value, `match.<facet>=all`, `r.<range>=<min>..<max>`,
 * `sort`, `page`, `cursor`, `record`. Facets and ranges stand in alphabetical order, so equal searches give equal links.
 * `parseSearchParams` gives the same state back, but for halves of surrogate pairs, which no URL can carry.
 *
 * Parameters in `current` that are not of this search are the host page's: they are kept, in their order, before ours.
 * `current` itself is not changed.
 * @throws {ConfigError} when `prefix` is not usable
 */
export function formatSearchParams(
  state: SearchState,
  current: URLSearchParams = new URLSearchParams(),
  options: SearchParamsOptions = {},
): URLSearchParams {
  const prefix = prefixOf(options);
  const params = new URLSearchParams();
  for (const [name, value] of current) if (!ownPart(name, prefix)) params.append(name, value);

  appendSearch(params, prefix, state);
  if (state.page !== undefined && state.page > 1) params.append(`${prefix}page`, String(state.page));
  if (state.cursor) params.append(`${prefix}cursor`, state.cursor);
  if (state.record) params.append(`${prefix}record`, state.record);
  return params;
}

/** The search that URL parameters tell of. Never throws on what a URL may hold: a broken part counts as not given. */
export function parseSearchParams(params: URLSearchParams, options: SearchParamsOptions = {}): SearchState {
  const prefix = prefixOf(options);
  const filters = Object.create(null) as Record<string, string[]>;
  const ranges = Object.create(null) as Record<string, { min?: string; max?: string }>;
  const matchAll = new Set<string>();
  for (const [name, value] of params) {
    const [, kind, key = ''] = ownPart(name, prefix) ?? [];
    if (kind === 'f') (filters[key] ??= []).push(value);
    if (kind === 'match' && value === 'all') matchAll.add(key);
    const [, min, max] = (kind === 'r' && /^(.*?)\.\.(.*)/s.exec(value)) || [];
    if (min || max) ranges[key] = { ...(min && { min }), ...(max && { max }) };
  }
  const sort = params.get(`${prefix}sort`);
  const page = params.get(`${prefix}page`);
  const cursor = params.get(`${prefix}cursor`);
  const record = params.get(`${prefix}record`);
  return {
    q: params.get(`${prefix}q`) ?? '',
    filters,
    ...(matchAll.size > 0 ? { matchAll: [...matchAll].sort() } : {}),
    ...(Object.keys(ranges).length > 0 ? { ranges } : {}),
    ...(sort ? { sort } : {}),
    ...(page && /^[1-9]\d{0,8}$/.test(page) && page !== '1' ? { page: Number(page) } : {}),
    ...(cursor ? { cursor } : {}),
    ...(record ? { record } : {}),
  };
}

/** What `name` is in a search under `prefix`: `f`, `match` or `r` and what of, or another part; nothing for the host's. */
function ownPart(name: string, prefix: string): RegExpExecArray | null {
  const own = /^(?:(f|match|r)\.(.*)|q|sort|page|cursor|record)$/s;
  return name.startsWith(prefix) ? own.exec(name.slice(prefix.length)) : null;
}

function prefixOf({ prefix }: SearchParamsOptions): string {
  if (prefix === undefined || prefix === '') return '';
  if (!/^[A-Za-z][\w-]*$/.test(prefix) || /^(f|match|r)$/.test(prefix)) {
    throw new ConfigError(prefixWords(prefix));
  }
  return `${prefix}.`;
}
