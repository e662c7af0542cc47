import { addressFault } from '../../server/delivery/address-guard.js';
import { WEBHOOK_EVENTS } from '../../server/delivery/message.js';
import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import type { Store } from '../../server/store/store.js';
import { expectWords, readAction, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { CliError, UsageError } from '../errors.js';
import type { CliIo } from '../io.js';
import type { Command } from '../run.js';
import { printTable } from '../table.js';
import { CLI_TEXTS } from '../texts.js';

/** `yuniao webhook add|list|remove`: which systems are told of events. */
export const webhook: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, {
    url: { type: 'string' },
    event: { type: 'string', multiple: true, default: [] },
    'allow-private': { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const action = readAction(positionals, ['add', 'list', 'remove']);
  const [, id = ''] = positionals;
  expectWords(positionals, action === 'remove' ? ['action-missing', 'webhook-id-missing'] : ['action-missing']);
  const { url = '', event, 'allow-private': allowsPrivate } = values;
  if (action === 'add') checkNewWebhook(url, event, allowsPrivate);

  const store = await openStore(dataLocation(values.data, io));
  try {
    if (action === 'add') {
      const made = await store.webhooks.add({ url, events: [...new Set(event)], allowsPrivate });
      io.err(fill(CLI_TEXTS['webhook-added'], io.lang, { id: made.id }));
      // Alone on standard output, so that a script can keep it without showing it
      io.out(made.secret);
    } else if (action === 'list') await list(store, io);
    else if (await store.webhooks.remove(id)) io.err(fill(CLI_TEXTS['webhook-removed'], io.lang, { id }));
    else throw new CliError('webhook-unknown', { id });
    return 0;
  } finally {
    await store.close();
  }
};

async function list(store: Store, io: CliIo): Promise<void> {
  const webhooks = await store.webhooks.list();
  if (webhooks.length === 0) io.err(fill(CLI_TEXTS['webhook-none'], io.lang));
  printTable(
    webhooks.map(({ id, url, events, createdAt }) => [id, createdAt.slice(0, 10), events.join(','), url]),
    io,
  );
}

function checkNewWebhook(url: string, events: readonly string[], allowsPrivate: boolean): void {
  if (url === '') throw new UsageError('option-missing', { option: '--url' });
  if (events.length === 0) throw new UsageError('option-missing', { option: '--event' });
  const known: readonly string[] = WEBHOOK_EVENTS;
  const unknown = events.find((event) => !known.includes(event));
  if (unknown !== undefined)
    throw new UsageError('webhook-event-unknown', { event: unknown, events: known.join(', ') });
  const fault = addressFault(url, allowsPrivate);
  if (fault) throw new UsageError(`webhook-${fault}`, { url });
}
