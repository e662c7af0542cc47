// One page of search (top 20, exact total, six facets) in process, by class of query, beside SQLite FTS5 in the same run.
// Arguments: sizes (default 10000 100000); `--alone` leaves SQLite out.
import { achievementIndex, createMemoryIndex, type IndexDocument, type SearchIndex } from '../src/search/index.js';
import { corpus, realDocuments, seededRandom } from './support/corpus.js';
import { FullText5 } from './support/full-text-5.js';
import { printTable } from './support/table.js';

const FACETS = ['field', 'institution', 'year', 'lang', 'source', 'readiness'];
const PER_CLASS = 40;
const BATCH = 500;

interface Query {
  readonly q: string;
  readonly filters?: Record<string, string[]>;
}

/** Queries drawn from the real records, so that most find something. */
function drawQueries(): Record<string, Query[]> {
  const random = seededRandom(11);
  const documents = realDocuments();
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const draw = (make: () => string | undefined): Query[] => {
    const queries: Query[] = [];
    while (queries.length < PER_CLASS) {
      const q = make();
      if (q) queries.push({ q });
    }
    return queries;
  };
  const run = (length: number): string | undefined => {
    const runs = (any(documents).texts.text?.[0] ?? '').match(/\p{Script=Han}+/gu) ?? [];
    const characters = Array.from(any(runs) ?? '');
    if (characters.length < length) return undefined;
    const start = Math.floor(random() * (characters.length - length + 1));
    return characters.slice(start, start + length).join('');
  };
  const word = (): string | undefined => /[A-Za-z]{4,}/.exec(any(documents).texts.text?.[0] ?? '')?.[0];
  const keyword = (): string | undefined => any(any(documents).texts.keywords ?? ['']);
  const pair = (): string | undefined => run(2);
  const title = (): string | undefined => any(documents).texts.title?.[0];
  return {
    'one character': draw(() => run(1)),
    'two characters': draw(pair),
    'four characters': draw(() => run(4)),
    'six and more': draw(() => run(6)),
    keyword: draw(keyword),
    'two keywords': draw(() => [keyword(), keyword()].join(' ')),
    'English word': draw(word),
    mixed: draw(() => [word(), pair()].join(' ')),
    'no hit': draw(() => `${run(2) ?? ''}罒${run(2) ?? ''}`),
    'very common': draw(() => any(['的', '研究', '分析', '结果', '中国 研究'])),
    'two filters': draw(pair).map(({ q }) => ({
      q,
      filters: { year: ['2018', '2019', '2020'], source: ['ChinaXiv'] },
    })),
    'whole title': draw(title),
    'nothing typed': draw(() => ' '),
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

interface Times {
  /** Every call, sorted. */
  readonly all: readonly number[];
  /** The best round of each query, sorted: what it costs when nothing else has the processor. */
  readonly best: readonly number[];
}

const ascending = (a: number, b: number): number => a - b;

/** Asks every query in rounds; the first round only warms up. */
async function measure(queries: readonly Query[], rounds: number, ask: (query: Query) => unknown): Promise<Times> {
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

function together(list: readonly Times[]): Times {
  return {
    all: list.flatMap(({ all }) => all).toSorted(ascending),
    best: list.flatMap(({ best }) => best).toSorted(ascending),
  };
}

async function build(size: number): Promise<SearchIndex> {
  const index = createMemoryIndex(achievementIndex);
  let batch: IndexDocument[] = [];
  let seq = 0;
  const flush = async (): Promise<void> => {
    await index.apply(batch.map((document) => ({ seq: ++seq, op: 'put', document })));
    batch = [];
  };
  for (const document of corpus(size)) {
    batch.push(document);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return index;
}

const alone = process.argv.includes('--alone');
const sizes = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const started = performance.now();
  for (const document of corpus(size)) if (document.id === '') break;
  const generated = performance.now();
  const index = await build(size);
  const built = performance.now();
  const { bytes = 0 } = await index.stats();
  const snapshot = await index.snapshot();
  const opening = performance.now();
  createMemoryIndex(achievementIndex, { snapshot });
  const opened = performance.now();
  const fts = new FullText5(FACETS);
  if (!alone) fts.add(corpus(size));

  console.log(`\n${size.toLocaleString('en')} records`);
  const seconds = (built - generated - (generated - started)) / 1000;
  console.log(
    `built in ${seconds.toFixed(1)} s (${Math.round(size / seconds)} a second, in batches of ${BATCH}), ` +
      `${Math.round(bytes / size)} bytes a record, snapshot ${(snapshot.length / 1e6).toFixed(1)} MB, ` +
      `opened in ${Math.round(opened - opening)} ms`,
  );
  const own: Times[] = [];
  const peers: Times[] = [];
  const rows: string[][] = [];
  for (const [name, queries] of Object.entries(drawQueries())) {
    const times = await measure(queries, 5, (query) => index.search({ ...query, facets: FACETS, limit: 20 }));
    own.push(times);
    if (alone || queries[0]?.filters) {
      rows.push(row(name, times));
      continue;
    }
    const peer = await measure(queries, 2, ({ q }) => fts.search(q));
    peers.push(peer);
    rows.push(row(name, times, peer));
  }
  rows.push(row('all', together(own), peers.length > 0 ? together(peers) : undefined));
  printTable(
    ['class', 'median ms', 'p95', 'p99', 'best: median', 'best: p99', 'FTS5 median', 'FTS5 p99', 'ratio of medians'],
    rows,
  );
}

function row(name: string, { all, best }: Times, peer?: Times): string[] {
  const cell = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1));
  const own = quantile(all, 0.5);
  const theirs = peer ? quantile(peer.all, 0.5) : 0;
  return [
    name,
    cell(own),
    cell(quantile(all, 0.95)),
    cell(quantile(all, 0.99)),
    cell(quantile(best, 0.5)),
    cell(quantile(best, 0.99)),
    ...(peer ? [cell(theirs), cell(quantile(peer.all, 0.99)), (theirs / own).toFixed(1)] : ['–', '–', '–']),
  ];
}
