import type { UploadState } from '../store/attachments.js';
import { StoreError } from '../store/errors.js';
import { isStorable } from '../store/storable.js';
import type { FileRefusal } from '../submissions/file-type.js';
import type { Text } from '../language.js';
import type { AppContext, Services } from './app-env.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import { takeFrom } from './rate-limit.js';
import type { Handler } from './read-routes.js';
import { readBytes } from './request-body.js';
import { admit } from './submission-admission.js';
import { readIdempotencyKey } from './submission-routes.js';
import { MAX_FILE_BYTES } from './submission-settings.js';

/** Largest piece of a file, in bytes; the SDK sends half of it. */
const MAX_PART_BYTES = 1024 * 1024;
/** What one takes of an allowance, in bytes. */
const UNIT_BYTES = 512 * 1024;
const MEGABYTE = 1024 * 1024;
const MAX_NAME = 1000;
const FULL_SECONDS = 3600;

const REASONS: Readonly<Record<FileRefusal, Text>> = {
  empty: { 'zh-CN': '文件是空的。', en: 'The file is empty.' },
  program: { 'zh-CN': '文件内容是可执行程序或脚本。', en: 'The file is a program or a script.' },
  markup: {
    'zh-CN': '文件内容是网页、SVG 或其他标记文件，可能含有脚本。',
    en: 'The file is a web page, SVG or other markup, which may hold scripts.',
  },
  macro: { 'zh-CN': '文档含有宏，请另存为不含宏的格式。', en: 'The document holds macros. Save it without them.' },
  encrypted: {
    'zh-CN': '文档设有密码，无法核对内容，请取消密码。',
    en: 'The document has a password, so it cannot be checked. Remove it.',
  },
  unknown: {
    'zh-CN': '无法识别文件内容，文件可能已损坏，或扩展名与内容不符。',
    en: 'The content is not recognised: the file is damaged or not what its name says.',
  },
};

/**
 * `POST /api/v1/attachments`: takes a file, whole or, with `offset` and `size`, in pieces. 201 with its id once it is
 * there; 202 `{received}` before, which is where the next piece begins. What it is tells its content.
 */
export function uploadAttachment(services: Services): Handler {
  return async (c) => {
    const idempotencyKey = readIdempotencyKey(c);
    await admit(services, c);
    const name = readName(c);
    const part = readPart(c);
    const tooLarge = new ProblemError('file-too-large', { values: { limit: MAX_FILE_BYTES / MEGABYTE } });
    if (part && part.size > MAX_FILE_BYTES) throw tooLarge;
    const bytes = await readBytes(c, part ? MAX_PART_BYTES : MAX_FILE_BYTES, tooLarge);
    takeFrom(services.intake.uploadLimiter, c, Math.ceil(bytes.byteLength / UNIT_BYTES));
    const { size, offset } = part ?? { size: bytes.byteLength, offset: 0 };
    let state: UploadState = { received: offset };
    try {
      state = await services.store.submissions.addPart({ idempotencyKey, name, size, offset, bytes });
    } catch (error) {
      throw asUploadProblem(error);
    }
    c.header('Cache-Control', 'no-store');
    if ('refused' in state) throw refusal(c, state.refused);
    return 'attachment' in state ? c.json(state.attachment, 201) : c.json({ received: state.received }, 202);
  };
}

function readPart(c: AppContext): { size: number; offset: number } | undefined {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['offset', 'size', 'lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  const size = params.integer('size', 0, 999_999_999);
  const offset = params.integer('offset', 0, size ?? 0);
  if (size === undefined && params.has('offset')) params.fault('size', 'empty');
  params.assertValid();
  return size === undefined ? undefined : { size, offset: offset ?? 0 };
}

/** The name that people gave the file, percent-encoded since a header has Latin letters only. */
function readName(c: AppContext): string {
  try {
    const name = decodeURIComponent((c.req.header('x-file-name') ?? '').slice(0, MAX_NAME * 3));
    return isStorable(name) ? name.slice(0, MAX_NAME).replace(/\p{Surrogate}$/u, '') : '';
  } catch {
    return '';
  }
}

function refusal(c: AppContext, refused: FileRefusal): ProblemError {
  return new ProblemError('file-refused', { values: { reason: REASONS[refused][c.var.lang] } });
}

function asUploadProblem(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  if (error.code === 'key-reused') return new ProblemError('idempotency-key-reused');
  if (error.code === 'uploads-full')
    return new ProblemError('uploads-full', { headers: { 'Retry-After': String(FULL_SECONDS) } });
  return error;
}
