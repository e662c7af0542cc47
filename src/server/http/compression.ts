import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Smaller bodies fit into one packet anyway. */
export const COMPRESS_FROM_BYTES = 1024;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** The encoding to use for an `Accept-Encoding` header: Brotli before gzip where both are equally welcome. */
export function pickEncoding(header: string | undefined): Encoding | undefined {
  const quality = new Map<string, number>();
  for (const item of (header ?? '').slice(0, 1000).toLowerCase().split(',')) {
    const [name = '', ...params] = item.split(';').map((part) => part.trim());
    const q = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
    quality.set(name, Number.isFinite(q) ? q : 0);
  }
  const br = quality.get('br') ?? quality.get('*') ?? 0;
  const gz = quality.get('gzip') ?? quality.get('*') ?? 0;
  if (br === 0 && gz === 0) return undefined;
  return br >= gz ? 'br' : 'gzip';
}

/** Compresses on a thread of its own. `thorough` is for files that are compressed once and sent often. */
export function compress(
  body: Uint8Array,
  encoding: Encoding,
  effort: 'fast' | 'thorough' = 'fast',
): Promise<Uint8Array> {
  if (encoding === 'gzip') return gzipAsync(body, { level: effort === 'fast' ? 5 : 9 });
  return brotliAsync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === 'fast' ? 5 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}
