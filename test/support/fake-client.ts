import type { Achievement, Demand, EventRecord, Incubator, Indicator, Observation } from '../../src/domain/index.js';
import type { Facet, Suggestion } from '../../src/domain/page.js';
import type { AchievementSubmission, DemandSubmission, EnquirySubmission } from '../../src/domain/submission.js';
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

import { createFakeDesk, type FakeDesk } from './fake-desk.js';
import { findIndicators, sampleIndicators } from './indicators.js';
import { findSamples, pageOf, sampleFacet, suggestSamples } from './sample-search.js';

import { fakeMethod, type FakeMethod } from './fake-method.js';
import {
  fakeAttachments,
  type FakeAttachments,
  fakeCodeLists,
  type FakeCodeLists,
  fakeSubmissions,
  type FakeSubmissions,
  fakeSubmits,
  type FakeSubmits,
} from './fake-submissions.js';

export type { DeferredAnswer, FakeMethod } from './fake-method.js';
export { sampleSettings, sampleState } from './fake-submissions.js';
export { sampleAchievements } from './achievements.js';
export { findIndicators, sampleIndicators } from './indicators.js';
export { findSamples, pageOf } from './sample-search.js';

/** A resource of records whose answers a test controls. */
export interface FakeRecords<R> extends RecordsResource<R> {
  readonly list: FakeMethod<ListQuery, Page<Hit<R>>>;
  readonly get: FakeMethod<string, Detail<R>>;
  readonly suggest: FakeMethod<SuggestQuery, readonly Suggestion[]>;
  readonly facetValues: FakeMethod<FacetValuesQuery, Facet>;
}

export interface FakeClient extends Client {
  readonly achievements: AchievementsResource & FakeRecords<Achievement> & FakeSubmits<AchievementSubmission>;
  readonly demands: FakeRecords<Demand> & FakeSubmits<DemandSubmission>;
  readonly incubators: FakeRecords<Incubator>;
  readonly events: FakeRecords<EventRecord>;
  readonly indicators: IndicatorsResource & {
    readonly list: FakeMethod<IndicatorQuery, Page<Indicator>>;
    readonly get: FakeMethod<string, Indicator>;
    readonly observations: FakeMethod<string, readonly Observation[]>;
  };
  readonly enquiries: FakeSubmits<EnquirySubmission>;
  readonly submissions: FakeSubmissions;
  readonly attachments: FakeAttachments;
  readonly codeLists: FakeCodeLists;
  /** What stands behind `desk(token)`. */
  readonly theDesk: FakeDesk;
}

/**
 * A client that needs no network. Out of the box it finds the sample achievements by plain substring and field, and
 * the sample indicators by code and section; a test or a story holds an answer back with `client.achievements.list.defer()` or replaces it with `.answer(…)`.
 * Like the real client, a pending call rejects with an `AbortError` as soon as its signal aborts.
 */
export function createFakeClient(): FakeClient {
  const address = (path: string): string => `https://platform.example.org/${path}`;
  const pagePath = (lang = 'zh-CN'): string => `${lang.startsWith('zh') ? '' : 'en/'}achievements`;
  const theDesk = createFakeDesk();
  return {
    achievements: {
      ...fakeRecords(sampleAchievements, findSamples, suggestSamples, sampleFacet),
      ...fakeSubmits<AchievementSubmission>(),
      exportUrl: (format, query = {}) => address(`api/v1/achievements.${format}?${listParams(query).toString()}`),
      listUrl: ({ lang, ...query } = {}) => address(`${pagePath(lang)}?${listParams(query).toString()}`),
      permalink: (id, lang) => address(`${pagePath(lang)}/${id}`),
    },
    demands: { ...fakeRecords<Demand>(), ...fakeSubmits<DemandSubmission>() },
    incubators: fakeRecords<Incubator>(),
    events: fakeRecords<EventRecord>(),
    indicators: fakeIndicators(),
    enquiries: fakeSubmits<EnquirySubmission>(),
    submissions: fakeSubmissions(),
    attachments: fakeAttachments(),
    codeLists: fakeCodeLists(),
    desk: (token) => theDesk.resource(token),
    theDesk,
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
