import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demand } from '../../../src/domain/demand.js';
import { importRecords } from '../../../src/server/exchange/import-records.js';
import { openRows } from '../../../src/server/exchange/read-rows.js';
import { ROW_KINDS } from '../../../src/server/exchange/row-kinds.js';
import { skipFields } from '../../../src/server/exchange/skip-fields.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { realData } from '../exchange/support.js';
import { expectValid } from '../pages/support.js';
import { startQuietly } from './support.js';

const file = join(realData, 'demands/sbir-topics.jsonl.gz');

describe.skipIf(!existsSync(file))('real demands on a platform (needs ../shared/data)', () => {
  let platform: Platform;
  let imported: Demand[];
  beforeAll(async () => {
    const store = await openTestStore();
    const kind = ROW_KINDS.demands;
    imported = [];
    await importRecords(kind, (await openRows(file)).rows(), {
      fallbackSource: 'sbir',
      now: '2026-01-02T03:04:05.000Z',
      language: 'en',
      skip: skipFields(kind, ['Weapons']),
      write: (records) => {
        imported.push(...(records as unknown as Demand[]));
        return store.putRecords(records);
      },
    });
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const list = async (query: string): Promise<{ total: number; items: Demand[] }> =>
    (await (await fetch(`${platform.url}/api/v1/demands?lang=en&${query}`)).json()) as {
      total: number;
      items: Demand[];
    };

  it('are found by what they say, and by field', async () => {
    expect((await list('limit=1')).total).toBe(99);
    const found = await list(`q=${encodeURIComponent('large format focal plane')}`);
    expect(found.items[0]?.title.en).toContain('Testing Large Format Sensor Arrays');
    const sensors = await list('f.field=Sensors');
    expect(sensors.total).toBeGreaterThan(5);
    for (const { fields } of sensors.items) expect(fields).toContainEqual({ scheme: 'text', code: 'Sensors' });
    expect((await list('f.field=Weapons')).total).toBe(0);
  });

  it('come back as they are in the file, paragraphs and all', async () => {
    const longest = imported.toSorted((a, b) => (b.summary?.en?.length ?? 0) - (a.summary?.en?.length ?? 0))[0];
    const response = await fetch(`${platform.url}/api/v1/demands/${longest?.id}`);
    const record = (await response.json()) as Demand;
    expect(record.summary).toEqual(longest?.summary);
    expect(record.summary?.en?.length).toBeGreaterThan(4000);
  });

  it('read well on their pages: every paragraph of the longest, in valid HTML', async () => {
    const [longest] = imported.toSorted((a, b) => (b.summary?.en?.length ?? 0) - (a.summary?.en?.length ?? 0));
    const page = await (await fetch(`${platform.url}/en/demands/${longest?.id}`)).text();
    await expectValid(page);
    const plain = page
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    const paragraphs = longest?.summary?.en?.split(/\n+/) ?? [];
    expect(paragraphs.length).toBeGreaterThan(2);
    for (const paragraph of paragraphs) expect(plain.replaceAll('&amp;', '&')).toContain(paragraph);
    expect(plain).toContain('<dt>Description</dt>');
  });
});
