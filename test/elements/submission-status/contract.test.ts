import '../../../src/elements/submission-status/define.js';
import { YnSubmissionStatus } from '../../../src/elements/submission-status/index.js';
import { messages } from '../../../src/elements/submission-status/messages.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { describeElementContract } from '../../support/contract.js';
import type { FakeClient } from '../../support/fake-client.js';
import { returnedState } from '../../support/returned-submission.js';
import { until } from '../../support/testing.js';
import { eventfulState, openManage, problemOf } from './support.js';

const statusUrl = 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret';

/** The suite's elements name a submission unless a state says otherwise. */
class Named extends YnSubmissionStatus {
  override statusUrl: string | undefined = statusUrl;
}

describeElementContract('yn-submission-status', {
  elementClass: YnSubmissionStatus,
  properties: {
    statusUrl,
    heading: '我的提交',
    headingLevel: 2,
    editHrefDemand: 'demand.html',
    editHrefAchievement: 'publish.html',
    editHrefEnquiry: 'ask.html',
    messages: { 'status.steps': '经过' },
  },
  loads: false,
  messages,
  states: {
    idle: () => undefined,
    ready: ready(),
    'ready with everything': async (element, client, attach) => {
      client.submissions.state.answer(eventfulState);
      Object.assign(element, { statusUrl });
      await attach();
      await until(() => element.matches(':state(ready)'));
      await openManage(element);
    },
    'ready with a question open': async (element, _client, attach) => {
      Object.assign(element, { statusUrl });
      await attach();
      await until(() => element.matches(':state(ready)'));
      await openManage(element);
      element.shadowRoot?.querySelector<HTMLElement>('[part=erase-button]')?.click();
      await element.updateComplete;
    },
    'ready, returned': async (element, client, attach) => {
      client.submissions.state.answer(returnedState());
      Object.assign(element, { statusUrl });
      await attach();
      await until(() => element.shadowRoot?.querySelector('[part=resubmit-button]') !== null);
      element.shadowRoot?.querySelector<HTMLElement>('[part=resubmit-button]')?.click();
      await until(() => element.shadowRoot?.textContent?.includes('本页面没有修改入口') === true);
    },
    loading: (element, client) => {
      client.submissions.state.defer();
      Object.assign(element, { statusUrl });
    },
    refreshing: async (element, client, attach) => {
      Object.assign(element, { statusUrl });
      await attach();
      await until(() => element.matches(':state(ready)'));
      client.submissions.state.defer();
      (element as unknown as YnSubmissionStatus).refresh();
    },
    error: failing(new NetworkError()),
    'error because there is none': failing(problemOf(404)),
    'error because it is gone': failing(problemOf(410)),
    'error after good data': async (element, client, attach) => {
      Object.assign(element, { statusUrl });
      await attach();
      await until(() => element.matches(':state(ready)'));
      client.submissions.state.defer().reject(new NetworkError());
      (element as unknown as YnSubmissionStatus).refresh();
      await until(() => element.matches(':state(error)'));
    },
    'idle after what names nothing': async (element, _client, attach) => {
      await attach();
      element.shadowRoot?.querySelector<HTMLElement>('[part=ask-button]')?.click();
      await element.updateComplete;
    },
    'idle without a platform': (element) => void (element.client = undefined),
  },
});

type Prepare = (
  element: HTMLElement & { client?: FakeClient; updateComplete: Promise<boolean> },
  client: FakeClient,
  attach: () => Promise<void>,
) => Promise<void>;

function ready(): Prepare {
  return async (element, _client, attach) => {
    Object.assign(element, { statusUrl });
    await attach();
    await until(() => element.matches(':state(ready)'));
  };
}

function failing(error: unknown): Prepare {
  return async (element, client, attach) => {
    client.submissions.state.defer().reject(error);
    Object.assign(element, { statusUrl });
    await attach();
    await until(() => element.matches(':state(error)'));
  };
}

// With a submission named it is an element that loads, and has to keep that part of the contract too.
customElements.define('yn-submission-status-named', Named);
describeElementContract('yn-submission-status-named', {
  elementClass: Named,
  properties: { headingLevel: 4 },
  loads: true,
  list: (client) => client.submissions.state,
  states: { ready: () => undefined, stalled: (_, client) => void client.submissions.state.defer() },
});
