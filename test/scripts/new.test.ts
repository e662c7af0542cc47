import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a checkout holds and a build or an earlier run leaves behind. */
const OMITTED = new Set(['node_modules', '.git', 'dist', 'cdn', 'storybook-static', 'coverage', '.yuniao']);

describe('npm run new', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'yuniao-new-'));
    cpSync(root, copy, {
      recursive: true,
      filter: (path) => !OMITTED.has(path.slice(root.length).split('/')[0] ?? ''),
    });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    // The linter minds .gitignore, and so leaves node_modules alone, only where it sees a repository
    mkdirSync(join(copy, '.git'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function run(...command: string[]): string {
    const [program = '', ...args] = command;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
    };
    for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete env[name];
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`);
    return stdout;
  }

  it('writes an element that passes the check and its own tests in a browser', { timeout: 240_000 }, () => {
    run('node', 'scripts/new.mjs', 'sample-card');
    run('oxfmt');
    run('node', 'scripts/check-manifest.mjs', '--write');
    const checked = run('node', 'scripts/check.mjs', 'format', 'lint', 'types', 'manifest');
    expect(checked).toContain('All checks passed.');
    run(
      'vitest',
      'run',
      '--project',
      'elements',
      'test/elements/sample-card',
      '--reporter',
      'json',
      '--outputFile',
      'tested.json',
    );
    const tested = JSON.parse(readFileSync(join(copy, 'tested.json'), 'utf8')) as Record<string, number>;
    expect(tested['numFailedTests']).toBe(0);
    expect(tested['numPassedTests']).toBeGreaterThan(10);
  });

  it('refuses a name that is no tag, or is taken, and says how to write one', () => {
    expect(() => run('node', 'scripts/new.mjs', 'Event Card')).toThrow(/npm run new -- event-card/);
    expect(() => run('node', 'scripts/new.mjs', 'achievement-search')).toThrow(/is there already/);
  });
});
