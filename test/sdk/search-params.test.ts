import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, formatSearchParams, parseSearchParams, type SearchState } from '../../src/sdk/index.js';

/** Any text that a URL can carry: all of Unicode but halves of surrogate pairs. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a,b', 'f.q', 'q=1&f.x=2', '#?%2C+ ', '钙钛矿', '__proto__', 'constructor', 'toString', '0', ''),
);
const nonEmpty = text.filter((value) => value !== '');
const filters = fc
  .array(fc.tuple(text, fc.array(text, { minLength: 1, maxLength: 4 })), { maxLength: 4 })
  .map((entries) => Object.assign(Object.create(null), Object.fromEntries(entries)) as SearchState['filters']);
/** Facets in alphabetical order, each once. */
const matchAll = fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((facets) => facets.sort());
const end = fc.oneof(fc.integer().map(String), fc.constantFrom('2026', '2026-05', '2026-05-20', '0.5'));
const ranges = fc
  .dictionary(text, fc.oneof(fc.record({ min: end, max: end }), fc.record({ min: end }), fc.record({ max: end })), {
    minKeys: 1,
    maxKeys: 3,
  })
  .map((entries) => Object.assign(Object.create(null), entries) as NonNullable<SearchState['ranges']>);
const state: fc.Arbitrary<SearchState> = fc.record(
  {
    q: text,
    filters,
    matchAll,
    ranges,
    sort: nonEmpty,
    page: fc.integer({ min: 2, max: 999_999_999 }),
    cursor: nonEmpty,
  },
  { requiredKeys: ['q', 'filters'] },
);
const prefix = fc.constantFrom(undefined, 'a', 'left', 'A-1_x');
const hostParams = fc
  .array(fc.tuple(text, text), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]): [string, string] => [`host-${name}`, value]));

describe('the search in the URL', () => {
  it('comes back as it was, through the text of a real URL', () => {
    fc.assert(
      fc.property(state, prefix, hostParams, (original, name, host) => {
        const url = new URL('https://park.example.cn/page');
        url.search = formatSearchParams(original, new URLSearchParams(host), { prefix: name }).toString();
        expect(parseSearchParams(new URL(url.href).searchParams, { prefix: name })).toEqual({ ...original });
      }),
    );
  });

  it('leaves the parameters of the host page as they are, in their order', () => {
    fc.assert(
      fc.property(state, state, prefix, hostParams, (before, after, name, host) => {
        const withBefore = formatSearchParams(before, new URLSearchParams(host), { prefix: name });
        const withAfter = formatSearchParams(after, withBefore, { prefix: name });
        expect([...withAfter].filter(([key]) => key.startsWith('host-'))).toEqual(host);
        expect([...withAfter].slice(0, host.length)).toEqual(host);
        expect(parseSearchParams(withAfter, { prefix: name })).toEqual({ ...after });
      }),
    );
  });

  it('shares a URL with a second search that has another prefix', () => {
    fc.assert(
      fc.property(state, state, fc.constantFrom(undefined, 'a', 'ab'), (left, right, name) => {
        const both = formatSearchParams(right, formatSearchParams(left, undefined, { prefix: name }), { prefix: 'b' });
        expect(parseSearchParams(both, { prefix: name })).toEqual({ ...left });
        expect(parseSearchParams(both, { prefix: 'b' })).toEqual({ ...right });
      }),
    );
  });

  it('is the same text for the same search, however the state was put together', () => {
    fc.assert(
      fc.property(state, (original) => {
        const reversed: SearchState = {
          ...original,
          filters: Object.fromEntries(Object.entries(original.filters).toReversed()),
          matchAll: original.matchAll?.toReversed(),
          ranges: original.ranges && Object.fromEntries(Object.entries(original.ranges).toReversed()),
        };
        expect(formatSearchParams(reversed).toString()).toBe(formatSearchParams(original).toString());
      }),
    );
  });

  it('settles at once for text that a URL cannot carry', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((unit) => String.fromCharCode(unit)) }),
        (q) => {
          const once = formatSearchParams({ q, filters: { field: [q] } });
          expect(formatSearchParams(parseSearchParams(once)).toString()).toBe(once.toString());
        },
      ),
    );
  });

  it('reads as people write it', () => {
    const params = formatSearchParams(
      {
        q: '钙钛矿',
        filters: { region: ['330100'], field: ['新材料', '新能源'] },
        matchAll: ['field'],
        ranges: { published: { min: '2025' }, price: { min: '10000', max: '500000' } },
        sort: 'newest',
        page: 2,
        cursor: 'c',
      },
      new URLSearchParams('utm_source=wechat'),
    );
    expect(decodeURIComponent(params.toString())).toBe(
      'utm_source=wechat&q=钙钛矿&f.field=新材料&f.field=新能源&f.region=330100&match.field=all&r.price=10000..500000&r.published=2025..&sort=newest&page=2&cursor=c',
    );
  });

  it('is nothing at all for an empty search', () => {
    expect(formatSearchParams({ q: '', filters: { field: [] }, page: 1 }).toString()).toBe('');
    expect(parseSearchParams(new URLSearchParams())).toEqual({ q: '', filters: {} });
  });

  it.each(['', '..', '5', '.', 'all'])('takes r.price=%j for no range', (value) => {
    expect(parseSearchParams(new URLSearchParams({ 'r.price': value, 'match.field': 'any' }))).toEqual({
      q: '',
      filters: {},
    });
  });

  it('is nothing at all for a range that is open at both ends', () => {
    expect(formatSearchParams({ q: '', filters: {}, matchAll: [], ranges: { price: {} } }).toString()).toBe('');
  });

  it('keeps equal values of two facets apart', () => {
    const original = { q: '', filters: { field: ['新能源'], industry: ['新能源'] } };
    expect(parseSearchParams(formatSearchParams(original))).toEqual(original);
  });

  it('answers nothing for a facet that is not there, whatever its name', () => {
    const { filters: none } = parseSearchParams(new URLSearchParams('q=x'));
    expect(['constructor', 'toString', '__proto__'].map((name) => none[name])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(['0', '1', '-1', '2.5', 'x', '', ' 2', '1e3', '9'.repeat(30)])('takes page=%j for the first page', (page) => {
    expect(parseSearchParams(new URLSearchParams({ page }))).toEqual({ q: '', filters: {} });
  });

  it('does not change the parameters it is given', () => {
    const current = new URLSearchParams('q=old&x=1');
    formatSearchParams({ q: 'new', filters: {} }, current);
    expect(current.toString()).toBe('q=old&x=1');
  });

  it.each(['f', 'r', 'match', 'a.b', '1a', 'a b', '中', '-'])(
    'refuses the prefix %j, which could not be told apart',
    (bad) => {
      expect(() => parseSearchParams(new URLSearchParams(), { prefix: bad })).toThrow(ConfigError);
      expect(() => formatSearchParams({ q: '', filters: {} }, undefined, { prefix: bad })).toThrow(/prefix/);
    },
  );
});
