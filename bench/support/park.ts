import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Achievement } from '../../src/domain/achievement.js';
import { recordId } from '../../src/domain/record-id.js';
import { type Platform, startPlatform } from '../../src/server/platform.js';
import { hasData, type RawRecord, readLines, toAchievement } from '../../test/search/support/real-data.js';

/** The demo park's site with the platform behind it, in this process. */
export interface Park {
  readonly url: string;
  readonly records: number;
  close(): Promise<void>;
}

/** Real records where they are, else the demo's own. */
function achievements(files: readonly string[]): Achievement[] {
  if (hasData) {
    const raw = files.flatMap((file) => readLines<RawRecord>(file));
    return raw.map((each) => toAchievement({ ...each, id: recordId('achievement', each.source, each.id) }));
  }
  const lines = readFileSync('demo/sample/achievements.jsonl', 'utf8').split('\n').filter(Boolean);
  const now = new Date().toISOString();
  return lines.map((line) => {
    const draft = JSON.parse(line) as Achievement;
    const id = recordId('achievement', draft.source.name, draft.source.id);
    return Achievement.parse({ ...draft, createdAt: now, updatedAt: now, id });
  });
}

/** Opens the park with the records of `files` of the real data, and with `pages` of its own, by file name. */
export async function openPark(files: readonly string[], pages: Readonly<Record<string, string>> = {}): Promise<Park> {
  if (!existsSync('cdn/yuniao.js')) throw new Error('The bundle for pages is not built: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'yuniao-bench-'));
  const www = join(folder, 'www');
  await cp('demo', www, { recursive: true });
  for (const [name, page] of Object.entries(pages)) await writeFile(join(www, name), page);
  const platform: Platform = await startPlatform({
    dataDir: join(folder, 'data'),
    www,
    cdnDir: 'cdn',
    logger: pino({ level: 'silent' }),
  });
  const records = achievements(files);
  for (let at = 0; at < records.length; at += 500) await platform.store.putRecords(records.slice(at, at + 500));
  await platform.refresh();
  let found = 0;
  while (found < records.length) {
    const answer = await fetch(`${platform.url}/api/v1/achievements?limit=0`);
    found = ((await answer.json()) as { total?: number }).total ?? 0;
  }
  return {
    url: platform.url,
    records: records.length,
    close: async () => {
      await platform.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
