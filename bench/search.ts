// One page of search (top 20, exact total, six facets) by class of query: in this thread, in worker threads that share
// the segments, by eight clients at once, and beside SQLite FTS5 in the same run.
// Arguments: `--records 1000000` (several times, default 10000 and 100000); `--batch 65536` records a change (default 500,
// as a platform imports them); `--threads 2` (several times, default 2 and 4 where the machine has them); `--alone`
// leaves SQLite out.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import {
  achievementIndex,
  IndexReader,
  IndexWriter,
  ShareGatherer,
  type Change,
  type SearchPage,
  type SearchQuery,
} from '../src/search/index.js';
import { corpus, realDocuments } from './support/corpus.js';
import { FullText5 } from './support/full-text-5.js';
import { measure, measureClients, milliseconds, quantile, together, type Times } from './support/measure.js';
import { drawQueries, PAGE } from './support/queries.js';
import { SearchThreads } from './support/search-threads.js';
import { printTable } from './support/table.js';

const PER_CLASS = 40;
const ROUNDS = 5;
const CLIENTS = 8;

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', multiple: true, default: ['10000', '100000'] },
    threads: { type: 'string', multiple: true, default: ['2', '4'] },
    batch: { type: 'string', default: '500' },
    alone: { type: 'boolean', default: false },
  },
});
const batchSize = Number(options.batch);
const threadCounts = options.threads.map(Number).filter((count) => count <= Math.max(2, availableParallelism()));

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Builds the index of so many records; the time that making the records takes is not counted. */
function build(size: number): { writer: IndexWriter; ms: number } {
  const writer = new IndexWriter(achievementIndex, {
    allocate: (bytes) => new Uint8Array(new SharedArrayBuffer(bytes)),
  });
  let ms = 0;
  let seq = 0;
  let changes: Change[] = [];
  const apply = (): void => {
    const start = performance.now();
    writer.apply(changes);
    while (writer.mergeStep());
    ms += performance.now() - start;
    changes = [];
  };
  for (const document of corpus(size)) {
    changes.push({ seq: ++seq, op: 'put', document });
    if (changes.length === batchSize) apply();
  }
  apply();
  return { writer, ms };
}

/** All merges that a platform does when no change comes in for a while. */
function rest(writer: IndexWriter): number {
  const start = performance.now();
  while (writer.mergeStep(true));
  return performance.now() - start;
}

function searcher(writer: IndexWriter): (query: SearchQuery) => SearchPage {
  const reader = new IndexReader(achievementIndex);
  const gatherer = new ShareGatherer(achievementIndex);
  const update = writer.state();
  reader.update(update);
  gatherer.update(update);
  return (query) => gatherer.searchAlone(query, (asked) => reader.search(asked));
}

/** Pages 2 to 6 of each query that has as many. */
async function deepPages(queries: readonly SearchQuery[], ask: (query: SearchQuery) => SearchPage): Promise<Times> {
  const deep: SearchQuery[] = [];
  for (const query of queries) {
    let cursor = ask(query).nextCursor;
    for (let page = 2; page <= 6 && cursor !== undefined; page++) {
      deep.push({ ...query, cursor });
      cursor = ask({ ...query, cursor }).nextCursor;
    }
  }
  return measure(deep, 2, ask);
}

const statistics = ({ all, best }: Times): string[] => [
  ...[0.5, 0.95, 0.99].map((share) => milliseconds(quantile(all, share))),
  ...(best.length > 0 ? [0.5, 0.99].map((share) => milliseconds(quantile(best, share))) : ['–', '–']),
];

