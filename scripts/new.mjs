// `npm run new -- event-card`: writes a new element with its texts, test and story, and registers it with the loader.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Name the element in kebab case, without the prefix: npm run new -- event-card');
  process.exit(2);
}
if (existsSync(`src/elements/${name}`)) {
  console.error(`src/elements/${name} is there already.`);
  process.exit(2);
}

const pascal = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const camel = pascal[0].toLowerCase() + pascal.slice(1);
const words = name.replaceAll('-', ' ');
const title = words[0].toUpperCase() + words.slice(1);

const files = {
  [`src/elements/${name}/${name}.ts`]: `import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BaseElement } from '../../ui/base-element.js';
import { hostStyles } from '../../ui/host-styles.js';
import { LocalizeController, wordless } from '../../ui/localize-controller.js';
import { tokens } from '../../ui/tokens.js';
import { styles } from './${name}.styles.js';
import { type ${pascal}Key, type ${pascal}Messages, messages } from './messages.js';

/**
 * Says in one sentence what a visitor gets from it.
 *
 * @summary ${title}.
 * @customElement yn-${name}
 * @status experimental
 * @slot - What belongs under the heading.
 * @csspart base - Wrapper of everything.
 * @csspart heading - The heading.
 * @example
 * <yn-${name} heading="${title}"></yn-${name}>
 */
export class Yn${pascal} extends BaseElement {
  static override readonly styles: CSSResultGroup = [tokens, hostStyles, styles];

  /** The heading. Unset: a word for what this is. */
  @property() heading?: string;
  /** Own words for some texts. */
  @property({ attribute: false }) messages?: ${pascal}Messages;

  readonly #l10n: LocalizeController<${pascal}Key> = new LocalizeController(this, messages);

  protected override render(): TemplateResult {
    return html\`<section class="base \${wordless(this.#l10n)}" part="base" aria-labelledby="heading">
      <h3 id="heading" part="heading">\${this.heading ?? this.#l10n.t('${camel}.heading')}</h3>
      <slot></slot>
    </section>\`;
  }
}
`,
  [`src/elements/${name}/${name}.styles.ts`]: `import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css\`
  h3 {
    margin-block-end: var(--_space);
    font-size: 1.125em;
    line-height: 1.4;
  }
\`;
`,
  [`src/elements/${name}/messages.ts`]: `import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';

/** Chinese texts of \`<yn-${name}>\`. Their keys are the ones that every language has. */
export const ${camel}ZhCN = {
  '${camel}.heading': '标题',
} as const;

/** Every key that \`.messages\` may override. */
export type ${pascal}Key = keyof typeof ${camel}ZhCN;
/** Own words for some texts of \`<yn-${name}>\`. */
export type ${pascal}Messages = MessageOverrides<${pascal}Key>;

export const messages: Catalogue<${pascal}Key> = {
  'zh-CN': ${camel}ZhCN,
  en: async () => (await import('./messages.en.js')).en,
};
`,
  [`src/elements/${name}/messages.en.ts`]: `import type { Messages } from '../../ui/localize-controller.js';
import type { ${pascal}Key } from './messages.js';

/** English texts of \`<yn-${name}>\`. */
export const en: Messages<${pascal}Key> = {
  '${camel}.heading': '${title}',
};
`,
  [`src/elements/${name}/index.ts`]: `export { Yn${pascal} } from './${name}.js';
export type { ${pascal}Key, ${pascal}Messages } from './messages.js';
`,
  [`src/elements/${name}/define.ts`]: `import { define } from '../../ui/define.js';
import { Yn${pascal} } from './${name}.js';

define('yn-${name}', Yn${pascal});

declare global {
  interface HTMLElementTagNameMap {
    'yn-${name}': Yn${pascal};
  }
}
`,
  [`test/elements/${name}/${name}.test.ts`]: `import { describe, expect, it } from 'vitest';
import '../../../src/elements/${name}/define.js';
import { Yn${pascal} } from '../../../src/elements/${name}/index.js';
import { messages } from '../../../src/elements/${name}/messages.js';
import { describeElementContract } from '../../support/contract.js';
import { fixture, html } from '../../support/testing.js';

describeElementContract('yn-${name}', {
  elementClass: Yn${pascal},
  properties: { heading: '标题' },
  states: { 'with a heading': () => undefined },
  loads: false,
  messages,
});

describe('<yn-${name}>', () => {
  it('shows the heading that its author gives', async () => {
    const element = await fixture<Yn${pascal}>(html\`<yn-${name} heading="示例"></yn-${name}>\`);
    expect(element.shadowRoot?.querySelector('h3')?.textContent).toBe('示例');
  });
});
`,
  [`stories/${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/${name}/define.js';
import { onStage } from './stage.js';

const meta: Meta = { title: '${title}', component: 'yn-${name}', tags: ['autodocs'] };
export default meta;

export const Default: StoryObj = { render: () => onStage(html\`<yn-${name}></yn-${name}>\`, {}) };
export const English: StoryObj = { render: () => onStage(html\`<yn-${name}></yn-${name}>\`, { lang: 'en' }) };
export const Dark: StoryObj = { render: () => onStage(html\`<yn-${name}></yn-${name}>\`, { scheme: 'dark' }) };
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

const loader = 'src/embed/yuniao.ts';
const entries = readFileSync(loader, 'utf8');
const end = entries.indexOf('\n};');
if (end === -1) throw new Error(`${loader} has no list of elements to add to`);
writeFileSync(
  loader,
  `${entries.slice(0, end)}\n  'yn-${name}': {
    load: async () => import('../elements/${name}/define.js'),
    loadEnglish: async () => import('../elements/${name}/messages.en.js'),
  },${entries.slice(end)}`,
);
console.log(`registered yn-${name} in ${loader}\n\nNext: npm run format && npm run manifest && npm run check`);
