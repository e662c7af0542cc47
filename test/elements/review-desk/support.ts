import '../../../src/elements/review-desk/define.js';
import type { YnReviewDesk } from '../../../src/elements/review-desk/index.js';
import { createFakeClient, type FakeClient } from '../../support/fake-client.js';
import { DESK_TOKEN, type FakeDesk } from '../../support/fake-desk.js';
import { fixture, html, settled, until } from '../../support/testing.js';

export interface Shown {
  readonly element: YnReviewDesk;
  readonly client: FakeClient;
  readonly desk: FakeDesk;
}

/** A desk on a page, nobody signed in unless `properties` hold a token. */
export async function show(
  properties: Partial<YnReviewDesk> = {},
  { client = createFakeClient(), lang = 'zh-CN', width }: { client?: FakeClient; lang?: string; width?: number } = {},
): Promise<Shown> {
  const element = document.createElement('yn-review-desk');
  Object.assign(element, { client, refreshSeconds: 0 }, properties);
  const style = width === undefined ? '' : `width: ${width}px`;
  await fixture(html`<main lang=${lang} style=${style}>${element}</main>`);
  await element.updateComplete;
  return { element, client, desk: client.theDesk };
}

/** A desk with somebody signed in and the queue listed. */
export async function showQueue(...[properties = {}, options]: Parameters<typeof show>): Promise<Shown> {
  const shown = await show({ token: DESK_TOKEN, ...properties }, options);
  await settled(shown.element);
  await shown.element.updateComplete;
  return shown;
}

/** The same, with a submission open. */
export async function showOne(reference: string, ...[properties, options]: Parameters<typeof show>): Promise<Shown> {
  const shown = await showQueue(properties, options);
  await open(shown.element, reference);
  return shown;
}

export async function open(element: YnReviewDesk, reference: string): Promise<void> {
  const row = (): HTMLElement | null => root(element).querySelector(`.open[data-reference="${reference}"]`);
  await until(() => row() !== null);
  row()!.click();
  await until(() => root(element).querySelector('[part=history]') !== null);
  await element.updateComplete;
}

export const root = (element: YnReviewDesk): ShadowRoot => element.shadowRoot!;

export const part = (element: YnReviewDesk, name: string): HTMLElement => {
  const found = root(element).querySelector<HTMLElement>(`[part~=${name}]`);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};

export const has = (element: YnReviewDesk, name: string): boolean =>
  root(element).querySelector(`[part~=${name}]`) !== null;

/** What somebody reads there. */
export const textOf = (node: Element | null | undefined): string =>
  node instanceof HTMLElement ? node.innerText.replaceAll(/\s+/g, ' ').trim() : '';

/** The button whose words are these, or begin with them. */
export function button(element: YnReviewDesk, words: string, within: ParentNode = root(element)): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((each) => textOf(each).startsWith(words));
  if (!found) throw new Error(`no button “${words}”`);
  return found;
}

/** The field whose label begins with these words. */
export function field<T extends HTMLElement = HTMLInputElement>(element: YnReviewDesk, words: string): T {
  const label = [...root(element).querySelectorAll('label')].find((each) => textOf(each).startsWith(words));
  const control = label?.querySelector<T>('input, textarea, select');
  if (!control) throw new Error(`no field “${words}”`);
  return control;
}

/** Chooses an option; not by its label, whose words change with the counts in them. */
export async function choose(control: HTMLSelectElement, value: string): Promise<void> {
  control.focus();
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await (control.getRootNode() as ShadowRoot & { host: YnReviewDesk }).host.updateComplete;
}
