import type { SearchQuery } from '../../src/search/index.js';

export interface Times {
  /** Every call in milliseconds, sorted. */
  readonly all: readonly number[];
  /** The best round of each query, sorted: what it costs when nothing else has the processor. */
  readonly best: readonly number[];
}

const ascending = (a: number, b: number): number => a - b;

/** Asks every query in rounds; the first round only warms up. */
export async function measure(
  queries: readonly SearchQuery[],
  rounds: number,
  ask: (query: SearchQuery) => unknown,
): Promise<Times> {
  const all: number[] = [];
  const best = queries.map(() => Infinity);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, query] of queries.entries()) {
      const start = performance.now();
      await ask(query);
      const time = performance.now() - start;
      if (round === 0) continue;
      all.push(time);
      best[at] = Math.min(best[at] ?? time, time);
    }
  }
  return { all: all.toSorted(ascending), best: best.toSorted(ascending) };
}

/** Eight clients, each asking its next query as soon as the last is answered. */
export async function measureClients(
  queries: readonly SearchQuery[],
  clients: number,
  ask: (query: SearchQuery, client: number) => Promise<unknown>,
): Promise<{ readonly perSecond: number; readonly times: Times }> {
  const all: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let query = queries[next++]; query; query = queries[next++]) {
        const start = performance.now();
        await ask(query, client);
        all.push(performance.now() - start);
      }
    }),
  );
  const perSecond = (all.length * 1000) / (performance.now() - started);
  return { perSecond, times: { all: all.toSorted(ascending), best: [] } };
}

export function together(list: readonly Times[]): Times {
  return {
    all: list.flatMap(({ all }) => all).toSorted(ascending),
    best: list.flatMap(({ best }) => best).toSorted(ascending),
  };
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds with three digits that mean something. */
export const milliseconds = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1));
