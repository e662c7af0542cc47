import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/submission-status/define.js';
import type { YnSubmissionStatus } from '../src/elements/submission-status/index.js';
import { NetworkError } from '../src/sdk/index.js';
import { eventfulState, problemOf } from '../test/support/eventful-submission.js';
import { createFakeClient, type FakeClient } from '../test/support/fake-client.js';
import { sampleState } from '../test/support/fake-submissions.js';
import { onStage, type Stage } from './stage.js';
import { submissionStatusDocs } from './submission-status.docs.js';

interface Args extends Stage {
  /** Prepares the answers of the platform. */
  readonly prepare?: (client: FakeClient) => void;
  readonly configured?: boolean;
  readonly named?: boolean;
}

const statusUrl = 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret';

function render({ prepare, configured = true, named = true, ...stage }: Args): TemplateResult {
  const client = createFakeClient();
  prepare?.(client);
  return onStage(
    html`<yn-submission-status
      .client=${configured ? client : undefined}
      .statusUrl=${named ? statusUrl : undefined}
    ></yn-submission-status>`,
    stage,
  );
}

const meta: Meta<Args> = {
  title: 'Submission status',
  component: 'yn-submission-status',
  tags: ['autodocs'],
  parameters: { docs: { description: { component: submissionStatusDocs } } },
  render,
};
export default meta;
type Story = StoryObj<Args>;

async function until(
  canvas: HTMLElement,
  holds: (element: YnSubmissionStatus) => boolean,
): Promise<YnSubmissionStatus> {
  for (;;) {
    const element = canvas.querySelector('yn-submission-status');
    if (element && holds(element)) return element;
    await new Promise(requestAnimationFrame);
  }
}

async function inState(canvas: HTMLElement, name: string): Promise<YnSubmissionStatus> {
  return until(canvas, (element) => element.matches(`:state(${name})`));
}

async function openManage(element: YnSubmissionStatus): Promise<void> {
  element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
  await until(element.parentElement as HTMLElement, (each) => each.shadowRoot?.querySelector('.outcome') !== null);
}

const eventful = (client: FakeClient): void => client.submissions.state.answer(eventfulState);

/** A submission that has come a long way. */
export const Default: Story = { args: { prepare: eventful } };

/** Nobody has named a submission yet. */
export const Asking: Story = { args: { named: false } };

/** What was typed names no submission. */
export const AskingAgain: Story = {
  args: { named: false },
  play: async ({ canvasElement }) => {
    (await inState(canvasElement, 'idle')).shadowRoot?.querySelector<HTMLElement>('[part=ask-button]')?.click();
  },
};

/** It has just arrived. */
export const JustArrived: Story = {};

/** The staff asks for a change. */
export const Returned: Story = {
  args: {
    prepare: (client) =>
      client.submissions.state.answer({
        ...eventfulState,
        status: 'returned',
        steps: eventfulState.steps.slice(0, 3),
        notice: undefined,
        recordUrl: undefined,
        actions: ['resubmit', 'withdraw', 'withdrawConsent', 'erase'],
      }),
  },
};

/** It was settled, for a reason. */
export const Closed: Story = {
  args: {
    prepare: (client) =>
      client.submissions.state.answer({
        ...sampleState,
        status: 'closed',
        steps: [...sampleState.steps, { status: 'closed', at: '2026-12-01T02:00:00.000Z', reason: 'not-our-field' }],
        actions: ['erase'],
      }),
  },
};

/** Consents and what else its submitter can do. */
export const Managing: Story = {
  args: { prepare: eventful },
  play: async ({ canvasElement }) => openManage(await inState(canvasElement, 'ready')),
};

/** Nothing that cannot be undone happens without a question. */
export const Erasing: Story = {
  args: { prepare: eventful },
  play: async ({ canvasElement }) => {
    const element = await inState(canvasElement, 'ready');
    await openManage(element);
    element.shadowRoot?.querySelector<HTMLElement>('[part=erase-button]')?.click();
    await element.updateComplete;
  },
};

/** The first answer takes long. */
export const Stalled: Story = {
  args: { prepare: (client) => void client.submissions.state.defer() },
  play: async ({ canvasElement }) => void (await inState(canvasElement, 'stalled')),
};

/** Number or key are wrong. */
export const Missing: Story = {
  args: { prepare: (client) => client.submissions.state.defer().reject(problemOf(404)) },
};

/** It was erased. */
export const Gone: Story = {
  args: { prepare: (client) => client.submissions.state.defer().reject(problemOf(410)) },
};

/** Nothing could be loaded. */
export const Failed: Story = {
  name: 'Error',
  args: { prepare: (client) => client.submissions.state.defer().reject(new NetworkError({ offline: true })) },
};

/** On an English page. */
export const English: Story = {
  args: { lang: 'en', prepare: eventful },
  play: async ({ canvasElement }) => openManage(await inState(canvasElement, 'ready')),
};

/** In the dark, on a telephone. */
export const DarkAndNarrow: Story = {
  args: { scheme: 'dark', width: 328, prepare: eventful },
  play: async ({ canvasElement }) => openManage(await inState(canvasElement, 'ready')),
};

/** The page names no platform. */
export const NotConfigured: Story = { args: { configured: false } };
