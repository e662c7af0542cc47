import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Achievement } from '../../../src/domain/achievement.js';
import { recordId } from '../../../src/domain/record-id.js';
import type { ImportReceipt } from '../../../src/server/http/import-route.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, postImport, startQuietly } from './support.js';

const FILE = '../shared/data/achievements/chinaxiv-zh.jsonl.gz';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly keywords: readonly string[] | null;
  readonly institution?: string | null;
}

const WORDS = [
  '电池',
  '国史',
  '水稻',
  '卫星',
  '肿瘤',
  '语义',
  '催化',
  '石墨',
  '土壤',
  '机器',
  '合金',
  '量子',
  '基因',
  '检索',
  '大气',
  '激光',
  '心理',
  '轴承',
  '病毒',
  '研究',
];

describe.skipIf(!existsSync(FILE))('a search for a Chinese word over 6,187 real records (needs ../shared/data)', () => {
  let platform: Platform;
  let rows: Row[];
  beforeAll(async () => {
    const lines = gunzipSync(readFileSync(FILE)).toString().trim().split('\n');
    rows = lines.map((line) => JSON.parse(line) as Row);
    const store = await openTestStore();
    const { secret } = await store.createToken({ label: 'importer', scopes: ['import'] });
    platform = await startQuietly({ store });
    for (let from = 0; from < rows.length; from += 500) {
      const response = await postImport(platform, secret, { items: rows.slice(from, from + 500).map(toAchievement) });
      const receipt = (await response.json()) as ImportReceipt;
      expect(receipt).toMatchObject({ created: Math.min(500, rows.length - from), rejected: [] });
    }
    await platform.refresh();
  }, 300_000);
  afterAll(() => platform.close());

  it('holds them all', async () => {
    const page = (await (await fetch(`${platform.url}/api/v1/achievements?limit=0`)).json()) as { total: number };
    expect([rows.length, page.total]).toEqual([6187, 6187]);
  });

  it.each(WORDS)('%s: gives exactly the records whose text contains it, once each over all pages', async (word) => {
    const expected = rows.filter((row) => textsOf(row).some((text) => text.normalize('NFKC').includes(word)));
    expect(expected.length).toBeGreaterThan(0);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ q: word, limit: '100', ...(cursor !== undefined && { cursor }) });
      const response = await fetch(`${platform.url}/api/v1/achievements?${query}`);
      const page = (await response.json()) as { total: number; nextCursor?: string; items: Achievement[] };
      expect(page.total).toBe(expected.length);
      found.push(...page.items.map((item) => item.source.id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(found.toSorted()).toEqual(expected.map((row) => row.id).toSorted());
  });
});

function textsOf(row: Row): string[] {
  return [row.title, row.abstract ?? '', row.institution ?? '', ...(row.keywords ?? [])];
}

function toAchievement(row: Row): Achievement {
  return achievement(recordId('achievement', 'ChinaXiv', row.id), {
    title: { 'zh-CN': row.title },
    source: { name: 'ChinaXiv', id: row.id },
    ...(row.abstract && { summary: { 'zh-CN': row.abstract } }),
    ...(row.keywords?.length && { keywords: { 'zh-CN': [...row.keywords] } }),
    ...(row.institution && { institutions: [{ name: { 'zh-CN': row.institution } }] }),
  });
}
