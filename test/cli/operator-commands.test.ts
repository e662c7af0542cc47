import { expect, it, vi } from 'vitest';
import { postgresIsMissing, startPostgres } from '../support/postgres.js';
import { emptyData, run, temporaryFile, withStore } from './support.js';

vi.mock(import('../../src/server/store/index.js'), async (original) => {
  const { keepOpen } = await import('./keep-open.js');
  return keepOpen(await original());
});

it('yuniao site registers pages, lists and removes them', async () => {
  const data = await emptyData();
  expect((await run(['site', 'list', '--data', data])).err).toContain('No site is registered');
  const origins = ['--origin', 'https://park.example/', 'https://WWW.park.example:443'];
  const added = await run(['site', 'add', '--name', 'Park', ...origins, '--data', data]);
  expect(added).toMatchObject({ code: 0, err: expect.stringContaining('This is the first site') });
  const key = added.out.trim();
  expect(await withStore(data, (store) => store.listSites())).toMatchObject([
    { key, name: 'Park', origins: ['https://park.example', 'https://www.park.example'] },
  ]);
  expect((await run(['site', 'list', '--data', data])).out).toContain(
    'Park  https://park.example https://www.park.example',
  );
  expect((await run(['site', 'remove', key, '--data', data])).err).toBe(`Removed the site ${key}.\n`);
  expect(await run(['site', 'remove', key, '--data', data])).toMatchObject({
    code: 1,
    err: `yuniao: There is no site with the key ${key}.\n`,
  });
}, 60_000);

it('yuniao token shows a secret once, lists tokens without it and revokes them', async () => {
  const data = await emptyData();
  expect((await run(['token', 'list', '--data', data])).err).toBe('There are no tokens.\n');
  const made = await run(['token', 'create', '--label', 'Office', '--scope', 'import', '--data', data]);
  const secret = made.out.trim();
  const found = await withStore(data, (store) => store.findToken(secret));
  expect(found).toMatchObject({ label: 'Office', scopes: ['import'] });
  expect(made.err).toContain(found?.id);
  expect(made.err).not.toContain(secret);
  const listed = await run(['token', 'list', '--data', data]);
  expect(listed.out).toContain('Office');
  expect(listed.out).not.toContain(secret);
  expect((await run(['token', 'revoke', found?.id ?? '', '--data', data])).code).toBe(0);
  expect(await withStore(data, (store) => store.findToken(secret))).toBeUndefined();
  expect((await run(['token', 'revoke', found?.id ?? '', '--data', data])).code).toBe(1);
}, 60_000);

it('a folder on the command line counts before DATABASE_URL, and that is said', async () => {
  const data = await emptyData();
  const { code, err } = await run(['token', 'list', '--data', data], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  expect(code).toBe(0);
  expect(err).toContain('DATABASE_URL is set but not used');
}, 60_000);

it('DATABASE_URL counts where no folder is given', async () => {
  const { code, err } = await run(['token', 'list'], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(err).not.toContain('secret');
  expect(err).not.toContain('did not foresee');
}, 60_000);

const onServer = 'on a PostgreSQL server the same commands work, several at a time';
it.skipIf(postgresIsMissing)(
  postgresIsMissing ? `${onServer} (skipped: ${postgresIsMissing})` : onServer,
  async () => {
    const server = await startPostgres();
    try {
      const env = { DATABASE_URL: await server.createDatabase() };
      const file = temporaryFile('in.csv', '编号,成果名称\nA-1,柔性组件\nA-2,等离子体装置\n');
      const args = ['import', 'achievements', file];
      expect((await run(args, env)).out).toMatch(/^ +2 {2}created$/m);
      const [again, exported] = await Promise.all([run(args, env), run(['export', 'achievements'], env)]);
      expect(again.out).toMatch(/^ +2 {2}unchanged$/m);
      expect(exported.out.trimEnd().split('\n')).toHaveLength(2);
    } finally {
      await server.stop();
    }
  },
  120_000,
);
