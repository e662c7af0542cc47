import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askEarly, firstIndicators, firstQuestion } from '../../src/embed/first-question.js';
import '../../src/elements/achievement-search/define.js';
import '../../src/elements/kpi-tiles/define.js';
import type { YnAchievementSearch } from '../../src/elements/achievement-search/index.js';
import { pageOf } from '../support/fake-client.js';
import { fixture, html, settled, until } from '../support/testing.js';

const asked = vi.fn<typeof fetch>();
const answer = (): Response => new Response(JSON.stringify({ ...pageOf(), rejected: undefined, ranges: undefined }));

beforeEach(() => {
  asked.mockReset().mockImplementation(() => Promise.resolve(answer()));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname);
});

/** An element with attributes alone, as it stands in a page whose scripts have not come. */
function unborn(attributes: Readonly<Record<string, string>>, tag = 'yn-achievement-search'): Element {
  const element = new DOMParser().parseFromString(`<${tag}></${tag}>`, 'text/html').body.firstElementChild!;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const addresses = (): string[] =>
  asked.mock.calls.map(([request]) => (request instanceof Request ? request.url : String(request)));

describe('the first question of a search, asked before its code is there', () => {
  it.each([
    [{}, 'zh-CN'],
    [{ 'page-size': '10', facets: 'field institution', 'url-state': '' }, 'en-GB'],
    [{ query: ' 电池 & 储能 ', sort: 'newest', 'page-size': '1000', 'site-key': 'pk_1' }, 'zh_TW'],
    [{ 'facets-hidden': '', ranges: 'price', 'page-size': 'many' }, ''],
    [{ facets: '', ranges: 'price  published', 'facets-all': 'field' }, 'not a language'],
    [{ api: 'https://platform.example.org/base//', facets: 'a,b' }, 'en'],
  ])('is the one that the element asks itself: %o on a page in "%s"', async (attributes, lang) => {
    const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
    const element = unborn({ api: '/', ...attributes });
    page.append(element);
    const asWritten = unborn({ api: '/', ...attributes });
    asWritten.ownerDocument.documentElement.lang = document.documentElement.lang;
    asWritten.ownerDocument.body.lang = lang;
    const question = firstQuestion(asWritten);
    await settled(element);
    expect(addresses()[0]).toBe(question);
  });

  it('is not asked twice, and a second one is asked anew', async () => {
    const element = document.createElement('yn-achievement-search');
    element.setAttribute('api', '/');
    askEarly(element, `${location.origin}/api/v1/achievements?limit=20&texts=excerpts&lang=zh-CN`);
    await fixture(html`<main lang="zh-CN">${element}</main>`);
    await settled(element);
    expect(asked).toHaveBeenCalledOnce();
    (element as YnAchievementSearch).refresh();
    await until(() => asked.mock.calls.length === 2);
  });

  it('does no harm when it was another one, or failed', async () => {
    const element = document.createElement('yn-achievement-search');
    element.setAttribute('api', '/');
    asked.mockImplementationOnce(() => Promise.reject(new TypeError('offline')));
    askEarly(element, `${location.origin}/api/v1/achievements?limit=20&texts=excerpts&lang=zh-CN`);
    await fixture(html`<main lang="zh-CN">${element}</main>`);
    await settled(element);
    expect(element.matches(':state(ready)')).toBe(true);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is not guessed inside a provider, without a platform, or where the address or a script may tell of a search', () => {
    const inside = unborn({ api: '/' });
    const provider = document.createElement('yn-provider');
    provider.append(inside);
    expect(firstQuestion(inside)).toBeUndefined();
    history.replaceState(null, '', '?q=x');
    expect(firstQuestion(unborn({ api: '/', 'url-state': '' }))).toBeUndefined();
    expect(firstQuestion(unborn({}))).toBeUndefined();
    expect(firstQuestion(Object.assign(unborn({ api: '/' }), { query: 'set by a script' }))).toBeUndefined();
    expect(firstQuestion(unborn({ api: 'https://' }))).toBeUndefined();
  });
});

describe('the first question of tiles', () => {
  it.each<Record<string, string>>([
    {},
    { codes: 'patents:large  contracts-amount, incubators', 'site-key': 'pk_1' },
    { section: 'talent', layout: 'table' },
    { api: 'https://platform.example.org/base//', codes: 'a:huge' },
  ])('is the one that the element asks itself: %o', async (attributes) => {
    const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = unborn({ api: '/', ...attributes }, 'yn-kpi-tiles');
    page.append(element);
    await settled(element);
    expect(addresses()[0]).toBe(firstIndicators(unborn({ api: '/', ...attributes }, 'yn-kpi-tiles')));
  });
});
