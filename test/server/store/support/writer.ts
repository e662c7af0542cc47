// A process of its own that writes batch after batch and tells each one that the store has acknowledged.
import { openStore } from '../../../../src/server/store/index.js';
import { recordOf } from '../../../support/records.js';

const [, , folder = '', round = ''] = process.argv;
const BATCH = 40;
const store = await openStore({ dataDir: folder });
for (let batch = 0; ; batch += 1) {
  const records = Array.from({ length: BATCH }, (_, nr) =>
    recordOf(`r${round}-b${batch}-${nr}`, { summary: { 'zh-CN': '摘要'.repeat(100) } }),
  );
  await store.putRecords([...records, recordOf('counter', { round, batch })]);
  process.stdout.write(`${batch}\n`);
}
