// A process of its own that stores and indexes change after change, and writes its index to the file all the time.
import { pino } from 'pino';
import { Indexer } from '../../../../src/server/index/indexer.js';
import { openStore } from '../../../../src/server/store/index.js';
import { achievement } from '../../http/support.js';

const [, , place = '', indexDir = '', from = '0'] = process.argv;
const WORDS = ['电池', '光伏', '钙钛矿', '催化', '薄膜', '传感'];
const store = await openStore(place.includes('://') ? { databaseUrl: place } : { dataDir: place });
const indexer = new Indexer({ store, logger: pino({ level: 'silent' }), indexDir, pollMs: 1, quietMs: 0 });
await indexer.start();
for (let step = Number(from); ; step += 1) {
  const records = Array.from({ length: 30 }, (_, nr) =>
    achievement(`r${(step * 17 + nr) % 200}`, {
      title: { 'zh-CN': `${WORDS[(step + nr) % WORDS.length]}与${WORDS[(step * 5 + nr) % WORDS.length]}` },
      status: (step + nr) % 9 === 0 ? 'tombstone' : 'published',
    }),
  );
  await store.putRecords(records);
  await store.deleteRecords('achievement', [`r${(step * 31) % 200}`]);
  await indexer.wake();
  process.stdout.write(`${step}\n`);
}
