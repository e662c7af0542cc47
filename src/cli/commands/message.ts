import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import type { MessageRow } from '../../server/store/store.js';
import { expectWords, readAction, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { CliError } from '../errors.js';
import type { CliIo } from '../io.js';
import type { Command } from '../run.js';
import { printTable } from '../table.js';
import { CLI_TEXTS } from '../texts.js';

/** `yuniao message list|retry`: letters and events that have not been delivered. */
export const message: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, { data: { type: 'string' } });
  const action = readAction(positionals, ['list', 'retry']);
  const [, id] = positionals;
  if (action === 'list' || id === undefined) expectWords(positionals, ['action-missing']);
  else expectWords(positionals, ['action-missing', 'id-missing']);
  if (id !== undefined && !/^\d{1,15}$/.test(id)) throw new CliError('message-id-unknown', { id });

  const store = await openStore(dataLocation(values.data, io));
  try {
    if (action === 'list') {
      const rows = await store.messages.list();
      if (rows.length === 0) io.err(fill(CLI_TEXTS['message-none'], io.lang));
      printTable(
        rows.map((row) => cells(row, io)),
        io,
      );
      return 0;
    }
    const count = await store.messages.retry(id === undefined ? undefined : Number(id), new Date());
    if (count === 0 && id !== undefined) throw new CliError('message-id-unknown', { id });
    io.err(fill(CLI_TEXTS['message-retried'], io.lang, { count }));
    return 0;
  } finally {
    await store.close();
  }
};

function cells(row: MessageRow, { lang }: CliIo): string[] {
  const { id, channel, subject, target, reference = '', state, nextAt, attempts, error = '' } = row;
  const next =
    nextAt === undefined || attempts === 0 ? '' : fill(CLI_TEXTS['message-next'], lang, { time: nextAt.slice(0, 16) });
  const status = fill(CLI_TEXTS[`message-${state}`], lang);
  return [String(id), channel, subject, target, reference, status, String(attempts), next, error];
}
