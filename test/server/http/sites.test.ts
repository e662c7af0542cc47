import { describe, expect, it } from 'vitest';
import { allowsOrigin } from '../../../src/server/http/sites.js';

describe('the origins of a site', () => {
  const origins = ['https://park.example.org', 'https://*.example.com', 'http://localhost:5173'];

  it.each(['https://park.example.org', 'https://a.example.com', 'https://a.b.example.com', 'http://localhost:5173'])(
    'let %s in',
    (origin) => {
      expect(allowsOrigin(origins, origin)).toBe(true);
    },
  );

  it.each([
    'http://park.example.org',
    'https://park.example.org:8443',
    'https://park.example.org.evil.example',
    'https://evil-park.example.org',
    'https://example.com',
    'https://.example.com',
    'https://evilexample.com',
    'http://a.example.com',
    'https://a.example.com:444',
    'https://evil.example/.example.com',
    'null',
    '',
  ])('keep %j out', (origin) => {
    expect(allowsOrigin(origins, origin)).toBe(false);
  });
});
