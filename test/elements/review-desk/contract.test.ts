import '../../../src/elements/review-desk/define.js';
import { YnReviewDesk } from '../../../src/elements/review-desk/index.js';
import { messages } from '../../../src/elements/review-desk/messages.js';
import { HttpError, NetworkError } from '../../../src/sdk/index.js';
import { describeElementContract } from '../../support/contract.js';
import { DESK_TOKEN } from '../../support/fake-desk.js';
import { pageOf } from '../../support/fake-client.js';
import { until } from '../../support/testing.js';
import { button, field, open, part } from './support.js';

const DEMAND = 'D26-7K4Q-X9MT';
const ACHIEVEMENT = 'A26-5NQ8-2WXC';

describeElementContract('yn-review-desk', {
  elementClass: YnReviewDesk,
  always: { token: DESK_TOKEN, refreshSeconds: 0 },
  properties: {
    token: DESK_TOKEN,
    refreshSeconds: 0,
    heading: '示例区科技局',
    headingLevel: 3,
    messages: { 'desk.queue.refresh': '重新载入' },
  },
  loads: true,
  list: (client) => client.theDesk.list,
  messages,
  states: {
    'idle with nobody signed in': (element) => void Object.assign(element, { token: undefined }),
    'idle with a wrong token': async (element, client, attach) => {
      client.theDesk.me.defer().reject(new HttpError({ status: 401 }));
      Object.assign(element, { token: 'ynt_wrong' });
      attach().catch(() => undefined); // it waits for a queue, and none will come
      await until(() => element.shadowRoot!.querySelector('[role=alert]') !== null);
    },
    ready: () => undefined,
    'ready with a demand open': async (element, _, attach) => {
      await attach();
      await open(element as YnReviewDesk, DEMAND);
    },
    'ready with an achievement on notice open': async (element, _, attach) => {
      await attach();
      await open(element as YnReviewDesk, ACHIEVEMENT);
    },
    'ready with a return being written': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, DEMAND);
      button(desk, '退回修改').click();
      await until(() => field(desk, '常用意见') !== null);
      part(desk, 'step-confirm').click();
      await desk.updateComplete;
    },
    'ready with versions compared': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, ACHIEVEMENT);
      button(desk, '对比版本').click();
      await until(() => part(desk, 'compare') !== null);
    },
    'ready with the editor open': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, ACHIEVEMENT);
      button(desk, '编辑内容').click();
      await until(() => part(desk, 'editor') !== null);
    },
    'ready with an objection being settled': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, ACHIEVEMENT);
      button(desk, '处理异议').click();
      await until(() => field(desk, '处理说明') !== null);
    },
    'ready with a merge being confirmed': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, ACHIEVEMENT);
      button(desk, '并入此件').click();
      await until(() => field(desk, '告知提交人') !== null);
    },
    'ready with personal data being erased': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      await open(desk, DEMAND);
      button(desk, '个人信息权利').click();
      await until(() => part(desk, 'privacy') !== null);
    },
    'ready with upload and export open': async (element, _, attach) => {
      await attach();
      const desk = element as YnReviewDesk;
      button(desk, '批量与导出').click();
      await until(() => part(desk, 'bulk') !== null);
    },
    'ready in the dark': (element) => void Object.assign(element, { appearance: 'dark' }),
    loading: (_, client) => void client.theDesk.list.defer(),
    stalled: (_, client) => void client.theDesk.list.defer(),
    empty: (_, client) => {
      client.theDesk.list.answer(pageOf([]));
    },
    refreshing: async (element, client, attach) => {
      await attach();
      client.theDesk.list.defer();
      part(element as YnReviewDesk, 'refresh-button').click();
    },
    error: (_, client) => {
      client.theDesk.list.defer().reject(new NetworkError());
    },
    'error after good data': async (element, client, attach) => {
      await attach();
      client.theDesk.list.defer().reject(new NetworkError());
      part(element as YnReviewDesk, 'refresh-button').click();
    },
    'idle without a platform': (element) => void (element.client = undefined),
  },
});
