// A platform in a process of its own, for bench/http.ts: `fill FOLDER COUNT` stores records and ends, `serve FOLDER
// [THREADS] [ANSWER_CACHE_BYTES]` answers. Lines on standard input: `save WORD COUNT` stores records named so, `cpu` tells the time used.
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import type { Achievement } from '../../src/domain/achievement.js';
import type { IndexDocument } from '../../src/search/index.js';
import { startPlatform } from '../../src/server/platform.js';
import { openStore } from '../../src/server/store/index.js';
import { corpus } from './corpus.js';

const BATCH = 500;
const TIME = '2026-01-02T03:04:05.000Z';
const [, , task, folder = '', argument, cacheBytes] = process.argv;

function toRecord({ id, texts, facets }: IndexDocument): Achievement {
  const [year] = facets.year ?? [];
  return {
    id: id.replaceAll(/[^A-Za-z0-9_-]/g, '-'),
    kind: 'achievement',
    status: 'published',
    title: { 'zh-CN': texts.title?.[0] ?? '' },
    summary: { 'zh-CN': texts.text?.[0] ?? '' },
    keywords: { 'zh-CN': [...(texts.keywords ?? [])] },
    institutions: (texts.institution ?? []).map((name) => ({ name: { 'zh-CN': name } })),
    lang: 'zh-CN',
    source: { name: facets.source?.[0] ?? 'bench', id },
    ...(year !== undefined && { publishedOn: year }),
    createdAt: TIME,
    updatedAt: TIME,
  };
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function fill(count: number): Promise<void> {
  const store = await openStore({ dataDir: folder });
  let batch: Achievement[] = [];
  let seconds = 0;
  const flush = async (): Promise<void> => {
    const started = performance.now();
    await store.putRecords(batch);
    seconds += (performance.now() - started) / 1000;
    batch = [];
  };
  for (const document of corpus(count)) {
    batch.push(toRecord(document));
    if (batch.length === BATCH) await flush();
  }
  await flush();
  await store.close();
  say({ count, seconds });
}

async function serve(): Promise<void> {
  const platform = await startPlatform({
    dataDir: folder,
    logger: pino({ level: 'silent' }),
    ...(argument && { searchThreads: Number(argument) }),
    ...(cacheBytes !== undefined && { answerCacheBytes: Number(cacheBytes) }),
  });
  say({ url: platform.url });
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, word = '', count = '1'] = line.split(' ');
    if (command === 'cpu') say({ ...process.cpuUsage(), rss: process.memoryUsage.rss() });
    if (command === 'save') {
      for (let at = 0; at < Number(count); at += BATCH) {
        const ids = Array.from({ length: Math.min(BATCH, Number(count) - at) }, (_, i) => `${word}-${at + i}`);
        await platform.store.putRecords(
          ids.map((id) => ({
            id,
            kind: 'achievement',
            status: 'published',
            title: { 'zh-CN': word },
            lang: 'zh-CN',
            source: { name: 'bench', id },
            createdAt: TIME,
            updatedAt: TIME,
          })),
        );
        void platform.refresh();
      }
      say({ saved: word });
    }
  }
  await platform.close();
}

await (task === 'fill' ? fill(Number(argument)) : serve());
