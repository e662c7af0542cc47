import { fill, type Language } from '../server/language.js';
import { faultText, SourceFileError } from '../server/exchange/fault.js';
import { DataFolderInUseError, DatabaseError, StoreError } from '../server/store/errors.js';
import { CliError, cliErrorText } from './errors.js';
import { CLI_TEXTS } from './texts.js';

/** What a server needs besides what every user of the package has. */
export const SERVER_PACKAGES: readonly string[] = [
  '@electric-sql/pglite',
  'hono',
  '@hono/node-server',
  'pino',
  'csv-parse',
  'opencc-js',
];

/** The message for an error that ends a command; nothing for one that we did not foresee. */
export function describeError(error: unknown, lang: Language): string | undefined {
  if (error instanceof CliError) return cliErrorText(error, lang);
  if (error instanceof SourceFileError) return faultText(error.fault, lang);
  if (error instanceof DataFolderInUseError) {
    const { folder, pid, url } = error;
    const text = url === undefined ? CLI_TEXTS['folder-in-use'] : CLI_TEXTS['folder-in-use-by-platform'];
    return fill(text, lang, { folder, pid, url: url ?? '' });
  }
  const missing = missingPackage(error);
  if (missing !== undefined) {
    const packages = [...new Set([...SERVER_PACKAGES, missing])].join(' ');
    return fill(CLI_TEXTS['package-missing'], lang, { missing, packages });
  }
  if (error instanceof StoreError) return error.message;
  if (error instanceof DatabaseError) return fill(CLI_TEXTS['database-failed'], lang, { reason: error.message });
  // The platform wraps what the system says in words of its own
  return (
    describeSystemError(error, lang) ?? (error instanceof Error ? describeSystemError(error.cause, lang) : undefined)
  );
}

/** The optional package whose absence an import failed on. */
function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const name = /^Cannot find package '((?:@[^/']+\/)?[^/']+)/.exec(error.message)?.[1];
  return name !== undefined && [...SERVER_PACKAGES, 'pg', 'pinyin-pro', 'nodemailer', 'altcha-lib'].includes(name)
    ? name
    : undefined;
}

function describeSystemError(error: unknown, lang: Language): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, port, address, path } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  switch (code) {
    case 'EADDRINUSE':
      return fill(CLI_TEXTS['port-in-use'], lang, { port: port ?? '?', next: (port ?? 0) + 1 });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return fill(CLI_TEXTS['host-unknown'], lang, { host: address ?? '?' });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? fill(CLI_TEXTS['no-permission'], lang, { path: path ?? '?' })
        : fill(CLI_TEXTS['port-forbidden'], lang, { port });
    case 'ENOSPC':
      return fill(CLI_TEXTS['disk-full'], lang);
    default:
      return undefined;
  }
}
