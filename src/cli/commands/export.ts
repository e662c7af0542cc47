import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordKind } from '../../domain/record.js';
import { ROW_KINDS } from '../../server/exchange/row-kinds.js';
import { fill } from '../../server/language.js';
import { openStore } from '../../server/store/index.js';
import type { Store } from '../../server/store/store.js';
import { expectWords, readArguments } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { readKind } from '../kinds.js';
import type { Command } from '../run.js';
import { CLI_TEXTS } from '../texts.js';

const PAGE = 500;

/** `yuniao export achievements|demands`: all records as JSON Lines, in the order of their ids. */
export const exportRecords: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, { out: { type: 'string' }, data: { type: 'string' } });
  const kind = readKind(positionals);
  expectWords(positionals, ['kind-missing']);
  const store = await openStore(dataLocation(values.data, io));
  try {
    let count = 0;
    const lines = recordLines(store, ROW_KINDS[kind].kind, (read) => {
      count = read;
    });
    if (values.out === undefined) {
      for await (const line of lines) io.out(line);
      return 0;
    }
    await writeWhole(values.out, lines);
    io.err(fill(CLI_TEXTS.exported, io.lang, { count, file: values.out }));
    return 0;
  } finally {
    await store.close();
  }
};

async function* recordLines(store: Store, kind: RecordKind, onCount: (count: number) => void): AsyncIterable<string> {
  let after: string | undefined;
  let count = 0;
  for (;;) {
    const page = await store.scanRecords(kind, after, PAGE);
    for (const record of page) yield JSON.stringify(record);
    count += page.length;
    onCount(count);
    if (page.length < PAGE) return;
    after = page.at(-1)?.id;
  }
}

/** The file appears only when it is complete: a full disk must not leave half an export that looks whole. */
async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  async function* withLineEnds(): AsyncIterable<string> {
    for await (const line of lines) yield `${line}\n`;
  }
  try {
    await pipeline(Readable.from(withLineEnds()), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
