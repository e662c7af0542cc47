import { fill } from '../server/language.js';
import type { RowSource } from '../server/exchange/read-rows.js';
import type { CliIo } from './io.js';
import { CLI_TEXTS } from './texts.js';

const BAR = 24;
const REDRAW_MS = 100;
const LINE_MS = 5000;

/**
 * Shows how far an import is: a bar on a terminal, elsewhere a line every five seconds. Returns what ends it. The share
 * is that of the bytes read, since nobody knows the number of rows before the end.
 */
export function showProgress(io: CliIo, source: Pick<RowSource, 'size' | 'bytesRead'>, rows: () => number): () => void {
  const start = performance.now();
  const { terminal } = io;
  const text = (): string => {
    const seconds = (performance.now() - start) / 1000;
    const format = new Intl.NumberFormat(io.lang);
    const read = rows();
    return fill(CLI_TEXTS['import-progress'], io.lang, {
      read: format.format(read),
      rate: format.format(Math.round(read / Math.max(seconds, 0.001))),
    });
  };
  const share = (): number => Math.min(1, source.bytesRead() / Math.max(source.size, 1));
  const draw = (): void => {
    const percent = `${Math.floor(share() * 100)} %`;
    if (!terminal) {
      io.err(`${percent}  ${text()}`);
      return;
    }
    const filled = Math.round(share() * BAR);
    const line = `[${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}] ${percent.padStart(5)}  ${text()}`;
    terminal.write(`\r${line.slice(0, Math.max(terminal.columns - 1, 20))}\u001B[K`);
  };
  const timer = setInterval(draw, terminal ? REDRAW_MS : LINE_MS);
  return () => {
    clearInterval(timer);
    terminal?.write('\r\u001B[K');
  };
}
