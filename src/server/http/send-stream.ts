import { Readable } from 'node:stream';
import { createBrotliCompress, createGzip, constants } from 'node:zlib';
import type { AppContext } from './app-env.js';
import { pickEncoding } from './compression.js';

/** Sends a text as it comes into being, compressed where that is welcome. A fault on the way breaks the answer off. */
export function sendStream(c: AppContext, text: AsyncIterable<string>): Response {
  c.header('Vary', 'Accept-Encoding', { append: true });
  const encoding = pickEncoding(c.req.header('accept-encoding'));
  if (c.req.method === 'HEAD') return c.body(null);
  const source = Readable.from(text, { objectMode: false });
  if (!encoding) return c.body(Readable.toWeb(source) as ReadableStream);
  c.header('Content-Encoding', encoding);
  const squeeze =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : createGzip({ level: 5 });
  source.on('error', (error) => squeeze.destroy(error));
  squeeze.on('close', () => source.destroy());
  return c.body(Readable.toWeb(source.pipe(squeeze)) as ReadableStream);
}
