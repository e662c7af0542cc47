// Builds what is published: dist/ (one file a module, with types) by tsc, cdn/ (self-contained, for pages) by Vite.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

/** Makes dist/. @returns {Promise<boolean>} whether it went well */
export async function buildPackage() {
  rmSync('dist', { recursive: true, force: true });
  if ((await run('tsc', ['-p', 'tsconfig.build.json'])) !== 0) return false;
  chmodSync('dist/cli/main.js', 0o755);
  return true;
}

/** Makes cdn/, which exists from the start, if empty. @returns {Promise<boolean>} whether it went well */
export async function buildPages() {
  mkdirSync('cdn', { recursive: true });
  return (await run('vite', ['build', '--logLevel', 'warn'])) === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const done = await Promise.all([buildPackage(), buildPages()]);
  if (done.includes(false)) process.exit(1);
}
