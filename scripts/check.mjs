// `npm run check`: everything that has to hold before a commit lands, in the order in which it fails fastest.
// Each failing step prints the command that shows or mends it. `npm run check -- format types` runs only those steps.
import { run } from './run.mjs';

const steps = [
  { name: 'format', command: ['oxfmt', '--check'], fix: 'npm run format' },
  { name: 'lint', command: ['oxlint', '--type-aware'], fix: 'npx oxlint --type-aware' },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'], fix: 'npm run types' },
  { name: 'build', command: ['node', 'scripts/build.mjs'], fix: 'npm run build' },
  {
    name: 'manifest',
    command: ['node', 'scripts/check-manifest.mjs'],
    fix: 'npm run manifest, then review and commit custom-elements.json',
  },
  { name: 'publint', command: ['publint', '--strict'], fix: 'npx publint --strict' },
  { name: 'attw', command: ['attw', '--pack', '.', '--profile', 'esm-only'], fix: 'npx attw --pack .' },
  { name: 'sizes', command: ['size-limit'], fix: 'npx size-limit, then see why it grew' },
  { name: 'browser', command: ['node', 'scripts/browser.mjs'], fix: 'install Chromium or set CHROME_PATH' },
  { name: 'tests', command: ['vitest', 'run'], fix: 'npx vitest run' },
];

const only = process.argv.slice(2);
for (const { name, command, fix } of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n— ${name}`);
  const [program, ...args] = command;
  const code = await run(program, args);
  if (code !== 0) {
    console.error(`\n${name} failed. To see or mend it: ${fix}`);
    process.exit(code);
  }
}
console.log('\nAll checks passed.');