async function report(size: number): Promise<void> {
  const { writer, ms } = build(size);
  const merging = rest(writer);
  const { bytes = 0 } = writer.stats();
  const snapshot = writer.snapshotParts();
  const length = snapshot.reduce((sum, part) => sum + part.length, 0);
  const real = realDocuments().length;
  console.log(`\n## ${size.toLocaleString('en')} records`);
  console.log(
    `${real} are real; the others are copies under new ids: one clause in three is another record's, three Han in a hundred are others, institution, year and field are other records'.`,
  );
  console.log(
    `Built in ${seconds(ms)} (${Math.round((size * 1000) / ms)} records a second, ${batchSize} at a time), merged at rest in ${seconds(merging)} to ${writer.state().added.length} segments; ` +
      `${Math.round(bytes / size)} bytes a record; snapshot ${megabytes(length)}.`,
  );
  const opening = performance.now();
  if (size <= 200_000) {
    const opened = new IndexWriter(achievementIndex, { snapshot: writer.snapshot() });
    searcher(opened)({ q: '研究', ...PAGE });
    console.log(
      `Opened from a snapshot in memory, first page answered: ${Math.round(performance.now() - opening)} ms.`,
    );
  }

  const ask = searcher(writer);
  const classes = drawQueries(PER_CLASS);
  const own: Times[] = [];
  const theirs: Times[] = [];
  const rows: string[][] = [];
  let fts: FullText5 | undefined;
  if (!options.alone) {
    fts = new FullText5(PAGE.facets ?? []);
    fts.add(corpus(size));
  }
  for (const [name, queries] of Object.entries(classes)) {
    const times = await measure(queries, ROUNDS, ask);
    own.push(times);
    const plain = queries.every(({ filters, ranges, sort }) => !filters && !ranges && !sort);
    if (!fts || !plain) {
      rows.push([name, ...statistics(times), '–', '–', '–']);
      continue;
    }
    const peer = fts;
    const other = await measure(queries, 1, ({ q = '' }) => peer.search(q));
    theirs.push(other);
    rows.push([name, ...statistics(times), ...beside(times, other)]);
  }
  const all = together(own);
  rows.push(['all', ...statistics(all), ...(theirs.length > 0 ? beside(all, together(theirs)) : ['–', '–', '–'])]);
  const page = await deepPages(classes['two characters'] ?? [], ask);
  rows.push(['pages 2 to 6', ...statistics(page), '–', '–', '–']);
  console.log('\nIn this thread:\n');
  const own5 = ['median ms', 'p95', 'p99', 'best: median', 'best: p99'];
  printTable(['class', ...own5, 'FTS5 median', 'FTS5 p99', 'ratio of medians'], rows);

  const mixed = Object.values(classes).flat();
  // The eight clients meet the classes mixed.
  const order = mixed.toSorted(
    (a, b) => (a.q ?? '').length - (b.q ?? '').length || ((a.q ?? '') < (b.q ?? '') ? -1 : 1),
  );
  const threadRows: string[][] = [];
  for (const count of threadCounts) {
    const threads = new SearchThreads(writer, count);
    const shares = await measure(mixed, 3, (query) => threads.search(query));
    threadRows.push([`${count} threads, each query in ${count} shares`, ...statistics(shares), '–']);
    const many = [...order, ...order, ...order];
    const { perSecond, times } = await measureClients(many, CLIENTS, (query, client) => {
      return threads.searchIn(client % count, query);
    });
    const label = `${CLIENTS} clients, ${count} threads, each query in one`;
    threadRows.push([label, ...statistics(times), Math.round(perSecond).toString()]);
    await threads.close();
  }
  console.log('\nIn worker threads over the same segments, all classes:\n');
  printTable(['how', ...own5, 'pages a second'], threadRows);
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
  console.log(
    `\nThis process: ${megabytes(rss)} resident, ${megabytes(arrayBuffers)} buffers, ${megabytes(heapUsed)} heap.`,
  );
}

function beside(own: Times, theirs: Times): string[] {
  const median = quantile(theirs.all, 0.5);
  return [milliseconds(median), milliseconds(quantile(theirs.all, 0.99)), (median / quantile(own.all, 0.5)).toFixed(1)];
}

for (const size of options.records.map(Number)) await report(size);
