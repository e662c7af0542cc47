import { describe, expect, it, vi } from 'vitest';
import { isExpired, solveChallenge } from '../../../src/ui/submit/challenge.js';
import { prefixHasher } from '../../../src/ui/submit/sha256.js';
import { challengeOf } from './support.js';

const never = new AbortController().signal;

function hex(words: Int32Array): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

async function hexByBrowser(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('SHA-256', () => {
  it('is that of the browser, whatever the lengths', async () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = '玉鸟 salt?expires=1790000000&'.repeat(9).slice(0, length);
      for (const suffix of ['', '0', '123456', '9'.repeat(70)])
        expect(hex(prefixHasher(text)(suffix)), `${text}|${suffix}`).toBe(await hexByBrowser(text + suffix));
    }
  });

  it('hashes one prefix many times', async () => {
    const hash = prefixHasher('salt');
    for (const number of [1, 22, 333, 1]) expect(hex(hash(`${number}`))).toBe(await hexByBrowser(`salt${number}`));
  });
});

describe('a challenge', () => {
  it.each([0, 1, 199, 200, 4321])('is solved: %i', async (number) => {
    const challenge = challengeOf('5e3c', number);
    const solved = JSON.parse(atob(await solveChallenge(challenge, never))) as unknown;
    expect(solved).toEqual({
      algorithm: 'SHA-256',
      challenge: challenge.challenge,
      number,
      salt: '5e3c',
      signature: 'signed',
    });
  });

  it('without a solution, or with another algorithm, is told', async () => {
    await expect(solveChallenge({ ...challengeOf('a', 500), maxnumber: 400 }, never)).rejects.toThrow('no solution');
    await expect(solveChallenge({ ...challengeOf('a', 1), algorithm: 'SHA-1' }, never)).rejects.toThrow('SHA-1');
  });

  it('is given up at once', async () => {
    const giving = new AbortController();
    const solving = solveChallenge(challengeOf('a', 90_000), giving.signal);
    giving.abort();
    await expect(solving).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('lets the page draw and take keys in between: after 8 ms by its clock', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1)); // a look at the clock is a millisecond
    const breaths = vi.spyOn(globalThis, 'setTimeout');
    await solveChallenge(challengeOf('5e3c', 20_000), never);
    // 100 batches of 200, eight of them or fewer at a stretch
    expect(breaths.mock.calls.length).toBeGreaterThanOrEqual(12);
    vi.restoreAllMocks();
  });

  it('has expired when its salt says so, a little before', () => {
    const now = 1_800_000_000_000;
    const until = (seconds: number) => ({ ...challengeOf('a', 1), salt: `a?b=c&expires=${1_800_000_000 + seconds}` });
    expect(isExpired(until(600), now)).toBe(false);
    expect(isExpired(until(10), now)).toBe(true);
    expect(isExpired(challengeOf('a', 1), now)).toBe(false);
  });
});
