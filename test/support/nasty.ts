import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Where the nasty texts stand, beside the repository; tests skip where they are absent. */
export const NASTY = '../shared/data/nasty/';

/** Every text that has broken something somewhere, up to 400 code units of each. */
export function nastyStrings(): string[] {
  const lines = (file: string, field: string): string[] =>
    gunzipSync(readFileSync(`${NASTY}${file}`))
      .toString()
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Record<string, string>)[field] ?? '');
  const all = [
    ...(JSON.parse(readFileSync(`${NASTY}blns/blns.json`, 'utf8')) as string[]),
    ...lines('cjk-edge.jsonl.gz', 'text'),
    ...lines('injection-payloads.jsonl.gz', 'payload'),
  ];
  return all.filter((text) => text !== '').map((text) => text.slice(0, 400));
}
