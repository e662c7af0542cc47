import type { StoreOptions } from '../server/store/store.js';
import { fill } from '../server/language.js';
import type { CliIo } from './io.js';
import { CLI_TEXTS } from './texts.js';

/** Folder of the embedded database when nothing else is said. */
export const DEFAULT_DATA_DIR = './.yuniao';

/** Where the data is: the folder that the command line names, else the server of `DATABASE_URL`, else `./.yuniao`. */
export function dataLocation(dataDir: string | undefined, io: CliIo): StoreOptions {
  const databaseUrl = io.env.DATABASE_URL || undefined;
  if (dataDir !== undefined) {
    if (databaseUrl !== undefined) io.err(fill(CLI_TEXTS['database-url-unused'], io.lang, { folder: dataDir }));
    return { dataDir };
  }
  return databaseUrl === undefined ? { dataDir: DEFAULT_DATA_DIR } : { databaseUrl };
}
