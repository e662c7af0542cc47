import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { migrate } from '../../src/server/store/migrate.js';
import { migrations } from '../../src/server/store/migrations/index.js';
import { openPgliteDatabase } from '../../src/server/store/pglite-database.js';
import { ownedByUs, workFolder } from './temporary.js';

/**
 * An embedded database at `folder` that has the schema and no row. It is copied: creating one takes seconds, so it is done
 * once for each version of PGlite and of the schema, and kept in the temporary folder.
 */
export async function createPgliteFolder(folder: string): Promise<void> {
  const schema = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
  const made = await keep(`schema-${schema}`, async (draft) => {
    await createBarePgliteFolder(draft);
    const database = await openPgliteDatabase(draft);
    await migrate(database, migrations);
    await database.close();
  });
  cpSync(made, folder, { recursive: true });
}

/** Likewise one without any table, as an operator has at the first start. */
export async function createBarePgliteFolder(folder: string): Promise<void> {
  const made = await keep('bare', async (draft) => {
    const database = await openPgliteDatabase(draft);
    await database.close();
  });
  cpSync(made, folder, { recursive: true });
}

/** The folder that `make` filled, in this process or an earlier one. */
async function keep(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(join(dirname(main), '../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const made = join(workFolder(), `yuniao-pglite-${version}-${name}-${process.getuid?.() ?? 0}`);
  if (existsSync(made)) return ownedByUs(made);
  const draft = mkdtempSync(`${made}.`);
  try {
    await make(join(draft, 'pgdata'));
    renameSync(join(draft, 'pgdata'), made);
  } catch (error) {
    // Another test process was quicker
    if (!existsSync(made)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return made;
}
