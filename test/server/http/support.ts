import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Achievement } from '../../../src/domain/achievement.js';
import { type Platform, type PlatformOptions, startPlatform } from '../../../src/server/platform.js';
import { openStore } from '../../../src/server/store/index.js';
import { createSqlStore } from '../../../src/server/store/sql-store.js';
import type { Store } from '../../../src/server/store/store.js';
import { describeDatabases } from '../../support/stores.js';

/** Runs one suite on both databases. The store that the suite gets is its own, and is closed by the platform. */
export function onBothDatabases(title: string, suite: (openTestStore: () => Store) => void): void {
  describeDatabases(title, (database) => suite(() => createSqlStore(database())));
}

/** An embedded store in a folder that goes when it is closed. */
export async function temporaryStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'yuniao-http-'));
  const store = await openStore({ dataDir: folder });
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, close };
}

/** A logger that keeps its lines. */
export function recordingLogger(): { logger: NonNullable<PlatformOptions['logger']>; lines: string[] } {
  const lines: string[] = [];
  return { logger: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }), lines };
}

/** A platform on a free port that keeps quiet. */
export function startQuietly(options: PlatformOptions): Promise<Platform> {
  return startPlatform({ logger: pino({ level: 'silent' }), ...options });
}

/** An achievement with what it must have, and what a test says of it. */
export function achievement(id: string, fields: Partial<Achievement> = {}): Achievement {
  return {
    id,
    kind: 'achievement',
    status: 'published',
    title: { 'zh-CN': `成果 ${id}` },
    lang: 'zh-CN',
    source: { name: '测试来源', id },
    createdAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    ...fields,
  };
}

/** Sends JSON to the import of achievements. */
export function postImport(platform: Platform, token: string, body: unknown): Promise<Response> {
  return fetch(`${platform.url}/api/v1/achievements/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
