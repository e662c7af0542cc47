import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CliProcess, emptyData, run, start, temporaryFile } from './support.js';

const sample = JSON.stringify({ id: 's1', title: '示例成果', source: '示例' });

/** The address on the line that `serve` prints once it answers. */
async function addressOf(platform: CliProcess): Promise<string> {
  const line = await platform.line(/listens/);
  return /^Yuniao listens on (http:\/\/127\.0\.0\.1:\d+)\/$/.exec(line)?.[1] ?? `unexpected: ${line}`;
}

const total = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/api/v1/achievements?limit=1`);
  return ((await response.json()) as { total: number }).total;
};

describe('yuniao serve', { timeout: 120_000 }, () => {
  it('answers at the one line it prints, logs JSON beside it, loads the sample once, and stops in good order', async () => {
    const data = await emptyData();
    const file = temporaryFile('sample.jsonl', sample);
    const first = start(['serve', '--port', '0', '--data', data, '--sample', file, '--name', 'Park']);
    const url = await addressOf(first);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await total(url)).toBe(1);
    first.child.kill('SIGTERM');
    const ended = await first.ended;
    expect(ended.code).toBe(0);
    expect(ended.out.trimEnd().split('\n')).toHaveLength(1);
    const logs = ended.err.split('\n').filter((line) => line.startsWith('{'));
    expect(logs.map((line) => (JSON.parse(line) as { msg: string }).msg)).toContain('platform ready');

    const other = temporaryFile('other.jsonl', sample.replace('s1', 's2'));
    const second = start(['serve', '--port', '0', '--data', data, '--sample', other]);
    expect(await total(await addressOf(second))).toBe(1);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  });

  it('says which port is in use and what to do', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      const { code, err } = await run(['serve', '--port', String(port), '--data', await emptyData()]);
      expect(code).toBe(1);
      expect(err).toContain(`Port ${port} is in use. Choose another, for example --port ${port + 1}`);
    } finally {
      blocker.close();
    }
  });

  it('owns its folder: others are told where it runs, and bring their data in over the network', async () => {
    const data = await emptyData();
    const made = await run(['token', 'create', '--label', 'Office', '--scope', 'import', '--data', data]);
    const token = made.out.trim();
    const platform = start(['serve', '--port', '0', '--data', data]);
    const url = await addressOf(platform);
    const rows = Array.from({ length: 700 }, (_, index) => JSON.stringify({ id: `${index}`, title: `成果 ${index}` }));
    const file = temporaryFile('in.jsonl', `${rows.join('\n')}\n{"id":"x"}\n`);

    const refused = await run(['import', 'achievements', file, '--data', data]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`in use by the platform at ${url}`);
    expect(refused.err).toContain(`yuniao import … --url ${url} --token`);

    const sent = await run(['import', 'achievements', file, '--url', url], { YUNIAO_TOKEN: token });
    expect(sent.code).toBe(0);
    expect(sent.out).toMatch(/^ +700 {2}created$/m);
    expect(sent.out).toContain('line 701: No title.');
    expect(sent.out + sent.err).not.toContain(token);
    await expect.poll(() => total(url), { timeout: 30_000 }).toBe(700);
    const again = await run(['import', 'achievements', file, '--url', url, '--token', token]);
    expect(again.out).toMatch(/^ +700 {2}unchanged$/m);

    const stranger = await run(['import', 'achievements', file, '--url', url, '--token', 'yn_wrong']);
    expect(stranger.code).toBe(1);
    expect(stranger.err).toContain('does not know this token');
  });
});
