import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIdempotencyKey } from '../../src/sdk/index.js';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

function withoutHttps(fill?: number): void {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) =>
      fill === undefined ? crypto.getRandomValues(bytes) : bytes.fill(fill),
  });
}

describe('an idempotency key', () => {
  it('is a random UUID, new each time', () => {
    const keys = Array.from({ length: 100 }, createIdempotencyKey);
    expect(keys.every((key) => UUID_V4.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(100);
  });

  it('is made on pages without https as well, where there is no randomUUID', () => {
    withoutHttps();
    const keys = Array.from({ length: 100 }, createIdempotencyKey);
    expect(keys.every((key) => UUID_V4.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(100);
  });

  it.each([
    [0x00, '00000000-0000-4000-8000-000000000000'],
    [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ])('marks version and variant whatever the random bytes are: %i', (fill, expected) => {
    withoutHttps(fill);
    expect(createIdempotencyKey()).toBe(expected);
  });
});
