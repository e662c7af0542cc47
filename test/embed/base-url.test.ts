import { describe, expect, it } from 'vitest';
import * as page from '../../src/embed/base-url.js';
import * as sdk from '../../src/sdk/base-url.js';
import { ConfigError } from '../../src/sdk/index.js';

function verdict(resolveBaseUrl: typeof sdk.resolveBaseUrl, baseUrl: unknown): string {
  try {
    return resolveBaseUrl(baseUrl as string);
  } catch (error) {
    return ConfigError.isInstance(error) ? 'refused' : `threw ${String(error)}`;
  }
}

describe("the page bundle's check of the platform's address", () => {
  it.each([
    '',
    '/',
    '.',
    '/tech/',
    'tech//',
    'https://platform.example.org',
    'https://platform.example.org/tech///',
    'http://platform.example.org:8080',
    new URL('https://platform.example.org/tech'),
  ])("takes %s, and gives what the SDK's gives", (baseUrl) => {
    expect(verdict(page.resolveBaseUrl, baseUrl)).toMatch(/^https?:.*[^/]\/$/);
    expect(verdict(page.resolveBaseUrl, baseUrl)).toBe(verdict(sdk.resolveBaseUrl, baseUrl));
  });

  it.each([
    undefined,
    null,
    7,
    'https://',
    'ftp://platform.example.org',
    'javascript:alert(1)',
    'https://name:word@platform.example.org',
    'https://platform.example.org?a=b',
    'https://platform.example.org#part',
    'https://platform.example.org/api/v1',
    '/api/v1/',
  ])("refuses %s as the SDK's does", (baseUrl) => {
    expect(verdict(page.resolveBaseUrl, baseUrl)).toBe('refused');
    expect(verdict(sdk.resolveBaseUrl, baseUrl)).toBe('refused');
  });
});
