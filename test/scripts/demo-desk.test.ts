import { describe, expect, it } from 'vitest';
import { demoFolder } from '../../scripts/demo-desk.mjs';

describe('the token that `npm start` prints', () => {
  it('is for the sample data on this machine', () => {
    expect(demoFolder([], {})).toBe('./.yuniao');
    expect(demoFolder(['--port', '8000', '--data', '/tmp/x', '--host', 'localhost'], {})).toBe('/tmp/x');
  });

  it.each([
    [['--host', '0.0.0.0'], {}],
    [['--public-url', 'https://platform.example.org'], {}],
    [[], { DATABASE_URL: 'postgresql://db/platform' }],
  ])('is not made for a platform that others reach, or whose data is not the sample: %j', (args, env) => {
    expect(demoFolder(args, env)).toBeUndefined();
  });
});
