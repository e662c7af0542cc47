import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/achievement-form/define.js';
import { formStories } from './forms.js';

const meta: Meta = { title: 'Achievement form', component: 'yn-achievement-form', tags: ['autodocs'] };
export default meta;

const story = formStories('yn-achievement-form', {
  title: { 'zh-CN': '电机用耐高温绝缘漆', en: 'Insulating varnish for motors' },
  benefit: { 'zh-CN': '电机在 240 ℃ 下寿命提高一倍。' },
  summary: { 'zh-CN': '不含溶剂，常温固化，240 ℃ 下 2,000 小时不开裂。' },
  organisation: '示例大学',
  person: '王工',
  email: 'tto@example.com',
  consents: { contact: 'on' },
});

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
