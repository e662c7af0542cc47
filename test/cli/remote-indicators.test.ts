import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/server/platform.js';
import { startQuietly } from '../server/http/support.js';
import { openTestStore } from '../support/stores.js';
import { run, temporaryFile } from './support.js';

const csv = [
  '指标名称,指标编码,年份,完成值,单位,统计口径',
  '落地转化项目,projects,2024,88,项,年度新增',
  '落地转化项目,projects,2025,见附件,项,年度新增',
  '落地转化项目,projects,2025,104,项,年度新增',
].join('\n');

describe('yuniao import indicators --url', () => {
  let platform: Platform;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    const store = await openTestStore();
    for (const scope of ['indicators', 'import'])
      tokens[scope] = (await store.createToken({ label: '统计科', scopes: [scope] })).secret;
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  it('sends the file to a running platform and reports the same', async () => {
    const file = temporaryFile('kpi.csv', csv);
    const at = ['--url', platform.url, '--token', tokens.indicators ?? ''];
    const { code, out } = await run(['import', 'indicators', file, ...at, '--source', '年报'], {}, 'zh-CN');
    expect(code).toBe(0);
    expect(out).toMatch(/^ +2 {2}新增数值$/m);
    expect(out).toContain('第 3 行：“完成值”不是数值：见附件');
    const stored = await fetch(`${platform.url}/api/v1/indicators/projects`);
    expect(await stored.json()).toMatchObject({
      source: { name: '年报' },
      observations: [{ value: 88 }, { value: 104 }],
    });
  });

  it('says which permission a token lacks', async () => {
    const file = temporaryFile('kpi.csv', csv);
    const { code, err } = await run([
      'import',
      'indicators',
      file,
      '--url',
      platform.url,
      '--token',
      tokens.import ?? '',
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('--scope indicators')]);
  });
});
