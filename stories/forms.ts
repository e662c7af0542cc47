import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FormElement } from '../src/ui/form/form-element.js';
import type { Values } from '../src/ui/form/values.js';
import { createFakeClient, type FakeClient } from '../test/support/fake-client.js';
import { formStates } from '../test/support/forms.js';
import { onStage, type Stage } from './stage.js';

type Tag = 'yn-demand-form' | 'yn-achievement-form' | 'yn-enquiry-form';

/** Makes the stories of a form; `filled` is what it takes to send it. */
export function formStories(
  tag: Tag,
  filled: Values,
  more: Readonly<Record<string, unknown>> = {},
): (state?: string, stage?: Stage, properties?: Readonly<Record<string, unknown>>) => StoryObj {
  const states = formStates(filled);
  return (state = 'editing, empty', stage = {}, properties = {}) => ({
    render: () => {
      const form = document.createElement(tag);
      const client = createFakeClient();
      Object.assign(form, { client, draftsOff: true }, more, properties);
      // Answers that are held back or refused have to be so before the form asks
      if (/before|not to be had/.test(state)) void states[state]?.(form as never, client, async () => undefined);
      return onStage(html`${form}`, stage);
    },
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector<FormElement>(tag);
      if (!form || /before|not to be had/.test(state)) return;
      await states[state]?.(form as never, form.client as FakeClient, async () => undefined);
    },
  });
}
