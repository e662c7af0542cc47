import type { Achievement, Demand, EventRecord, Incubator, Indicator, Observation } from '../../src/domain/index.js';
import type { Facet, Suggestion } from '../../src/domain/page.js';
import type {
  AchievementsResource,
  Client,
  Detail,
  FacetValuesQuery,
  Hit,
  IndicatorQuery,
  IndicatorsResource,
  ListQuery,
  Page,
  RecordsResource,
  RequestOptions,
  SuggestQuery,
} from '../../src/sdk/index.js';
import { listParams } from '../../src/sdk/list-query.js';
import { sampleAchievements } from './achievements.js';

import { findIndicators, sampleIndicators } from './indicators.js';
import { findSamples, pageOf, sampleFacet, suggestSamples } from './sample-search.js';

export { sampleAchievements } from './achievements.js';
export { findIndicators, sampleIndicators } from './indicators.js';
export { findSamples, pageOf } from './sample-search.js';

/** An answer that the test gives when it chooses to. */
export interface DeferredAnswer<Query, Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  /** Settles when the call has arrived; `query` and `signal` are known from then on. */
  readonly called: Promise<void>;
  /** What was asked for. Throws before the call has arrived. */
  readonly query: Query;
  /** The caller's signal, if it gave one. Throws before the call has arrived. */
  readonly signal: AbortSignal | undefined;
}

/** A method whose answers a test controls. Calls take deferred answers in order, then the default answer. */
export interface FakeMethod<Query, Answer> {
  (query?: Query, options?: RequestOptions): Promise<Answer>;
  /** Holds the answer to the next call that no other `defer()` waits for. */
  defer(): DeferredAnswer<Query, Answer>;
  /** Answers all later calls that are not deferred; a function may look at the query or throw. */
  answer(answer: Answer | ((query: Query) => Answer | Promise<Answer>)): void;
  /** All calls so far, oldest first. */
  readonly calls: readonly { readonly query: Query; readonly options: RequestOptions }[];
}

/** A resource of records whose answers a test controls. */
export interface FakeRecords<R> extends RecordsResource<R> {
  readonly list: FakeMethod<ListQuery, Page<Hit<R>>>;
  readonly get: FakeMethod<string, Detail<R>>;
  readonly suggest: FakeMethod<SuggestQuery, readonly Suggestion[]>;
  readonly facetValues: FakeMethod<FacetValuesQuery, Facet>;
}

export interface FakeClient extends Client {
  readonly achievements: AchievementsResource & FakeRecords<Achievement>;
  readonly demands: FakeRecords<Demand>;
  readonly incubators: FakeRecords<Incubator>;
  readonly events: FakeRecords<EventRecord>;
  readonly indicators: IndicatorsResource & {
    readonly list: FakeMethod<IndicatorQuery, Page<Indicator>>;
    readonly get: FakeMethod<string, Indicator>;
    readonly observations: FakeMethod<string, readonly Observation[]>;
  };
}

/**
 * A client that needs no network. Out of the box it finds the sample achievements by plain substring and field, and
 * the sample indicators by code and section; a test or a story holds an answer back with `client.achievements.list.defer()` or replaces it with `.answer(…)`.
 * Like the real client, a pending call rejects with an `AbortError` as soon as its signal aborts.
 */
export function createFakeClient(): FakeClient {
  const address = (path: string): string => `https://platform.example.org/${path}`;
  const pagePath = (lang = 'zh-CN'): string => `${lang.startsWith('zh') ? '' : 'en/'}achievements`;
  return {
    achievements: {
      ...fakeRecords(sampleAchievements, findSamples, suggestSamples, sampleFacet),
      exportUrl: (format, query = {}) => address(`api/v1/achievements.${format}?${listParams(query).toString()}`),
      listUrl: ({ lang, ...query } = {}) => address(`${pagePath(lang)}?${listParams(query).toString()}`),
      permalink: (id, lang) => address(`${pagePath(lang)}/${id}`),
    },
    demands: fakeRecords<Demand>(),
    incubators: fakeRecords<Incubator>(),
    events: fakeRecords<EventRecord>(),
    indicators: fakeIndicators(),
    desk: () => {
      throw new Error('no desk is faked');
    },
  };
}

