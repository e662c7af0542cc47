import { fill } from '../server/language.js';
import { UsageError } from './errors.js';
import { HELP } from './help.js';
import type { CliIo } from './io.js';
import { packageVersion } from './package-version.js';
import { CLI_TEXTS } from './texts.js';

/** A command: gets its arguments, resolves to the exit code. */
export type Command = (args: readonly string[], io: CliIo) => Promise<number>;

/** Loaded when asked for: help must work where a server's packages are not installed. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.js')).serve,
  import: async () => (await import('./commands/import.js')).importRecords,
  export: async () => (await import('./commands/export.js')).exportRecords,
  site: async () => (await import('./commands/site.js')).site,
  token: async () => (await import('./commands/token.js')).token,
  audit: async () => (await import('./commands/audit.js')).audit,
  webhook: async () => (await import('./commands/webhook.js')).webhook,
  message: async () => (await import('./commands/message.js')).message,
};

/**
 * Runs one command line and resolves to its exit code: 0 when it did what it was asked for, 1 when it could not, 2 when
 * it was not asked properly. Never rejects.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const [name = '', ...args] = argv;
  if (name === '--version' || name === '-v') {
    io.out(packageVersion());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    const topic = name === 'help' ? args[0] : undefined;
    // Asked for nothing, it was not asked properly
    (name === '' ? io.err : io.out)(helpOf(topic, io));
    return name === '' ? 2 : 0;
  }
  if (command && (args.includes('--help') || args.includes('-h'))) {
    io.out(helpOf(name, io));
    return 0;
  }
  try {
    if (!command) throw new UsageError('unknown-command', { name, names: Object.keys(COMMANDS).join(', ') });
    return await (
      await command()
    )(args, io);
  } catch (error) {
    return report(error, name, io);
  }
}

async function report(error: unknown, name: string, io: CliIo): Promise<number> {
  const { describeError } = await import('./describe-error.js');
  const message = describeError(error, io.lang);
  io.err(`yuniao: ${message ?? fill(CLI_TEXTS.unforeseen, io.lang)}`);
  if (message === undefined) io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (!(error instanceof UsageError)) return 1;
  io.err(fill(CLI_TEXTS['see-help'], io.lang, { command: Object.hasOwn(COMMANDS, name) ? ` ${name}` : '' }));
  return 2;
}

function helpOf(topic: string | undefined, io: CliIo): string {
  const help = (topic !== undefined && Object.hasOwn(HELP, topic) && HELP[topic]) || HELP.yuniao;
  return help ? help[io.lang] : '';
}
