import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, pickEncoding } from '../../../src/server/http/compression.js';

describe('the content encoding', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['BR', 'br'],
    ['gzip;q=nonsense', undefined],
  ])('for Accept-Encoding %j is %s', (header, encoding) => {
    expect(pickEncoding(header)).toBe(encoding);
  });

  it.each(['fast', 'thorough'] as const)('gives back what went in (%s)', async (effort) => {
    const body = Buffer.from('钙钛矿太阳能电池'.repeat(100));
    expect(brotliDecompressSync(await compress(body, 'br', effort))).toEqual(body);
    expect(gunzipSync(await compress(body, 'gzip', effort))).toEqual(body);
  });
});
