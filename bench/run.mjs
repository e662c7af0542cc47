// Runs a benchmark by name: `npm run bench -- relevance` runs bench/relevance.ts from the sources. Without a name, lists them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const [name, ...rest] = process.argv.slice(2);
const file = new URL(`${name}.ts`, folder);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts'))
    .map((entry) => entry.slice(0, -3));
  console.error(`usage: npm run bench -- <${names.join(' | ')}>`);
  process.exit(name ? 1 : 0);
}
const hooks = fileURLToPath(new URL('../scripts/resolve-ts.mjs', folder));
const run = spawnSync(
  process.execPath,
  ['--expose-gc', '--max-old-space-size=8192', '--import', hooks, fileURLToPath(file), ...rest],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
