// A process of its own that delivers: every second message arrives, the others never come to an end.
import { pino } from 'pino';
import { Courier } from '../../../src/server/delivery/courier.js';
import { openStore } from '../../../src/server/store/index.js';

const [, , place = ''] = process.argv;
const store = await openStore(place.includes('://') ? { databaseUrl: place } : { dataDir: place });
let count = 0;
new Courier({
  channel: 'webhook',
  messages: store.messages,
  logger: pino({ level: 'silent' }),
  slots: 10,
  pollMs: 5,
  deliver: async ({ key }) => {
    count += 1;
    const hangs = count % 2 === 0;
    process.stdout.write(`${hangs ? 'hangs' : 'arrives'} ${key}\n`);
    return hangs ? new Promise(() => undefined) : 'sent';
  },
}).start();
// Timers of the courier do not keep a process alive
setInterval(() => undefined, 1000);
