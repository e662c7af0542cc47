import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { AppContext, AppEnv } from './app-env.js';
import { compress, COMPRESS_FROM_BYTES, type Encoding, pickEncoding } from './compression.js';
import { weakETag } from './answer.js';
import { matchesETag } from './respond.js';

/** A file as it is sent. */
interface CachedFile {
  readonly mtimeMs: number;
  readonly etag: string;
  readonly body: Uint8Array;
  readonly encoded: Map<Encoding, Uint8Array>;
}

export interface StaticFilesOptions {
  /** Folder whose files are served. Nothing outside is, not even through a link. */
  readonly root: string;
  /** Part of the address that stands for the folder, for example `/embed`; empty for all addresses. */
  readonly prefix: string;
  /** Sets the headers of a file by its path in the folder, for example `chunks/base-1a2b.js`. */
  readonly headers: (path: string) => Readonly<Record<string, string>>;
}

/** Larger files are read for each request; smaller ones stay in memory with their compressed forms. */
const MAX_CACHED_BYTES = 4 * 1024 * 1024;
const MAX_CACHED_FILES = 500;
const COMPRESSIBLE = /^(text\/|application\/(javascript|json|manifest\+json|xml)|image\/svg\+xml)/;

/**
 * Serves the files of a folder: `index.html` for a folder's address, right media types, ETag and compression. Names that
 * begin with a dot are never served. What is not there goes on to the next handler.
 */
export function staticFiles(options: StaticFilesOptions): MiddlewareHandler<AppEnv> {
  const cache = new Map<string, CachedFile>();
  return async (c, next) => {
    const path =
      c.req.method === 'GET' || c.req.method === 'HEAD' ? pathInFolder(c.req.path, options.prefix) : undefined;
    const file = path === undefined ? undefined : await findFile(options.root, path);
    if (!file) return next();
    for (const [name, value] of Object.entries(options.headers(file.name))) c.header(name, value);
    return send(c, await load(cache, file), getMimeType(file.name) ?? 'application/octet-stream');
  };
}

/** The decoded path below the folder, `undefined` where it is not one that a folder can have. */
export function pathInFolder(requestPath: string, prefix: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(requestPath.slice(prefix.length));
  } catch {
    return undefined;
  }
  const segments = path.split('/').slice(1);
  const sound = segments.every((segment, index) => {
    const isEnd = index === segments.length - 1;
    return (segment !== '' || isEnd) && !segment.startsWith('.') && !/[\\\0:]/.test(segment);
  });
  return path.startsWith('/') && sound ? segments.join('/') : undefined;
}

interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly mtimeMs: number;
  readonly size: number;
}

async function findFile(root: string, name: string): Promise<FoundFile | undefined> {
  try {
    const folder = await realpath(root);
    let path = await realpath(join(folder, name));
    let found = await stat(path);
    const isFolder = found.isDirectory() && (name === '' || name.endsWith('/'));
    const fullName = isFolder ? `${name}index.html` : name;
    if (isFolder) {
      path = await realpath(join(path, 'index.html'));
      found = await stat(path);
    }
    if (!found.isFile() || !path.startsWith(folder + sep)) return undefined;
    return { path, name: fullName, mtimeMs: found.mtimeMs, size: found.size };
  } catch {
    // Not there, or not ours to read: to a visitor both are the same
    return undefined;
  }
}

async function load(cache: Map<string, CachedFile>, { path, mtimeMs, size }: FoundFile): Promise<CachedFile> {
  const known = cache.get(path);
  if (known?.mtimeMs === mtimeMs && known.body.byteLength === size) return known;
  const body = await readFile(path);
  const file = { mtimeMs, body, etag: weakETag(body), encoded: new Map<Encoding, Uint8Array>() };
  if (size <= MAX_CACHED_BYTES && cache.size < MAX_CACHED_FILES) cache.set(path, file);
  return file;
}

async function send(c: AppContext, file: CachedFile, type: string): Promise<Response> {
  c.header('ETag', file.etag);
  c.header('Last-Modified', new Date(file.mtimeMs).toUTCString());
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (matchesETag(c.req.header('if-none-match'), file.etag)) return c.body(null, 304);
  c.header('Content-Type', type);
  const compressible = COMPRESSIBLE.test(type) && file.body.byteLength >= COMPRESS_FROM_BYTES;
  const encoding = compressible ? pickEncoding(c.req.header('accept-encoding')) : undefined;
  const body = encoding ? await encoded(file, encoding) : file.body;
  if (encoding) c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(body.byteLength));
  return c.body(body as Uint8Array<ArrayBuffer>);
}

async function encoded(file: CachedFile, encoding: Encoding): Promise<Uint8Array> {
  const known = file.encoded.get(encoding);
  if (known) return known;
  const body = await compress(file.body, encoding, 'thorough');
  file.encoded.set(encoding, body);
  return body;
}
