import { afterEach, describe, expect, it, vi } from 'vitest';
import { Loader } from '../../src/embed/loader.js';
import { fixture, html, until } from '../support/testing.js';

let loader: Loader | undefined;
afterEach(() => {
  loader?.stop();
});

async function page(): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div></div>`);
}

function definitionOf(tag: string) {
  return vi.fn<() => Promise<unknown>>(async () => {
    customElements.define(tag, class extends HTMLElement {});
  });
}

describe('the loader of a page', () => {
  it('loads what the page uses, once, and nothing else', async () => {
    const used = definitionOf('test-load-used');
    const unused = definitionOf('test-load-unused');
    const root = await page();
    root.append(document.createElement('test-load-used'), document.createElement('test-load-used'));
    loader = new Loader({ 'test-load-used': { load: used }, 'test-load-unused': { load: unused } }, root);
    loader.start();
    await customElements.whenDefined('test-load-used');
    expect(used).toHaveBeenCalledOnce();
    expect(unused).not.toHaveBeenCalled();
  });

  it('loads what is added later, however deep', async () => {
    const later = definitionOf('test-load-later');
    const root = await page();
    loader = new Loader({ 'test-load-later': { load: later } }, root);
    loader.start();
    const section = document.createElement('section');
    section.append(document.createElement('test-load-later'));
    root.append(section);
    await customElements.whenDefined('test-load-later');
    expect(later).toHaveBeenCalledOnce();
  });

  it('leaves a tag alone that another script has defined', async () => {
    customElements.define('test-load-foreign', class extends HTMLElement {});
    const load = definitionOf('test-load-foreign');
    const root = await page();
    root.append(document.createElement('test-load-foreign'));
    loader = new Loader({ 'test-load-foreign': { load: load } }, root);
    loader.start();
    expect(load).not.toHaveBeenCalled();
  });

  it('brings the English texts along, unless the page around the tag is Chinese', async () => {
    const loadEnglish = vi.fn<() => Promise<unknown>>(async () => undefined);
    for (const [lang, calls] of [
      ['zh-CN', 0],
      ['', 0],
      ['en-GB', 1],
    ] as const) {
      const tag = `test-load-in-${lang.toLowerCase() || 'nothing'}`;
      const root = await page();
      root.lang = lang;
      root.append(document.createElement(tag));
      loader = new Loader({ [tag]: { load: definitionOf(tag), loadEnglish } }, root);
      loader.start();
      await customElements.whenDefined(tag);
      expect(loadEnglish, lang).toHaveBeenCalledTimes(calls);
      loader.stop();
    }
  });

  it('brings along what an attribute of the tag asks for, and defines it though that does not come', async () => {
    const map = vi.fn<() => Promise<unknown>>().mockRejectedValue(new TypeError('Failed to fetch'));
    const list = vi.fn<() => Promise<unknown>>(async () => undefined);
    const root = await page();
    root.append(document.createElement('test-load-with'));
    root.firstElementChild?.setAttribute('with-map', '');
    const load = definitionOf('test-load-with');
    const loadFor = (element: Element): unknown => (element.hasAttribute('with-map') ? map() : list());
    loader = new Loader({ 'test-load-with': { load, loadFor } }, root);
    loader.start();
    await customElements.whenDefined('test-load-with');
    expect([map.mock.calls.length, list.mock.calls.length]).toEqual([1, 0]);
  });

  it('defines a tag though its English texts do not come', async () => {
    const loadEnglish = vi.fn<() => Promise<unknown>>().mockRejectedValue(new TypeError('Failed to fetch'));
    const root = await page();
    root.lang = 'en';
    root.append(document.createElement('test-load-wordless'));
    loader = new Loader({ 'test-load-wordless': { load: definitionOf('test-load-wordless'), loadEnglish } }, root);
    loader.start();
    await customElements.whenDefined('test-load-wordless');
    expect(loadEnglish).toHaveBeenCalledOnce();
  });

  it('tries again after a failure, when the network is back', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const load = definitionOf('test-load-retry').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const root = await page();
    root.append(document.createElement('test-load-retry'));
    loader = new Loader({ 'test-load-retry': { load: load } }, root);
    loader.start();
    await until(() => warn.mock.calls.length === 1);
    window.dispatchEvent(new Event('online'));
    await customElements.whenDefined('test-load-retry');
    expect(load).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });
});

describe('the script that a page loads', () => {
  it('brings the elements of the library to life', async () => {
    const root = await page();
    const search = document.createElement('yn-achievement-search');
    root.append(search);
    await import('../../src/embed/yuniao.js');
    await customElements.whenDefined('yn-achievement-search');
    await until(() => search.shadowRoot?.querySelector('[part=config-view]') !== null);
  });
});
