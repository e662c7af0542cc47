import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Encoding } from '../../../src/server/exchange/detect-encoding.js';
import { openRows, type RowSourceOptions } from '../../../src/server/exchange/read-rows.js';
import type { SourceRow } from '../../../src/server/exchange/source-row.js';

/** Real data beside the repository; tests that need it skip where it is absent. */
export const realData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Writes a file that lives as long as the test. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'yuniao-exchange-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** All rows of a file. */
export async function readAll(path: string, options?: RowSourceOptions): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  const source = await openRows(path, options);
  for await (const row of source.rows()) rows.push(row);
  return rows;
}

/** The message with which a promise is rejected. */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was refused');
}

/** Encodes text as programs on a Chinese Windows do; Node itself only decodes these encodings. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const tables = new Map<Encoding, Map<string, number[]>>();

function tableOf(encoding: Encoding): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}
