import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { RecordKind } from '../../../src/domain/index.js';
import { type Client, createClient, type DeskResource } from '../../../src/sdk/index.js';
import type { Platform, PlatformOptions } from '../../../src/server/platform.js';
import { verifyAudit } from '../../../src/server/store/audit.js';
import { createSqlStore } from '../../../src/server/store/sql-store.js';
import type { Store } from '../../../src/server/store/store.js';
import { describeDatabases, type StoreUnderTest } from '../../support/stores.js';
import { startQuietly } from './support.js';

/** A platform with a desk, on an empty database. */
export interface DeskUnderTest extends StoreUnderTest {
  readonly platform: Platform;
  readonly client: Client;
  /** The desk of an operator whose token has `scopes`. */
  desk(scopes?: readonly string[], label?: string): Promise<DeskResource>;
  /** A token with `scopes`. */
  token(scopes?: readonly string[], label?: string): Promise<string>;
  /** Asks the platform as somebody else's program would. */
  ask(path: string, options?: Asking): Promise<Response>;
}

/** What a request is sent with. */
export interface Asking extends RequestInit {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ALL_SCOPES = ['desk', 'publish', 'privacy'];

/** What refers to others first. */
const EMPTIED = [
  'webhooks',
  'messages',
  'objections',
  'attachments',
  'revisions',
  'consents',
  'submitters',
  'submissions',
  'tokens',
];

/** Not the outbox, by which the index of a running platform follows. */
async function empty({ store, database }: StoreUnderTest): Promise<void> {
  for (const table of EMPTIED) await database.query(`DELETE FROM ${table}`);
  await database.query('TRUNCATE audit');
  const records = await database.query<{ kind: RecordKind; id: string }>('SELECT kind, id FROM records');
  for (const { kind, id } of records) await store.deleteRecords(kind, [id]);
}

/**
 * Runs one suite against a platform on each database, which is empty at the start of each test. After every test the
 * audit trail has to be whole.
 */
export function describeDesk(
  title: string,
  suite: (given: () => DeskUnderTest) => void,
  options: PlatformOptions = {},
): void {
  describeDatabases(title, (database) => {
    let platform: Platform;
    let store: Store;
    beforeAll(async () => {
      // The database belongs to the suite
      store = { ...createSqlStore(database()), close: async () => undefined };
      platform = await startQuietly({ source: '示例平台', pollMs: 50, ...options, store });
    });
    afterAll(() => platform.close());
    beforeEach(() => empty({ store, database: database() }));
    afterEach(async () => {
      expect(await verifyAudit(database())).not.toHaveProperty('brokenAt');
    });
    const token = async (scopes: readonly string[] = ALL_SCOPES, label = '张工'): Promise<string> =>
      (await store.createToken({ label, scopes })).secret;
    suite(() => {
      const client = createClient({ baseUrl: platform.url, retries: 0 });
      return {
        store,
        database: database(),
        platform,
        client,
        token,
        desk: async (scopes, label) => client.desk(await token(scopes, label)),
        ask: (path, { token: secret, ...rest } = {}) =>
          fetch(`${platform.url}${path}`, {
            ...rest,
            headers: { ...(secret && { authorization: `Bearer ${secret}` }), ...rest.headers },
          }),
      };
    });
  });
}
