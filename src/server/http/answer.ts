import { createHash } from 'node:crypto';
import { compress, COMPRESS_FROM_BYTES, type Encoding, pickEncoding } from './compression.js';

/** The body of an answer, which may be sent many times: its validator and its compressed forms are made once. */
export class Answer {
  readonly #body: Uint8Array;
  readonly #compressed = new Map<Encoding, Promise<Uint8Array>>();
  #etag?: string;

  constructor(body: Uint8Array) {
    this.#body = body;
  }

  /** In bytes, as it is. */
  get size(): number {
    return this.#body.byteLength;
  }

  get etag(): string {
    return (this.#etag ??= weakETag(this.#body));
  }

  /** The bytes for an `Accept-Encoding` header, and how they are encoded: compressed where that pays. */
  async encodedFor(acceptEncoding: string | undefined): Promise<{ bytes: Uint8Array; encoding?: Encoding }> {
    const encoding = this.size < COMPRESS_FROM_BYTES ? undefined : pickEncoding(acceptEncoding);
    if (!encoding) return { bytes: this.#body };
    let compressed = this.#compressed.get(encoding);
    if (!compressed) {
      compressed = compress(this.#body, encoding);
      this.#compressed.set(encoding, compressed);
    }
    return { bytes: await compressed, encoding };
  }
}

/** A weak validator: the same whatever the content encoding. */
export function weakETag(body: Uint8Array | string): string {
  return `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 20)}"`;
}
