import '../../../src/elements/kpi-tiles/define.js';
import { YnKpiTiles } from '../../../src/elements/kpi-tiles/index.js';
import { messages } from '../../../src/elements/kpi-tiles/messages.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { describeElementContract } from '../../support/contract.js';
import { pageOf } from '../../support/fake-client.js';

describeElementContract('yn-kpi-tiles', {
  elementClass: YnKpiTiles,
  properties: {
    codes: 'transfer-fund:large top-talents',
    layout: 'table',
    size: 'small',
    heading: '重点指标',
    headingLevel: 2,
    drillDownHref: '/records?{query}',
    messages: { 'kpi.records': '明细' },
  },
  loads: true,
  list: (client) => client.indicators.list,
  messages,
  // Its dialog comes with the drawings of trends and the buttons
  isComplete: (element) => element.shadowRoot?.querySelector('dialog') !== null,
  states: {
    ready: () => undefined,
    'ready as a strip': (element) => void Object.assign(element, { layout: 'compact' }),
    'ready as a table': (element) => void Object.assign(element, { layout: 'table' }),
    'ready as a board': (element) => void Object.assign(element, { layout: 'board', appearance: 'dark' }),
    'ready with codes, links and one unknown': (element) =>
      void Object.assign(element, { codes: 'top-talents no-such-code', drillDownHref: '#/{query}', size: 'large' }),
    loading: (_, client) => void client.indicators.list.defer(),
    stalled: (_, client) => void client.indicators.list.defer(),
    empty: (_, client) => {
      client.indicators.list.answer(pageOf([]));
    },
    refreshing: async (element, client, attach) => {
      await attach();
      client.indicators.list.defer();
      Object.assign(element, { section: 'talent' });
    },
    error: (_, client) => {
      client.indicators.list.defer().reject(new NetworkError());
    },
    'error after good data': async (element, client, attach) => {
      await attach();
      client.indicators.list.defer().reject(new NetworkError());
      Object.assign(element, { section: 'talent' });
    },
    'idle without a platform': (element) => void (element.client = undefined),
  },
});
