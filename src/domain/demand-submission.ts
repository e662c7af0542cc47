import * as z from 'zod/mini';
import { DemandDraft } from './demand.js';
import { envelopeShape, Submitter } from './submission-envelope.js';

/** The body of `POST /api/v1/demands`. */
export const DemandSubmission = z.object({ draft: DemandDraft, submitter: Submitter, ...envelopeShape });
export type DemandSubmission = z.infer<typeof DemandSubmission>;
