import type { ProblemField } from '../../domain/problem.js';
import type { AppContext } from './app-env.js';
import { fill, type Text } from '../language.js';
import { ProblemError } from './problems.js';

const MEGABYTE = 1024 * 1024;

const BROKEN: Text = {
  'zh-CN': '第 {line} 行第 {column} 列附近的 JSON 有误，请修正后重试。',
  en: 'The JSON is broken near line {line}, column {column}. Repair it and try again.',
};

/** The problem of a body beyond a limit; other limits than that of files are told in words of their own. */
const tooLargeFor = (maxBytes: number): ProblemError =>
  new ProblemError('body-too-large', { values: { limit: maxBytes / MEGABYTE } });

/**
 * Reads a JSON body of at most `maxBytes`.
 * @param tooLarge what to answer beyond the limit
 * @throws {ProblemError} 415 for another media type or a compressed body, 413 beyond the limit, 400 for broken JSON.
 */
export async function readJson(
  c: AppContext,
  maxBytes: number,
  tooLarge: ProblemError = tooLargeFor(maxBytes),
): Promise<unknown> {
  const mediaType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (mediaType !== 'application/json' || encoding !== 'identity') throw new ProblemError('unsupported-media-type');
  const bytes = await readBytes(c, maxBytes, tooLarge);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-json');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const errors = positionOf(error, text, c);
    throw new ProblemError('malformed-json', errors && { errors });
  }
}

/**
 * Reads a file that is the body of a request, of one of `mediaTypes` and at most `maxBytes`.
 * @throws {ProblemError} 415 for another media type or a compressed body, 413 beyond the limit.
 */
export async function readFile(
  c: AppContext,
  mediaTypes: readonly string[],
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const mediaType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (!mediaTypes.includes(mediaType) || encoding !== 'identity') {
    throw new ProblemError('unsupported-file-type', { values: { types: mediaTypes.join(', ') } });
  }
  return { bytes: await readBytes(c, maxBytes), mediaType };
}

/** Reads a body of at most `maxBytes`. @throws {ProblemError} 413 beyond the limit */
export async function readBytes(
  c: AppContext,
  maxBytes: number,
  tooLarge: ProblemError = tooLargeFor(maxBytes),
): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Counted while it arrives: a chunked body does not say its length beforehand. Leaving the loop must not cut the
    // connection, or the client would never read why.
    for await (const chunk of c.env.incoming.iterator({ destroyOnReturn: false })) {
      size += (chunk as Uint8Array).byteLength;
      if (size > maxBytes) throw tooLarge;
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    // The client went away, or its chunks are broken
    throw error === tooLarge ? error : new ProblemError('malformed-request');
  }
  return Buffer.concat(chunks);
}

/** Line and column, where the engine's message tells the position: it does for some mistakes only. */
function positionOf(error: unknown, text: string, c: AppContext): ProblemField[] | undefined {
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  if (!found) return undefined;
  const before = text.slice(0, Number(found[1])).split('\n');
  const values = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return [{ path: '', code: 'malformed_json', message: fill(BROKEN, c.var.lang, values) }];
}
