import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openPgliteDatabase } from '../../../src/server/store/pglite-database.js';
import { openPostgresDatabase } from '../../../src/server/store/postgres-database.js';

describe('a database driver that is not installed', () => {
  it('is named with the command that installs it: PGlite', async () => {
    const opening = openPgliteDatabase(tmpdir(), new URL('support/without-pglite.ts', import.meta.url));
    await expect(opening).rejects.toMatchObject({
      code: 'driver-missing',
      message: expect.stringContaining('npm install @electric-sql/pglite') as string,
    });
  });

  it('is named with the command that installs it: pg', async () => {
    const missing = Object.assign(new Error("Cannot find package 'pg'"), { code: 'ERR_MODULE_NOT_FOUND' });
    const opening = openPostgresDatabase('postgres://127.0.0.1/none', undefined, () => Promise.reject(missing));
    await expect(opening).rejects.toMatchObject({
      code: 'driver-missing',
      message: expect.stringContaining('npm install pg') as string,
    });
  });
});
