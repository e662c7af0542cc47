// `npm start`: builds what is out of date, then serves the demo park's page and the platform behind it from one address.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

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
if (built === 0 || built < newest('src')) {
  console.log('Building …');
  const code = await run('node', ['scripts/build.mjs']);
  if (code !== 0) process.exit(code);
}
const code = await run('node', [
  'dist/cli/main.js',
  'serve',
  '--www',
  'demo',
  '--sample',
  'demo/sample/achievements.jsonl',
  ...process.argv.slice(2),
]);
process.exit(code);
