import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import { SITE_SCOPES, type Store } from '../../server/store/store.js';
import { expectWords, readAction, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { CliError, UsageError } from '../errors.js';
import type { CliIo } from '../io.js';
import type { Command } from '../run.js';
import { printTable } from '../table.js';
import { CLI_TEXTS } from '../texts.js';

/** `yuniao site add|list|remove`: whose pages may embed the platform. */
export const site: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    origin: { type: 'string', multiple: true, default: [] },
    scope: { type: 'string', multiple: true, default: [] },
    data: { type: 'string' },
  });
  const action = readAction(positionals, ['add', 'list', 'remove']);
  const [, key = '', ...moreOrigins] = positionals;
  if (action === 'remove') expectWords(positionals, ['action-missing', 'key-missing']);
  if (action === 'list') expectWords(positionals, ['action-missing']);
  // `--origin A B` reads naturally, though the parser takes B for a word of its own
  const given = [...values.origin, ...(action === 'add' && key !== '' ? [key, ...moreOrigins] : [])];
  const { name } = values;
  if (action === 'add' && name === undefined) throw new UsageError('option-missing', { option: '--name' });
  if (action === 'add' && values.origin.length === 0) throw new UsageError('option-missing', { option: '--origin' });
  const origins = given.map(readOrigin);
  const scopes = readScopes(values.scope);

  const store = await openStore(dataLocation(values.data, io));
  try {
    if (action === 'add') await add(store, { name: name ?? '', origins, scopes }, io);
    else if (action === 'list') await list(store, io);
    else if (await store.removeSite(key)) io.err(fill(CLI_TEXTS['site-removed'], io.lang, { key }));
    else throw new CliError('site-unknown', { key });
    return 0;
  } finally {
    await store.close();
  }
};

async function add(store: Store, details: Parameters<Store['addSite']>[0], io: CliIo): Promise<void> {
  const isFirst = (await store.listSites()).length === 0;
  const { key, name } = await store.addSite(details);
  io.err(fill(CLI_TEXTS['site-added'], io.lang, { name }));
  io.out(key);
  if (isFirst) io.err(fill(CLI_TEXTS['site-first'], io.lang));
}

async function list(store: Store, io: CliIo): Promise<void> {
  const sites = await store.listSites();
  if (sites.length === 0) io.err(fill(CLI_TEXTS['site-none'], io.lang));
  printTable(
    sites.map(({ key, name, origins, scopes, createdAt }) => [
      key,
      createdAt.slice(0, 10),
      scopes.join(','),
      name,
      origins.join(' '),
    ]),
    io,
  );
}

/** What the site's pages may do: all of it unless something is said. @throws {UsageError} for anything unknown */
function readScopes(given: readonly string[]): readonly string[] {
  const known: readonly string[] = SITE_SCOPES;
  const unknown = given.find((scope) => !known.includes(scope));
  if (unknown !== undefined) throw new UsageError('scope-unknown', { scope: unknown, scopes: known.join(', ') });
  return given.length === 0 ? known : [...new Set(given)];
}

/** Scheme, host and port of a page's address. @throws {UsageError} for anything else */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  if (!url || !isOrigin || url.username !== '') throw new UsageError('origin-invalid', { origin: text });
  return url.origin;
}
