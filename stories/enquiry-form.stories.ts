import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/enquiry-form/define.js';
import { formStories } from './forms.js';

const meta: Meta = { title: 'Enquiry form', component: 'yn-enquiry-form', tags: ['autodocs'] };
export default meta;

const story = formStories(
  'yn-enquiry-form',
  {
    topic: 'licence',
    message: '想了解许可条件和样品供应。',
    person: '王工',
    email: 'wang@example.com',
    consents: { contact: 'on' },
  },
  { recordId: 'ach_1', recordTitle: '电机用耐高温绝缘漆' },
);

/** What it takes to be answered, and no more. */
export const Default: StoryObj = story();
export const Filled: StoryObj = story('editing, filled');
/** Every field, texts in two languages. */
export const EveryField: StoryObj = story('editing, every field');
/** Fields can be typed in before choices and consents have come. */
export const Loading: StoryObj = story('editing, before anything has come');
/** Words stand in for choices that cannot be had. */
export const WithoutChoices: StoryObj = story('editing, choices and consents not to be had');
/** Somebody tried to send: every fault on top, with a link, and at its field. */
export const WithFaults: StoryObj = story('editing, with faults');
export const Sending: StoryObj = story('sending');
/** Kept, and sent again by itself. */
export const Waiting: StoryObj = story('waiting');
/** Refused as a whole; nothing is lost. */
export const Failed: StoryObj = story('failed');
/** Refused for a field. */
export const FaultsOfThePlatform: StoryObj = story('failed, with faults of the platform');
export const Sent: StoryObj = story('sent');
/** The platform's staff has returned it: what was sent is there again, with their words. */
export const Returned: StoryObj = story('editing, what was returned');
/** The link leads to what is not to be corrected, or not any more. */
export const NotReturned: StoryObj = story('editing, what cannot be changed any more');
export const English: StoryObj = story('editing, filled', { lang: 'en' });
export const Dark: StoryObj = story('editing, filled', { scheme: 'dark' });
export const Narrow: StoryObj = story('editing, with faults', { width: 360 });
export const RightToLeft: StoryObj = story('editing, filled', { dir: 'rtl' });
/** No platform is named: words for the page's author. */
export const NotSetUp: StoryObj = story('none', {}, { client: undefined });
