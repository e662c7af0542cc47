import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openPgliteDatabase } from '../../src/server/store/pglite-database.js';
import { ownedByUs, workFolder } from './temporary.js';

/**
 * An empty embedded database at `folder`. It is copied: creating one takes seconds, so it is done once for each version
 * of PGlite and kept in the temporary folder.
 */
export async function createPgliteFolder(folder: string): Promise<void> {
  cpSync(await template(), folder, { recursive: true });
}

async function template(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(join(dirname(main), '../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const made = join(workFolder(), `yuniao-pglite-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(made)) return ownedByUs(made);
  const draft = mkdtempSync(`${made}.`);
  const database = await openPgliteDatabase(join(draft, 'pgdata'));
  await database.close();
  try {
    renameSync(join(draft, 'pgdata'), made);
  } catch (error) {
    // Another test process was quicker
    if (!existsSync(made)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return made;
}
