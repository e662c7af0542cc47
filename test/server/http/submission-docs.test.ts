import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { SubmissionReceipt } from '../../../src/domain/submission.js';
import { openTestStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

it.skipIf(!hasCurl)('the example of the documentation is taken as it stands (skipped without curl)', async () => {
  const manual = readFileSync(new URL('../../../docs/submissions.md', import.meta.url), 'utf8');
  const command = /```sh\n(curl [\s\S]*?)```/.exec(manual)?.[1] ?? '';
  const platform = await startQuietly({ store: await openTestStore() });
  try {
    const { stdout } = await promisify(execFile)('sh', ['-c', command.replace('http://127.0.0.1:8787', platform.url)]);
    expect(SubmissionReceipt.parse(JSON.parse(stdout)).reference).toMatch(/^D/);
  } finally {
    await platform.close();
  }
});
