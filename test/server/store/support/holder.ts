// A process of its own that opens the store in a folder, tells its address and holds the folder until it is ended.
import { openStore } from '../../../../src/server/store/index.js';

const [, , folder = ''] = process.argv;
const store = await openStore({ dataDir: folder });
await store.announce?.('http://127.0.0.1:8787');
process.stdout.write('open\n');
process.stdin.resume().on('end', () => void store.close());
