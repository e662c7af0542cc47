import type { Attachment } from '../../domain/submission.js';
import type { RequestOptions } from '../options.js';
import type { Transport } from '../transport.js';
import { loaded } from './lazy-schema.js';

/** How a file is sent. */
export interface UploadOptions extends RequestOptions {
  /** Its name, as people will see it. */
  readonly name: string;
  /**
   * Names this upload: another call with the same key and file goes on where the first was cut short. Without one a key
   * is made for this call.
   */
  readonly idempotencyKey?: string;
  /** Told how much has arrived, in bytes, from 0 to the size of the file. */
  readonly onProgress?: (sent: number, total: number) => void;
}

/** Files that go with submissions. */
export interface AttachmentsResource {
  /**
   * Sends a file, piece by piece, and answers with its id, to be named in `attachments` of a submission within a day. A
   * piece that fails is sent again; what has arrived stays there.
   * @throws {HttpError} with `status` 413 for a file that is too large and 415 for a kind that is not taken (`problem`
   * says why); otherwise the same as a submission
   */
  upload(file: Blob, options: UploadOptions): Promise<Attachment>;
}

/** The files of the platform at the other end of `transport`. */
export function createAttachments(transport: Transport): AttachmentsResource {
  return {
    upload: async (...asked) => (await loaded(() => import('./attachments-sender.js'))).sendFile(transport, ...asked),
  };
}
