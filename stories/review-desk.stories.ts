import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/review-desk/define.js';
import type { YnReviewDesk } from '../src/elements/review-desk/index.js';
import { HttpError, NetworkError } from '../src/sdk/index.js';
import { createFakeClient, type FakeClient, pageOf } from '../test/support/fake-client.js';
import { daysAgo, sampleSubmission } from '../test/support/desk-samples.js';
import { DESK_TOKEN } from '../test/support/fake-desk.js';
import { onStage, type Stage } from './stage.js';

interface Args extends Stage {
  /** Prepares the answers of the platform. */
  readonly prepare?: (client: FakeClient) => void;
  readonly configured?: boolean;
  /** The operator's token; unset asks for one. */
  readonly token?: string;
  readonly heading?: string;
}

function render({ prepare, configured = true, token, heading, ...stage }: Args): TemplateResult {
  const client = createFakeClient();
  prepare?.(client);
  return onStage(
    html`<yn-review-desk
      .client=${configured ? client : undefined}
      .token=${token}
      .heading=${heading}
      .refreshSeconds=${0}
    ></yn-review-desk>`,
    stage,
  );
}

const meta: Meta<Args> = {
  title: 'Review desk',
  component: 'yn-review-desk',
  tags: ['autodocs'],
  args: { token: DESK_TOKEN },
  render,
};
export default meta;
type Story = StoryObj<Args>;

const DEMAND = 'D26-7K4Q-X9MT';
const ACHIEVEMENT = 'A26-5NQ8-2WXC';

/** What waits, and where it stands. */
export const Queue: Story = {};

/** Nobody is signed in. */
export const SignIn: Story = { args: { token: undefined } };

/** The token is not known. */
export const WrongToken: Story = {
  args: { token: 'yn_wrong' },
  play: async ({ canvasElement }) =>
    void (await until(canvasElement, ({ shadowRoot }) => shadowRoot?.querySelector('[role=alert]'))),
};

/** A demand with its private part beside the public one. */
export const OneSubmission: Story = { play: async ({ canvasElement }) => opened(canvasElement, DEMAND) };

/** A return is being written, from a common reason. */
export const Returning: Story = {
  play: async ({ canvasElement }) => {
    await opened(canvasElement, DEMAND);
    await pressed(canvasElement, '[data-to=returned]', '#step-template');
  },
};

/** On public notice, with an open objection: publishing is blocked, and says why. */
export const OnNotice: Story = { play: async ({ canvasElement }) => opened(canvasElement, ACHIEVEMENT) };

/** What changed from one version to the next. */
export const Comparing: Story = {
  play: async ({ canvasElement }) => {
    await opened(canvasElement, ACHIEVEMENT);
    await pressed(canvasElement, '[part=compare-button]', '[part=compare]');
  },
};

/** Every value of a draft can be put right. */
export const Editing: Story = {
  play: async ({ canvasElement }) => {
    await opened(canvasElement, ACHIEVEMENT);
    await pressed(canvasElement, '[part=edit-button]', '[part=editor]');
  },
};

/** Personal data is given out, or erased once the reference is typed. */
export const PersonalData: Story = {
  play: async ({ canvasElement }) => {
    await opened(canvasElement, DEMAND);
    await pressed(canvasElement, '[part=privacy-button]', '[part=privacy]');
  },
};

/** Tables in, files out. */
export const Bulk: Story = {
  play: async ({ canvasElement }) => pressed(canvasElement, '[part=bulk-button]', '[part=bulk]'),
};

/** Two have come since the list was made; it stays as it is. */
export const NewArrivals: Story = {
  play: async ({ canvasElement }) => {
    const desk = await until(canvasElement, (each) => each.matches(':state(ready)'));
    const { submissions } = (desk.client as FakeClient).theDesk;
    for (const reference of ['D26-NEW0-0001', 'D26-NEW0-0002'])
      submissions.set(reference, sampleSubmission({ reference, receivedAt: daysAgo(-1), updatedAt: daysAgo(-1) }));
    desk.refresh();
    await until(canvasElement, ({ shadowRoot }) => shadowRoot?.querySelector('[part=fresh-button]'));
  },
};

/** Until a quarter of a second has passed nothing moves. */
export const Loading: Story = { args: { prepare: (client) => void client.theDesk.list.defer() } };

/** The queue takes long. */
export const Stalled: Story = {
  args: { prepare: (client) => void client.theDesk.list.defer() },
  play: async ({ canvasElement }) => void (await until(canvasElement, (desk) => desk.matches(':state(stalled)'))),
};

/** Nothing waits. */
export const Empty: Story = { args: { prepare: (client) => client.theDesk.list.answer(pageOf([])) } };

/** The queue could not be loaded. */
export const Failed: Story = {
  name: 'Error',
  args: {
    prepare: (client) =>
      client.theDesk.list.answer(() => {
        throw new NetworkError({ offline: true });
      }),
  },
};

/** A newer queue could not be loaded: what was there stays. */
export const StaleAfterError: Story = {
  play: async ({ canvasElement }) => {
    const desk = await until(canvasElement, (each) => each.matches(':state(ready)'));
    (desk.client as FakeClient).theDesk.list.defer().reject(new HttpError({ status: 503 }));
    await pressed(canvasElement, '[part=refresh-button]', '[part=error-banner]');
  },
};

/** A page in the dark. */
export const Dark: Story = {
  args: { scheme: 'dark' },
  play: async ({ canvasElement }) => opened(canvasElement, ACHIEVEMENT),
};

/** A phone. */
export const Narrow: Story = { args: { width: 360 } };

/** One submission on a phone. */
export const NarrowSubmission: Story = {
  args: { width: 360 },
  play: async ({ canvasElement }) => opened(canvasElement, ACHIEVEMENT),
};

/** A page in English. */
export const English: Story = {
  args: { lang: 'en' },
  play: async ({ canvasElement }) => opened(canvasElement, DEMAND),
};

/** A page that reads from right to left. */
export const RTL: Story = {
  args: { lang: 'ar', dir: 'rtl' },
  play: async ({ canvasElement }) => opened(canvasElement, DEMAND),
};

/** The author of the page has not said which platform to talk to. */
export const Unconfigured: Story = { args: { configured: false } };

async function opened(canvas: HTMLElement, reference: string): Promise<void> {
  await pressed(canvas, `.open[data-reference="${reference}"]`, '[part=history]');
}

/** Presses a button, once it is there, and waits for what it brings. */
async function pressed(canvas: HTMLElement, button: string, brings: string): Promise<void> {
  const desk = await until(canvas, ({ shadowRoot }) => shadowRoot?.querySelector(button));
  desk.shadowRoot?.querySelector<HTMLElement>(button)?.click();
  await until(canvas, ({ shadowRoot }) => shadowRoot?.querySelector(brings));
}

async function until(canvas: HTMLElement, holds: (desk: YnReviewDesk) => unknown): Promise<YnReviewDesk> {
  for (;;) {
    const desk = canvas.querySelector('yn-review-desk');
    if (desk && holds(desk)) return desk;
    await new Promise(requestAnimationFrame);
  }
}
