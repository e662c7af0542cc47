import { afterEach, beforeEach, expect } from 'vitest';
import { type Client, createClient, type DeskResource } from '../../../src/sdk/index.js';
import type { Platform, PlatformOptions } from '../../../src/server/platform.js';
import { verifyAudit } from '../../../src/server/store/audit.js';
import { describeStores, type StoreUnderTest } from '../../support/stores.js';
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

/** Runs one suite against a platform on each database. After every test the audit trail has to be whole. */
export function describeDesk(
  title: string,
  suite: (given: () => DeskUnderTest) => void,
  options: PlatformOptions = {},
): void {
  describeStores(title, (given) => {
    let platform: Platform;
    beforeEach(async () => {
      // The database belongs to the suite
      const store = { ...given().store, close: async () => undefined };
      platform = await startQuietly({ source: '示例平台', pollMs: 50, ...options, store });
    });
    afterEach(async () => {
      await platform.close();
      expect(await verifyAudit(given().database)).not.toHaveProperty('brokenAt');
    });
    const token = async (scopes: readonly string[] = ALL_SCOPES, label = '张工'): Promise<string> =>
      (await given().store.createToken({ label, scopes })).secret;
    suite(() => {
      const client = createClient({ baseUrl: platform.url, retries: 0 });
      return {
        ...given(),
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
