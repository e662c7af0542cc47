import { statSync } from 'node:fs';
import { openByteSource } from '../../server/exchange/byte-source.js';
import { importIndicators } from '../../server/exchange/import-indicators.js';
import { readIndicatorFile } from '../../server/exchange/read-indicator-file.js';
import { fill } from '../../server/language.js';
import { type Platform, startPlatform } from '../../server/platform.js';
import { expectWords, readArguments, readNumber } from '../arguments.js';
import { dataLocation } from '../data-location.js';
import { UsageError } from '../errors.js';
import type { CliIo } from '../io.js';
import type { KindName } from '../kinds.js';
import { readIntake } from '../intake-options.js';
import { readMail } from '../mail-options.js';
import type { Command } from '../run.js';
import { importFile, openFile, stem } from '../import-file.js';
import { storeSink } from '../store-sink.js';
import { CLI_TEXTS } from '../texts.js';

/** `yuniao serve`: runs the platform until it is told to stop. */
export const serve: Command = async (args, io) => {
  const { values, positionals } = readArguments(args, {
    port: { type: 'string', default: '8787' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string' },
    www: { type: 'string' },
    name: { type: 'string' },
    'search-threads': { type: 'string' },
    sample: { type: 'string', multiple: true, default: [] },
    'public-url': { type: 'string' },
    contact: { type: 'string' },
    challenge: { type: 'string' },
    'retain-months': { type: 'string' },
    'smtp-url': { type: 'string' },
    'mail-from': { type: 'string' },
    'office-mail': { type: 'string' },
  });
  expectWords(positionals, []);
  const port = readNumber('--port', values.port, 0, 65_535);
  const { www, name, host, sample, 'search-threads': threads } = values;
  if (www !== undefined && !statSync(www, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('www-missing', { folder: www });
  const mail = readMail(values, io);
  const intake = readIntake(values, io);
  const stop = stopSignal();
  const platform = await startPlatform({
    ...dataLocation(values.data, io),
    port,
    host,
    ...(www !== undefined && { www }),
    ...(mail && { mail }),
    ...intake,
    ...(name !== undefined && { source: name }),
    ...(threads !== undefined && { searchThreads: readNumber('--search-threads', threads, 1, 64) }),
  });
  try {
    if (sample.length > 0) await loadSamples(platform, sample, io);
    if ((await platform.store.listSites()).length === 0) io.err(fill(CLI_TEXTS['submissions-local'], io.lang));
    io.out(`Yuniao listens on ${platform.url}/`);
    await stop;
  } finally {
    await platform.close();
  }
  return 0;
};

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, as it would have. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

async function loadSamples(platform: Platform, files: readonly string[], io: CliIo): Promise<void> {
  if (!(await platform.store.isNew())) return;
  let count = 0;
  for (const file of files) count += await loadSample(platform, file, io);
  await platform.refresh();
  io.err(fill(CLI_TEXTS['sample-loaded'], io.lang, { count }));
}

/** Loads one file and resolves to how many records it made. */
async function loadSample({ store }: Platform, file: string, io: CliIo): Promise<number> {
  const kind = await kindOf(file);
  if (kind !== 'indicators') {
    const { report } = await importFile(await openFile(kind, file), { kind, io, write: storeSink(store) });
    return report.created;
  }
  const { rows } = await readIndicatorFile(await openByteSource(file));
  const { indicators } = await importIndicators(rows, {
    store,
    language: io.lang,
    sourceName: stem(file),
    now: new Date().toISOString(),
    by: 'yuniao serve --sample',
    reason: { 'zh-CN': '样例数据', en: 'Sample data' },
  });
  return indicators.created;
}

/** What the records of a sample are, by the first of them; achievements where it does not say. */
async function kindOf(file: string): Promise<KindName | 'indicators'> {
  for await (const chunk of (await openByteSource(file)).read()) {
    const [, kind] = /"kind"\s*:\s*"(indicator|demand)"/.exec(Buffer.from(chunk.subarray(0, 1000)).toString()) ?? [];
    // Of all kinds indicators alone have a series to be kept apart
    return kind === 'indicator' ? 'indicators' : kind === 'demand' ? 'demands' : 'achievements';
  }
  return 'achievements';
}
