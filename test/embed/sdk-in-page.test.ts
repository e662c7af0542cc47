import { describe, expect, it } from 'vitest';
import * as pageCode from '../../src/embed/load-code.js';
import * as pageHeaders from '../../src/embed/headers.js';
import * as pageObservers from '../../src/embed/observers.js';
import * as pageWords from '../../src/embed/words.js';
import * as words from '../../src/sdk/errors/words.js';
import * as headers from '../../src/sdk/headers.js';
import * as observers from '../../src/sdk/observers.js';
import type { RequestOptions } from '../../src/sdk/options.js';
import * as code from '../../src/sdk/resources/load-code.js';

describe('what stands in for parts of the SDK in the page bundle', () => {
  it.each([
    ['words', words, pageWords],
    ['headers', headers, pageHeaders],
    ['observers', observers, pageObservers],
  ])('has every function of the %s', (_, sdk, page) => {
    expect(Object.keys(page).toSorted()).toEqual(Object.keys(sdk).toSorted());
  });

  it.each<[RequestOptions, string | Blob | undefined]>([
    [{}, undefined],
    [{}, '{}'],
    [{ idempotencyKey: 'k-1' }, '{}'],
    [{ headers: { 'x-file-name': 'a.pdf' } }, new Blob([], { type: 'application/pdf' })],
    [{ headers: async () => ({ authorization: 'Bearer t' }) }, undefined],
  ])('sends the same headers with %j, body: %s', async (options, body) => {
    const [sdk, page] = await Promise.all([
      headers.headersOf({ baseUrl: '' }, options, body),
      pageHeaders.headersOf({}, options, body),
    ]);
    expect([...new Headers(page)]).toEqual([...sdk]);
  });

  it('makes an exchange as the observed one does', async () => {
    const exchange = { response: new Response('1'), text: '1' };
    const event = { method: 'GET', url: '/', attempt: 1 };
    expect(await pageObservers.observe({}, event, async () => exchange)).toEqual(
      await observers.observe({}, event, async () => exchange),
    );
  });

  it('has the code of every kind of record', async () => {
    const [{ Achievement }, { indicatorsReader }] = await Promise.all([
      pageCode.loadAchievement(),
      pageCode.loadIndicatorsReader(),
    ]);
    expect(Achievement).toBe((await code.loadAchievement()).Achievement);
    expect(indicatorsReader).toBe((await code.loadIndicatorsReader()).indicatorsReader);
  });

  it('says of every failure what it was', () => {
    const said = Object.values(pageWords).map((say) => (say as (first: never) => string)(1 as never));
    expect(said.every((each) => `${each}`.length > 0)).toBe(true);
    expect(pageWords.httpWords(503)).toContain('503');
  });
});
