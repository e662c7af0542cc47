import { describe, expect, it } from 'vitest';
import { describeStores } from '../../support/stores.js';

describeStores('access', (given) => {
  describe('sites', () => {
    it('gives each site a key of its own and lists them in the order they came', async () => {
      const { store } = given();
      const park = await store.addSite({
        name: '示例园区',
        origins: ['https://park.example', 'https://www.park.example'],
      });
      const university = await store.addSite({ name: 'Sample University', origins: [] });
      expect(park).toMatchObject({ name: '示例园区', origins: ['https://park.example', 'https://www.park.example'] });
      expect(new Date(park.createdAt).toISOString()).toBe(park.createdAt);
      expect(park.key).toMatch(/^site_[\w-]{16}$/);
      expect(university.key).not.toBe(park.key);
      expect(await store.listSites()).toEqual(expect.arrayContaining([park, university]));
      expect(await store.listSites()).toHaveLength(2);
    });

    it('removes a site once', async () => {
      const { store } = given();
      const { key } = await store.addSite({ name: '示例园区', origins: [] });
      expect(await store.removeSite(key)).toBe(true);
      expect(await store.removeSite(key)).toBe(false);
      expect(await store.removeSite('no\0such')).toBe(false);
      expect(await store.listSites()).toEqual([]);
    });

    it('refuses text that cannot be stored', async () => {
      const { store } = given();
      await expect(store.addSite({ name: 'a\0', origins: [] })).rejects.toMatchObject({ code: 'unstorable-text' });
      expect(await store.listSites()).toEqual([]);
    });
  });

  describe('tokens', () => {
    it('knows a token by its secret', async () => {
      const { store } = given();
      const { secret, ...token } = await store.createToken({ label: '导入', scopes: ['import', 'sites'] });
      expect(token).toMatchObject({ label: '导入', scopes: ['import', 'sites'] });
      expect(await store.findToken(secret)).toEqual(token);
      expect(await store.listTokens()).toEqual([token]);
      for (const wrong of ['', 'yn_', secret.slice(0, -1), `${secret}x`, token.id, 'a\0'])
        expect(await store.findToken(wrong)).toBeUndefined();
    });

    it('makes secrets of 256 bits that never repeat', async () => {
      const { store } = given();
      const secrets = await Promise.all(
        Array.from({ length: 20 }, async () => (await store.createToken({ label: 'x', scopes: [] })).secret),
      );
      expect(new Set(secrets).size).toBe(20);
      for (const secret of secrets) {
        expect(secret).toMatch(/^yn_[\w-]{43}$/);
        expect(Buffer.from(secret.slice(3), 'base64url')).toHaveLength(32);
      }
    });

    it('never stores a secret in the clear', async () => {
      const { store, database } = given();
      const { secret } = await store.createToken({ label: '导入', scopes: ['import'] });
      const rows = await database.query<{ all: string }>('SELECT row_to_json(tokens)::text AS all FROM tokens');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.all).not.toContain(secret.slice(3));
      expect(rows[0]?.all).toContain('secret_sha256');
    });

    it('forgets a token for good when it is revoked', async () => {
      const { store } = given();
      const { id, secret } = await store.createToken({ label: '导入', scopes: ['import'] });
      expect(await store.revokeToken(id)).toBe(true);
      expect(await store.revokeToken(id)).toBe(false);
      expect(await store.revokeToken('no\0such')).toBe(false);
      expect(await store.findToken(secret)).toBeUndefined();
      expect(await store.listTokens()).toEqual([]);
    });
  });
});
