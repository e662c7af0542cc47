import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import { expectWords, readAction, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { CliError, UsageError } from '../errors.js';
import type { Command } from '../run.js';
import { CLI_TEXTS } from '../texts.js';

/** `yuniao audit verify`: whether the trail of what was done at the desk is whole. */
export const audit: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, { noted: { type: 'string' }, data: { type: 'string' } });
  readAction(positionals, ['verify']);
  expectWords(positionals, ['action-missing']);
  const { noted } = values;
  if (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted)) throw new UsageError('audit-hash-invalid');
  const store = await openStore(dataLocation(values.data, io));
  try {
    const { entries, brokenAt, head } = await store.desk.verifyAudit();
    if (brokenAt !== undefined) throw new CliError('audit-broken', { place: brokenAt, entries });
    const place = noted === undefined ? undefined : await store.desk.placeInAudit(noted);
    if (noted !== undefined && place === undefined) throw new CliError('audit-noted-gone', { hash: noted });
    io.err(fill(CLI_TEXTS['audit-whole'], io.lang, { entries }));
    if (place !== undefined) io.err(fill(CLI_TEXTS['audit-noted'], io.lang, { place }));
    // Alone on standard output, so that a script can note it
    io.out(head);
    return 0;
  } finally {
    await store.close();
  }
};
