import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Answer } from '../../../src/server/http/answer.js';
import { AnswerCache } from '../../../src/server/http/answer-cache.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

const asOf = '2026-05-18T01:02:03.004Z';
const dated = (text: string) => ({ answer: new Answer(Buffer.from(text)), asOf });

describe('AnswerCache', () => {
  it('makes an answer once for as long as nothing changes', async () => {
    let state = 0;
    let made = 0;
    const cache = new AnswerCache(() => state, 1e6);
    const ask = async () => cache.answer('q', async () => dated(`answer ${(made += 1)}`));
    expect(await ask()).toBe(await ask());
    expect(made).toBe(1);
    state += 1;
    await ask();
    expect(made).toBe(2);
  });

  it('does not keep what was made while something changed', async () => {
    let state = 0;
    const cache = new AnswerCache(() => state, 1e6);
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => (resolve = done));
    const old = cache.answer('q', async () => {
      await promise;
      return dated('old');
    });
    state += 1;
    resolve();
    expect((await old).answer.size).toBe(3);
    expect((await cache.answer('q', async () => dated('newer'))).answer.size).toBe(5);
  });

  it('keeps an answer out that was begun before another one noticed the change', async () => {
    let state = 0;
    const cache = new AnswerCache(() => state, 1e6);
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => (resolve = done));
    const old = cache.answer('q', async () => {
      await promise;
      return dated('old');
    });
    state += 1;
    await cache.answer('other', async () => dated('other'));
    resolve();
    await old;
    expect((await cache.answer('q', async () => dated('newer'))).answer.size).toBe(5);
  });

  it('forgets the answers that were asked longest ago when it is full, and keeps nothing that is too long', async () => {
    const cache = new AnswerCache(() => 0, 10_000);
    let made = 0;
    const ask = async (key: string, size: number) =>
      cache.answer(key, async () => {
        made += 1;
        return dated('x'.repeat(size));
      });
    for (let nr = 0; nr < 20; nr += 1) await ask(String(nr), 500);
    expect(made).toBe(20);
    await ask('19', 500);
    expect(made).toBe(20);
    await ask('0', 500);
    expect(made).toBe(21);
    await ask('long', 5_000);
    await ask('long', 5_000);
    expect(made).toBe(23);
  });

  it('keeps nothing without memory', async () => {
    const cache = new AnswerCache(() => 0, 0);
    let made = 0;
    const ask = async () => cache.answer('q', async () => dated(`answer ${(made += 1)}`));
    await ask();
    await ask();
    expect(made).toBe(2);
  });
});

describe('a list that is asked for again', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startQuietly({ store: await openTestStore(), pollMs: 10 });
  });
  afterAll(() => platform.close());

  const list = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${platform.url}/api/v1/achievements?${query}`, { headers });
    return { response, page: (await response.json()) as { total: number; facets: { label: string }[] } };
  };

  it('shows every change that was saved before', async () => {
    for (let nr = 1; nr <= 20; nr += 1) {
      await platform.store.putRecords([achievement(`a${nr}`)]);
      await platform.refresh();
      expect((await list('q=成果')).page.total).toBe(nr);
    }
    await platform.store.deleteRecords('achievement', ['a1']);
    await platform.refresh();
    expect((await list('q=成果')).page.total).toBe(19);
  });

  it('is told in the language and the encoding that are asked for each time', async () => {
    const labels = async (lang: string) => (await list(`lang=${lang}`)).page.facets[0]?.label;
    expect([await labels('zh-CN'), await labels('en'), await labels('zh-CN')]).toEqual([
      '技术领域',
      'Technical field',
      '技术领域',
    ]);
    for (const encoding of ['br', 'gzip', 'identity', 'br']) {
      const { response, page } = await list('q=成果', { 'accept-encoding': encoding });
      expect([response.headers.get('content-encoding') ?? 'identity', page.total]).toEqual([encoding, 19]);
    }
  });
});
