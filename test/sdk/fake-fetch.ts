import { createClient, type Client, type ClientOptions } from '../../src/sdk/index.js';
import { sampleAchievements } from '../support/achievements.js';

export type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

/** A `fetch` that gives the answers in order, the last one for ever, and remembers what it was asked. */
export interface FakeFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  readonly requests: Request[];
}

export function fakeFetch(...answers: Answer[]): FakeFetch {
  const requests: Request[] = [];
  const run = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    if (answer === undefined) throw new Error('no answer was prepared');
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request) : answer.clone();
  };
  return Object.assign(run, { requests });
}

/** A client of `https://platform.example.org` that is answered by `answers`. */
export function clientOf(
  answers: Answer[],
  options: Partial<ClientOptions> = {},
): { client: Client; fetch: FakeFetch } {
  const fetch = fakeFetch(...answers);
  return { client: createClient({ baseUrl: 'https://platform.example.org', fetch, ...options }), fetch };
}

/** A list answer as the platform sends it. */
export function envelope(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    items: sampleAchievements.slice(0, 2),
    total: 2,
    facets: [],
    asOf: '2026-10-01T00:00:00Z',
    source: 'Sample platform',
    ...overrides,
  };
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

export function problem(
  status: number,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: `Problem ${status}`, status, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** What `promise` rejects with. Fails the test when it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection');
}

/** An answer that never comes; it gives up only when the request is aborted, as a real fetch does. */
export function hang(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
  });
}
