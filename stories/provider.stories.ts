import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/achievement-search/define.js';
import '../src/elements/provider/define.js';
import { createFakeClient } from '../test/support/fake-client.js';
import { onStage } from './stage.js';

const meta: Meta = { title: 'Provider', component: 'yn-provider', tags: ['autodocs'] };
export default meta;

/** Two searches draw on the platform that is named once around them. */
export const Default: StoryObj = {
  render: () =>
    onStage(
      html`<yn-provider .client=${createFakeClient()}>
        <yn-achievement-search page-size="1" facets-hidden></yn-achievement-search>
        <yn-achievement-search page-size="1" facets-hidden lang="en"></yn-achievement-search>
      </yn-provider>`,
      {},
    ),
};

/** The provider names no platform: each element inside says what to do. */
export const Unconfigured: StoryObj = {
  render: () => onStage(html`<yn-provider><yn-achievement-search></yn-achievement-search></yn-provider>`, {}),
};