/** Without samples there is nothing to find until a test says what there is. */
function fakeRecords<R extends { readonly id: string }>(
  samples: readonly R[] = [],
  find: (query: ListQuery) => Page<Hit<R>> = () => pageOf<Hit<R>>([]),
  complete: (query: SuggestQuery) => readonly Suggestion[] = () => [],
  count: (query: FacetValuesQuery) => Facet = ({ facet }) => ({ id: facet, label: facet, values: [] }),
): FakeRecords<R> {
  const list = fakeMethod<ListQuery, Page<Hit<R>>>({}, find);
  async function* iterate(
    query: ListQuery = {},
    { maxItems = Infinity, ...options }: RequestOptions & { maxItems?: number } = {},
  ): AsyncGenerator<Hit<R>> {
    let left = maxItems;
    let cursor = query.cursor;
    do {
      const page = await list({ ...query, cursor }, options);
      yield* page.items.slice(0, left);
      left -= page.items.length;
      cursor = page.nextCursor;
    } while (cursor !== undefined && left > 0);
  }
  return {
    list,
    iterate,
    get: fakeMethod<string, Detail<R>>('', (id) => {
      const found = samples.find((sample) => sample.id === id);
      if (!found) throw new Error(`no sample ${id}`);
      return found as Detail<R>;
    }),
    suggest: fakeMethod<SuggestQuery, readonly Suggestion[]>({ q: '' }, complete),
    facetValues: fakeMethod<FacetValuesQuery, Facet>({ facet: '' }, count),
  };
}

function fakeIndicators(): FakeClient['indicators'] {
  const find = (wanted: string): Indicator => {
    const found = sampleIndicators.find(({ id, code }) => id === wanted || code === wanted);
    if (!found) throw new Error(`no sample indicator ${wanted}`);
    return found;
  };
  return {
    recordsLink: (drillDown, lang = 'zh-CN') =>
      drillDown.startsWith('achievements')
        ? { href: `https://platform.example.org/${lang.startsWith('zh') ? '' : 'en/'}${drillDown}`, isData: false }
        : { href: `https://platform.example.org/api/v1/${drillDown}`, isData: true },
    list: fakeMethod<IndicatorQuery, Page<Indicator>>({}, findIndicators),
    get: fakeMethod<string, Indicator>('', find),
    observations: fakeMethod<string, readonly Observation[]>('', (wanted) => find(wanted).observations),
  };
}

function fakeMethod<Query, Answer>(
  emptyQuery: Query,
  defaultAnswer: (query: Query) => Answer | Promise<Answer>,
): FakeMethod<Query, Answer> {
  let answer = defaultAnswer;
  const calls: { query: Query; options: RequestOptions }[] = [];
  const waiting: ((query: Query, options: RequestOptions) => Promise<Answer>)[] = [];

  function defer(): DeferredAnswer<Query, Answer> {
    let call: { query: Query; signal: AbortSignal | undefined } | undefined;
    let arrived!: () => void;
    let resolve!: (answer: Answer) => void;
    let reject!: (error: unknown) => void;
    const called = new Promise<void>((done) => (arrived = done));
    const promise = new Promise<Answer>((done, fail) => {
      resolve = done;
      reject = fail;
    });
    // A test may reject before the call has arrived; the caller then still gets the rejection
    promise.catch(() => undefined);
    waiting.push((query, { signal }) => {
      call = { query, signal };
      arrived();
      return promise;
    });
    const arrivedCall = (): { query: Query; signal: AbortSignal | undefined } => {
      if (!call) throw new Error('the call has not arrived yet: await `called` first');
      return call;
    };
    return {
      resolve,
      reject,
      called,
      get query() {
        return arrivedCall().query;
      },
      get signal() {
        return arrivedCall().signal;
      },
    };
  }

  async function method(query: Query = emptyQuery, options: RequestOptions = {}): Promise<Answer> {
    calls.push({ query, options });
    const { signal } = options;
    if (signal?.aborted) throw abortError();
    const next = waiting.shift();
    const pending = next ? next(query, options) : Promise.resolve(answer(query));
    return signal ? raceAbort(pending, signal) : pending;
  }

  return Object.assign(method, {
    defer,
    calls,
    answer(next: Answer | ((query: Query) => Answer | Promise<Answer>)) {
      answer = typeof next === 'function' ? (next as (query: Query) => Answer | Promise<Answer>) : () => next;
    },
  });
}

function raceAbort<T>(pending: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(abortError());
    signal.addEventListener('abort', onAbort, { once: true });
    pending.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function abortError(): DOMException {
  return new DOMException('The call was aborted.', 'AbortError');
}
