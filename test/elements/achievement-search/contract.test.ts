import '../../../src/elements/achievement-search/define.js';
import { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { messages } from '../../../src/elements/achievement-search/messages.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { describeElementContract } from '../../support/contract.js';
import { findSamples } from '../../support/fake-client.js';

describeElementContract('yn-achievement-search', {
  elementClass: YnAchievementSearch,
  properties: {
    query: '电池',
    filters: { field: ['新材料'] },
    sort: 'newest',
    pageSize: 1,
    detailHref: '/achievements/{id}',
    headingLevel: 2,
    messages: { 'search.submit': '检索' },
  },
  loads: true,
  messages,
  states: {
    ready: () => undefined,
    'ready with filters and pages': (element) =>
      void Object.assign(element, { filters: { field: ['新材料', '新能源'] }, pageSize: 1 }),
    loading: (_, client) => void client.achievements.list.defer(),
    stalled: (_, client) => void client.achievements.list.defer(),
    empty: (element, client) => {
      client.achievements.list.answer((query) => ({ ...findSamples(query), items: [], total: 0 }));
      Object.assign(element, { query: '常温超导', filters: { field: ['新材料'] } });
    },
    refreshing: async (element, client, attach) => {
      await attach();
      client.achievements.list.defer();
      Object.assign(element, { query: '电池' });
    },
    error: (_, client) => {
      client.achievements.list.defer().reject(new NetworkError());
    },
    'error after good data': async (element, client, attach) => {
      await attach();
      client.achievements.list.defer().reject(new NetworkError());
      Object.assign(element, { query: '电池' });
    },
    'idle without a platform': (element) => void (element.client = undefined),
  },
});
