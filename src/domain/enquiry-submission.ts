import * as z from 'zod/mini';
import { EnquiryDraft } from './enquiry.js';
import { envelopeShape, Enquirer } from './submission-envelope.js';

/** The body of `POST /api/v1/enquiries`. */
export const EnquirySubmission = z.object({ draft: EnquiryDraft, submitter: Enquirer, ...envelopeShape });
export type EnquirySubmission = z.infer<typeof EnquirySubmission>;
