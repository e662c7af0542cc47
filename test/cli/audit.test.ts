import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPgliteDatabase } from '../../src/server/store/pglite-database.js';
import { insertSubmission } from '../support/submissions.js';
import { emptyData, run, withStore } from './support.js';

it('yuniao audit verify prints the hash to note, and tells where the trail is broken', async () => {
  const data = await emptyData();
  await withStore(data, (store) => store.ping());
  const database = await openPgliteDatabase(join(data, 'pgdata'));
  try {
    await insertSubmission(database);
    await insertSubmission(database);
  } finally {
    await database.close();
  }
  const whole = await run(['audit', 'verify', '--data', data]);
  expect(whole).toMatchObject({ code: 0, err: 'The audit trail is whole: 2 entries.\n' });
  const head = whole.out.trim();
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect((await run(['audit', 'verify', '--noted', head, '--data', data])).err).toContain('that of entry 2');
  const gone = await run(['audit', 'verify', '--noted', 'f'.repeat(64), '--data', data]);
  expect(gone).toMatchObject({ code: 1, out: '', err: expect.stringContaining('written anew') as string });
  expect(await run(['audit', 'verify', '--noted', 'short', '--data', data])).toMatchObject({ code: 2 });
  expect(await run(['audit', '--data', data])).toMatchObject({ code: 2 });

  const forger = await openPgliteDatabase(join(data, 'pgdata'));
  try {
    await forger.query('ALTER TABLE audit DISABLE TRIGGER audit_append_only');
    await forger.query(`UPDATE audit SET actor = 'nobody' WHERE seq = 1`);
  } finally {
    await forger.close();
  }
  const broken = await run(['audit', 'verify', '--data', data]);
  expect(broken).toMatchObject({ code: 1, out: '', err: expect.stringContaining('broken at entry 1') as string });
}, 120_000);

it('yuniao token takes the scopes of the desk', async () => {
  const data = await emptyData();
  const scopes = ['submit', 'desk', 'publish', 'privacy'];
  const made = await run([
    'token',
    'create',
    '--label',
    '张工',
    ...scopes.flatMap((each) => ['--scope', each]),
    '--data',
    data,
  ]);
  expect(made.code).toBe(0);
  expect(await withStore(data, (store) => store.findToken(made.out.trim()))).toMatchObject({ label: '张工', scopes });
  const wrong = await run(['token', 'create', '--label', 'x', '--scope', 'root', '--data', data]);
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('privacy') as string });
}, 60_000);
