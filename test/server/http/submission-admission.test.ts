import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { solveChallenge } from 'altcha-lib/v1';
import type { SubmissionSettings } from '../../../src/domain/submission.js';
import type { Platform } from '../../../src/server/platform.js';
import { Challenges } from '../../../src/server/submissions/challenge.js';
import { FirstSeen } from '../../../src/server/submissions/first-seen.js';
import type { Store } from '../../../src/server/store/store.js';
import { openTestStore } from '../../support/stores.js';
import { demandBody, postSubmission } from './submission-support.js';
import { recordingLogger, startQuietly } from './support.js';

const typeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { type: string }).type.replace('urn:problem-type:yuniao:', '');

async function solve(settings: SubmissionSettings): Promise<string> {
  const { algorithm, challenge, salt, signature, maxnumber } = settings.challenge!;
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  return btoa(JSON.stringify({ algorithm, challenge, number: solution?.number, salt, signature }));
}

describe('a platform without sites', () => {
  let platform: Platform;
  let log: string[];
  beforeAll(async () => {
    const { logger, lines } = recordingLogger();
    log = lines;
    platform = await startQuietly({ store: await openTestStore(), logger, publicUrl: 'https://platform.example.org/' });
  });
  afterAll(() => platform.close());
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await postSubmission(platform, demandBody(), { headers })).status;

  it('says at its start that it takes submissions from this machine only', () => {
    expect(log.join('\n')).toMatch(/只接受来自本机的提交.+from this machine only/);
  });

  it.each([
    ['a program', {}],
    ['a page of this machine', { origin: 'http://localhost:5173' }],
    ['another one', { origin: 'http://[::1]:80' }],
    ['its own page by its public address', { origin: 'https://platform.example.org' }],
  ])('takes submissions from this machine: %s', async (_who, headers) => {
    expect(await status(headers)).toBe(202);
  });

  it.each([
    ['a page of elsewhere', { origin: 'https://park.example' }],
    ['a name that is made to lead here', { origin: 'http://rebound.example:8787', host: 'rebound.example:8787' }],
    ['a page without an origin', { origin: 'null' }],
    ['a name that looks local', { origin: 'http://localhost.example.com' }],
    ['what a proxy passes on', { 'x-forwarded-for': '203.0.113.7' }],
    ['what a proxy passes on by another header', { forwarded: 'for=203.0.113.7' }],
  ])('takes none from %s', async (_who, headers) => {
    const response = await postSubmission(platform, demandBody(), { headers });
    expect([response.status, await typeOf(response)]).toEqual([403, 'submissions-local-only']);
  });

  it('asks nobody for a challenge', async () => {
    const response = await fetch(`${platform.url}/api/v1/submission-settings?kind=demand`);
    const settings = (await response.json()) as SubmissionSettings;
    expect(settings.challenge).toBeUndefined();
    expect(settings.consents.map(({ purpose, required }) => [purpose, required])).toEqual([
      ['contact', true],
      ['forwarding', false],
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('answers in the language and for the kind that are asked for', async () => {
    const read = async (query: string): Promise<Response> =>
      fetch(`${platform.url}/api/v1/submission-settings?${query}`);
    const english = (await (await read('kind=enquiry&lang=en')).json()) as SubmissionSettings;
    expect(english.consents[0]?.notice).toContain('Purpose: to receive your enquiry');
    expect((await read('')).status).toBe(400);
    expect((await read('kind=unicorn')).status).toBe(400);
  });
});

describe('a platform with sites', () => {
  let store: Store;
  let platform: Platform;
  let key: string;
  let readOnlyKey: string;
  let token: string;
  let log: string[];
  const origin = 'https://park.example';
  beforeAll(async () => {
    store = await openTestStore();
    key = (await store.addSite({ name: '园区', origins: [origin] })).key;
    readOnlyKey = (await store.addSite({ name: '只读', origins: ['https://reader.example'], scopes: ['read'] })).key;
    token = (await store.createToken({ label: '窗口', scopes: ['submit'] })).secret;
    const { logger, lines } = recordingLogger();
    log = lines;
    platform = await startQuietly({ store, logger, submissionRateLimit: { burst: 3, perSecond: 0.001 } });
  });
  afterAll(() => platform.close());
  beforeEach(() => void vi.useRealTimers());

  const settingsFor = async (siteKey: string, from = origin): Promise<SubmissionSettings> =>
    (await (
      await fetch(`${platform.url}/api/v1/submission-settings?kind=demand&siteKey=${siteKey}`, {
        headers: { origin: from },
      })
    ).json()) as SubmissionSettings;
  const send = (body: object, query: string, headers: Record<string, string>): Promise<Response> =>
    postSubmission(platform, body, { query, headers });

  it('says at its start that nobody is told how to reach who handles personal data', () => {
    expect(log.join('\n')).toMatch(/未设置 --contact.+no --contact is set/);
    expect(log.join('\n')).not.toContain('this machine only');
  });

  it('takes a submission of a page whose site may submit, once its challenge is solved', async () => {
    const query = `?siteKey=${key}`;
    expect(await typeOf(await send(demandBody(), query, { origin }))).toBe('challenge-missing');
    const challenge = await solve(await settingsFor(key));
    const response = await send({ ...demandBody(), challenge }, query, { origin });
    expect(response.status).toBe(202);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it('sets apart what comes faster than anybody types, and what fills in a field that nobody sees', async () => {
    const isSuspicious = async (issuedAgoMs: number, website: string): Promise<boolean | undefined> => {
      const easy = new Challenges(
        async () => store.submissions.challengeKey(),
        () => Date.now() - issuedAgoMs,
        10,
      );
      const challenge = await solve({ challenge: await easy.make() } as SubmissionSettings);
      const response = await send({ ...demandBody(), challenge, website }, `?siteKey=${key}`, { origin });
      const { reference } = (await response.json()) as { reference: string };
      const { rows } = await store.desk.list({ kinds: [], statuses: [], sort: 'newest', limit: 100 });
      return rows.find((row) => row.reference === reference)?.suspicious;
    };
    expect(await isSuspicious(0, '')).toBe(true);
    expect(await isSuspicious(60_000, '')).toBeUndefined();
    expect(await isSuspicious(60_000, 'https://spam.example')).toBe(true);
  });

  it('takes a solution once, but the same submission as often as it comes', async () => {
    const challenge = await solve(await settingsFor(key));
    const options = { query: `?siteKey=${key}`, headers: { origin }, key: 'once' };
    const first = await postSubmission(platform, { ...demandBody(), challenge }, options);
    const again = await postSubmission(platform, { ...demandBody(), challenge }, options);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(await again.json()).toEqual(await first.json());
    const another = await send({ ...demandBody(), challenge }, options.query, { origin });
    expect([another.status, await typeOf(another)]).toEqual([403, 'challenge-failed']);
  });

  it('refuses solutions that are wrong or made up', async () => {
    const { challenge } = await settingsFor(key);
    const forged = btoa(JSON.stringify({ ...challenge, number: 1, signature: 'a'.repeat(64) }));
    for (const solution of ['nonsense', btoa('{}'), btoa('null'), forged, '{"algorithm":"SHA-1"}']) {
      const response = await send({ ...demandBody(), challenge: solution }, `?siteKey=${key}`, { origin });
      expect(await typeOf(response)).toBe('challenge-failed');
    }
  });

  it('refuses a page whose site may only read, one of another origin, and strangers', async () => {
    const reader = await send(demandBody(), `?siteKey=${readOnlyKey}`, { origin: 'https://reader.example' });
    expect([reader.status, await typeOf(reader)]).toEqual([403, 'site-scope-missing']);
    expect(await typeOf(await send(demandBody(), `?siteKey=${key}`, { origin: 'https://else.example' }))).toBe(
      'origin-not-allowed',
    );
    expect(await typeOf(await send(demandBody(), '', { origin }))).toBe('site-key-missing');
    expect(await typeOf(await send(demandBody(), '', {}))).toBe('unauthorized');
  });

  it('takes submissions with an operator token that may submit, without a challenge', async () => {
    const authorization = `Bearer ${token}`;
    expect((await send(demandBody(), '', { authorization })).status).toBe(202);
    const { secret } = await store.createToken({ label: 'x', scopes: ['import'] });
    expect(await typeOf(await send(demandBody(), '', { authorization: `Bearer ${secret}` }))).toBe(
      'insufficient-scope',
    );
  });

  it('asks its own pages for a challenge too: an origin is easily claimed', async () => {
    const { host } = new URL(platform.url);
    expect(await typeOf(await send(demandBody(), '', { origin: `http://${host}` }))).toBe('challenge-missing');
    const settings = await fetch(`${platform.url}/api/v1/submission-settings?kind=demand`);
    const challenge = await solve((await settings.json()) as SubmissionSettings);
    expect((await send({ ...demandBody(), challenge }, '', { origin: `http://${host}` })).status).toBe(202);
  });

  it('lets a page of another origin write: the preflight names what it may send', async () => {
    const preflight = await fetch(`${platform.url}/api/v1/demands?siteKey=${key}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'DELETE' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key.+X-File-Name/);
  });

  it('lets a client of elsewhere submit so often only, and read all the while', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` };
    const answers: Response[] = [];
    for (let count = 0; count < 5; count++) answers.push(await send(demandBody(), '', headers));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429, 429]);
    expect(Number(answers[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${platform.url}/api/v1/demands`, { headers })).status).toBe(200);
  });
});

describe('who asked for settings', () => {
  it('is known for a day from the first time, in memory, and a process of this machine is not', () => {
    let now = 1000;
    const seen = new FirstSeen(() => now);
    expect(seen.ageMs('203.0.113.7')).toBeUndefined();
    seen.note('203.0.113.7');
    seen.note(undefined);
    now += 25 * 60_000;
    // The challenge ran out, and the form asks for another one just before it is sent
    seen.note('203.0.113.7');
    expect(seen.ageMs('203.0.113.7')).toBe(25 * 60_000);
    expect(seen.ageMs(undefined)).toBeUndefined();
    now += 24 * 3_600_000;
    expect(seen.ageMs('203.0.113.7')).toBeUndefined();
  });
});

describe('a challenge', () => {
  it('tells its age, and is worth nothing after twenty minutes or with another key', async () => {
    let now = Date.parse('2026-11-29T08:00:00Z');
    const challenges = new Challenges(
      async () => 'secret',
      () => now,
    );
    const challenge = await challenges.make();
    const solution = await solve({ challenge } as SubmissionSettings);
    now += 4000;
    expect(await challenges.check(solution)).toEqual({
      signature: challenge.signature,
      expiresAt: '2026-11-29T08:20:00.000Z',
      ageMs: 4000,
    });
    const others = new Challenges(
      async () => 'another',
      () => now,
    );
    expect(await others.check(solution)).toBeUndefined();
    // Times are signed with the salt
    const stretched = JSON.parse(atob(solution)) as { salt: string };
    stretched.salt = stretched.salt.replace(/expires=\d+/, 'expires=9999999999');
    expect(await challenges.check(btoa(JSON.stringify(stretched)))).toBeUndefined();
    now += 20 * 60_000;
    expect(await challenges.check(solution)).toBeUndefined();
  });
});
