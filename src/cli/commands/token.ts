import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import { expectWords, readAction, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { CliError, UsageError } from '../errors.js';
import type { Command } from '../run.js';
import { printTable } from '../table.js';
import { CLI_TEXTS } from '../texts.js';

/** What a token can be allowed to do. */
const SCOPES: readonly string[] = ['import', 'indicators', 'submit', 'desk', 'publish', 'privacy'];

/** `yuniao token create|list|revoke`: who may bring data into a running platform and work at its desk. */
export const token: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, {
    label: { type: 'string' },
    scope: { type: 'string', multiple: true, default: [] },
    data: { type: 'string' },
  });
  const action = readAction(positionals, ['create', 'list', 'revoke']);
  const [, id = ''] = positionals;
  expectWords(positionals, action === 'revoke' ? ['action-missing', 'id-missing'] : ['action-missing']);
  const { label, scope } = values;
  if (action === 'create') checkNewToken(label, scope);

  const store = await openStore(dataLocation(values.data, io));
  try {
    if (action === 'create') {
      const made = await store.createToken({ label: label ?? '', scopes: [...new Set(scope)] });
      const scopes = made.scopes.join(', ');
      io.err(fill(CLI_TEXTS['token-created'], io.lang, { id: made.id, label: made.label, scopes }));
      // Alone on standard output, so that a script can keep it without showing it
      io.out(made.secret);
    } else if (action === 'list') {
      const tokens = await store.listTokens();
      if (tokens.length === 0) io.err(fill(CLI_TEXTS['token-none'], io.lang));
      printTable(
        tokens.map(({ id: tokenId, label: name, scopes, createdAt }) => [
          tokenId,
          createdAt.slice(0, 10),
          scopes.join(','),
          name,
        ]),
        io,
      );
    } else if (await store.revokeToken(id)) io.err(fill(CLI_TEXTS['token-revoked'], io.lang, { id }));
    else throw new CliError('token-unknown', { id });
    return 0;
  } finally {
    await store.close();
  }
};

function checkNewToken(label: string | undefined, scopes: readonly string[]): void {
  if (!label) throw new UsageError('option-missing', { option: '--label' });
  if (scopes.length === 0) throw new UsageError('option-missing', { option: '--scope' });
  const unknown = scopes.find((scope) => !SCOPES.includes(scope));
  if (unknown !== undefined) throw new UsageError('scope-unknown', { scope: unknown, scopes: SCOPES.join(', ') });
}
