import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/server/store/index.js';
import type { StoreOptions } from '../../../src/server/store/store.js';
import { startChild } from '../../support/child.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { postgresIsMissing, startPostgres } from '../../support/postgres.js';
import { temporaryFolder } from '../../support/stores.js';

const CHILD = new URL('./delivering-child.ts', import.meta.url);
const MESSAGES = 8;
/** Longer than a message is leased for. */
const LATER_MS = 10 * 60_000;

async function putEvents(place: StoreOptions): Promise<void> {
  const store = await openStore(place);
  try {
    await store.webhooks.add({ url: 'https://example.org/', events: ['submission.received'], allowsPrivate: false });
    for (let nr = 0; nr < MESSAGES; nr += 1) {
      await store.submissions.receive({
        kind: 'demand',
        draft: { kind: 'demand', title: { 'zh-CN': `需求 ${nr}` }, lang: 'zh-CN' },
        submitter: { person: '办公室' },
        consents: [],
        attachments: [],
        body: String(nr),
        idempotencyKey: String(nr),
        source: '平台',
        suspicious: false,
        lang: 'zh-CN',
        enteredBy: '办公室',
        statusUrl: () => '',
      });
    }
  } finally {
    await store.close();
  }
}

/** Kills a process while it delivers, and holds what is delivered next against what it had under way. */
async function killAndGoOn(place: StoreOptions): Promise<void> {
  await putEvents(place);
  const child = startChild(CHILD, [place.databaseUrl ?? place.dataDir ?? '']);
  const lines: string[] = [];
  try {
    while (lines.length < MESSAGES) lines.push(await child.nextLine());
  } finally {
    await child.kill();
  }
  const keysOf = (what: string): string[] =>
    lines.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length + 1));
  expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBe(MESSAGES);

  const store = await openStore(place);
  try {
    const early = await store.messages.claim('webhook', MESSAGES, new Date(), 1000);
    expect(early).toEqual([]);
    const again = await store.messages.claim('webhook', MESSAGES, new Date(Date.now() + LATER_MS), 1000);
    const keys = again.map(({ key }) => key);
    for (const key of keysOf('hangs')) expect(keys).toContain(key);
    for (const { attempt } of again) expect(attempt).toBe(2);
    // What had arrived is either noted or comes once more: nothing is lost
    const sent = (await store.messages.count()).find(({ state }) => state === 'sent');
    expect((sent?.count ?? 0) + again.length).toBe(MESSAGES);
  } finally {
    await store.close();
  }
}

describe('what a killed process had under way is delivered again under the same id, and nothing is lost', () => {
  const folder = temporaryFolder();

  it('on pglite', async () => {
    const dataDir = join(folder(), 'data');
    await createPgliteFolder(join(dataDir, 'pgdata'));
    await killAndGoOn({ dataDir });
  }, 120_000);

  it.skipIf(postgresIsMissing)(
    postgresIsMissing ? `on postgres (skipped: ${postgresIsMissing})` : 'on postgres',
    async () => {
      const server = await startPostgres();
      try {
        await killAndGoOn({ databaseUrl: await server.createDatabase() });
      } finally {
        await server.stop();
      }
    },
    120_000,
  );
});
