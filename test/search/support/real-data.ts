import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Achievement } from '../../../src/domain/achievement.js';

/** Folder of real data beside the repository; tests that need it skip where it is absent. */
export const dataFolder: string = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
export const hasData: boolean = existsSync(dataFolder);

export function readData(path: string): string {
  const bytes = readFileSync(dataFolder + path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readLines<T>(path: string): T[] {
  return readData(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A record of the data folder as it was published. */
export interface RawRecord {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  readonly field: string | null;
  readonly source: string;
  readonly lang: string;
  readonly date?: string;
  readonly institution?: string;
  readonly title_en?: string;
  readonly clc?: string;
}

export function toAchievement(raw: RawRecord): Achievement {
  const lang = raw.lang.startsWith('zh') ? 'zh-CN' : raw.lang;
  return {
    id: raw.id,
    kind: 'achievement',
    status: 'published',
    title: { [lang]: raw.title, ...(raw.title_en ? { en: raw.title_en } : {}) },
    lang,
    source: { name: raw.source, id: raw.id },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...(raw.abstract ? { summary: { [lang]: raw.abstract } } : {}),
    ...(raw.keywords.length > 0 ? { keywords: { [lang]: [...raw.keywords] } } : {}),
    ...(raw.field ? { fields: [{ scheme: 'text', code: raw.field }] } : {}),
    ...(raw.institution ? { institutions: [{ name: { [lang]: raw.institution } }] } : {}),
    ...(raw.date ? { publishedOn: raw.date } : {}),
  };
}
