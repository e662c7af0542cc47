import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openByteSource } from '../../src/server/exchange/byte-source.js';
import { importIndicators } from '../../src/server/exchange/import-indicators.js';
import { readIndicatorFile } from '../../src/server/exchange/read-indicator-file.js';
import { startPlatform } from '../../src/server/platform.js';

/** A platform with indicators, and pages of its own that show them. */
export interface TilePark {
  readonly url: string;
  readonly indicators: number;
  close(): Promise<void>;
}

/** Imports the files of indicators and serves `pages`, by the name of the file. */
export async function openTilePark(
  files: readonly string[],
  pages: Readonly<Record<string, string>>,
): Promise<TilePark> {
  if (!existsSync('cdn/yuniao.js')) throw new Error('The bundle for pages is not built: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'yuniao-bench-'));
  const www = join(folder, 'www');
  await mkdir(www);
  for (const [name, page] of Object.entries(pages)) await writeFile(join(www, name), page);
  const platform = await startPlatform({
    dataDir: join(folder, 'data'),
    www,
    cdnDir: 'cdn',
    logger: pino({ level: 'silent' }),
  });
  let indicators = 0;
  for (const file of files) {
    const { rows } = await readIndicatorFile(await openByteSource(file));
    const { indicators: written } = await importIndicators(rows, {
      store: platform.store,
      language: 'zh-CN',
      sourceName: 'bench',
      now: new Date().toISOString(),
      by: 'bench',
      reason: { en: 'Benchmark' },
    });
    indicators += written.created;
  }
  return {
    url: platform.url,
    indicators,
    close: async () => {
      await platform.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
