import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestMetrics } from '../../../src/server/http/metrics.js';
import { type Platform, startPlatform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, recordingLogger } from './support.js';

describe('the platform in figures', () => {
  let platform: Platform;
  beforeAll(async () => {
    const store = await openTestStore();
    await store.putRecords(Array.from({ length: 3 }, (_, i) => achievement(`r${i}`)));
    platform = await startPlatform({ store, logger: recordingLogger().logger, searchThreads: 2 });
  });
  afterAll(() => platform.close());

  it('counts requests by route and status, and tells how the indexes do, with nothing of what was asked', async () => {
    await fetch(`${platform.url}/api/v1/achievements?q=${encodeURIComponent('机密')}`);
    await fetch(`${platform.url}/api/v1/achievements/secret-id`);
    await fetch(`${platform.url}/no/such/place`);
    const response = await fetch(`${platform.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await response.text();
    const lines = body.split('\n');
    expect(lines).toContain('yuniao_http_requests_total{route="/api/v1/achievements",method="GET",status="200"} 1');
    expect(lines).toContain('yuniao_http_requests_total{route="/api/v1/achievements/:id",method="GET",status="404"} 1');
    expect(lines).toContain('yuniao_http_requests_total{route="*",method="GET",status="404"} 1');
    expect(lines).toContain('yuniao_index_documents{kind="achievement"} 3');
    expect(lines).toContain('yuniao_index_lag{kind="achievement"} 0');
    expect(lines).toContain('yuniao_outbox_head 3');
    expect(lines).toContain('yuniao_search_threads 2');
    expect(body).not.toMatch(/机密|%E6|secret-id|such\/place/);
  });

  it('has every line in the form that Prometheus reads', async () => {
    const body = await (await fetch(`${platform.url}/metrics`)).text();
    const sample = /^[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+$/;
    for (const line of body.trimEnd().split('\n'))
      expect(line).toMatch(line.startsWith('#') ? /^# (HELP|TYPE) / : sample);
  });

  it('puts times into buckets that add up', () => {
    const metrics = new RequestMetrics();
    for (const seconds of [0.0005, 0.004, 0.004, 9]) metrics.observe('/x', 'GET', 200, seconds);
    const lines = metrics.lines();
    const bucket = (end: string): string => `yuniao_http_request_duration_seconds_bucket{route="/x",le="${end}"}`;
    expect(lines).toContain(`${bucket('0.001')} 1`);
    expect(lines).toContain(`${bucket('0.005')} 3`);
    expect(lines).toContain(`${bucket('5')} 3`);
    expect(lines).toContain(`${bucket('+Inf')} 4`);
    expect(lines).toContain('yuniao_http_request_duration_seconds_count{route="/x"} 4');
  });
});
