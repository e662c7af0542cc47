import { describe, expect, it } from 'vitest';
import { clientOf, RateLimiter } from '../../../src/server/http/rate-limit.js';

describe('the rate limit', () => {
  it('lets a burst through, then tells how long to wait, then goes on', () => {
    let now = 0;
    const limiter = new RateLimiter({ perSecond: 1, burst: 3 }, () => now);
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
    now = 1_000;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1]);
  });

  it('counts every client apart', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, () => 0);
    expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([0, 0, 1]);
  });

  it('never saves up more than the burst', () => {
    let now = 0;
    const limiter = new RateLimiter({ perSecond: 100, burst: 2 }, () => now);
    limiter.take('a');
    now = 1e9;
    expect([1, 2, 3].map(() => limiter.take('a') > 0)).toEqual([false, false, true]);
  });

  it('forgets the client that was away longest when there are too many', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, () => 0);
    limiter.take('first');
    for (let i = 0; i < 10_000; i++) limiter.take(`client ${i}`);
    expect(limiter.take('first')).toBe(0);
    expect(limiter.take('client 9999')).toBe(1);
  });

  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', undefined, undefined],
    ['::1', undefined, undefined],
    ['::ffff:127.0.0.1', 'forged, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '127.0.0.1', undefined],
    [undefined, undefined, undefined],
  ])('counts a connection from %s with X-Forwarded-For %s for %s', (address, forwarded, client) => {
    expect(clientOf(address, forwarded)).toBe(client);
  });
});
