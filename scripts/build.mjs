// Builds what is published: dist/ (one file a module, with types) by tsc, cdn/ (self-contained, for pages) by Vite.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { run } from './run.mjs';

rmSync('dist', { recursive: true, force: true });
const codes = await Promise.all([
  run('tsc', ['-p', 'tsconfig.build.json']),
  run('vite', ['build', '--logLevel', 'warn']),
]);
if (codes.some((code) => code !== 0)) process.exit(1);
const cli = 'dist/cli/main.js';
if (existsSync(cli)) chmodSync(cli, 0o755);
