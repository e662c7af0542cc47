import { pino } from 'pino';
import type { Achievement } from '../../../src/domain/achievement.js';
import { type Platform, type PlatformOptions, startPlatform } from '../../../src/server/platform.js';

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
