// `npm start`: builds what is out of date, then serves the demo park's page and the platform behind it from one address.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage, buildPages } from './build.mjs';
import { demoFolder, makeDeskToken, sendSamples } from './demo-desk.mjs';

/** Time of the newest file below `dir`, in milliseconds; 0 when there is none. */
function newest(dir) {
  if (!existsSync(dir)) return 0;
  return Math.max(
    0,
    ...readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

const built = Math.min(newest('dist'), newest('cdn'));
const isStale = built === 0 || built < newest('src');
if (isStale) console.log('Building …');
const pages = isStale ? buildPages() : Promise.resolve(true);
if (isStale && !(await buildPackage())) process.exit(1);

// The database opens while the pages' bundle is still being built; the address is told when both are there
const samples = ['achievements', 'indicators'].flatMap((kind) => ['--sample', `demo/sample/${kind}.jsonl`]);
const own = process.argv.slice(2);
const args = ['serve', '--www', 'demo', ...samples, ...own];
const folder = demoFolder(own, process.env);
// A database that another process holds is the platform's to complain about
const token = folder && (await makeDeskToken(folder).catch(() => undefined));
const platform = spawn('node', ['dist/cli/main.js', ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
let isBroken = false;
platform.once('exit', (code) => process.exit(isBroken ? 1 : (code ?? 1)));
// A terminal sends Ctrl-C to the platform as well, which then ends in good order, and this with it
process.on('SIGINT', () => {});
process.on('SIGTERM', () => platform.kill('SIGTERM'));
if (!(await pages)) {
  isBroken = true;
  platform.kill('SIGTERM');
  console.error('The bundle for pages could not be built.');
}
platform.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  const [url] = /https?:\/\/\S+\/$/m.exec(text) ?? [];
  if (token && url) void openDesk(url);
});

async function openDesk(url) {
  console.log(`Desk: ${url}desk.html\nToken for it, until the next start: ${token}`);
  await sendSamples(url, 'demo/sample/submissions.jsonl').catch((error) => console.error(error.message));
}
