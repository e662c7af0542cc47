import type { Language } from '../server/language.js';

/** What a command may use of the process it runs in; tests give their own. */
export interface CliIo {
  /** Results, a line at a time: what a script may want to read. */
  readonly out: (line: string) => void;
  /** Progress, warnings and errors. */
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lang: Language;
  /** A terminal to draw progress on; absent when the output goes to a file or another program. */
  readonly terminal?: { readonly columns: number; readonly write: (text: string) => void };
}

/** The real process. */
export function processIo(): CliIo {
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    env: process.env,
    lang: languageOf(process.env),
    ...(process.stderr.isTTY && {
      terminal: { columns: process.stderr.columns, write: (text: string) => process.stderr.write(text) },
    }),
  };
}

/** Chinese where the system's messages are Chinese, else English. */
export function languageOf(env: CliIo['env']): Language {
  // The first that is set counts, as in POSIX
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh-CN' : 'en';
}

/** `yuniao export … | head` goes on unheard when head has ended: an import must not stop because nobody listens. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
