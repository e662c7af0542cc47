import { EnquirySubmission } from '../../domain/enquiry-submission.js';
import { completeDraft, email, organisation, person, phone } from '../../ui/form/common-fields.js';
import type { Composer } from '../../ui/form/compose.js';
import type { Field, FormDefinition } from '../../ui/form/definition.js';

export const topic: Field = {
  name: 'topic',
  type: 'choice',
  path: 'draft.topic',
  lists: 'enquiry-topic',
  isRequired: true,
};
export const message: Field = { name: 'message', type: 'long', path: 'draft.message', max: 2000, isRequired: true };

/** People may ask for themselves. */
export const from: Field = { ...organisation, isRequired: false };

export function complete(composer: Composer): void {
  completeDraft(composer, 'enquiry');
}

/** What it takes to get an answer. */
export const definition: FormDefinition = {
  kind: 'enquiry',
  sections: [
    { name: 'question', fields: [topic, message] },
    { name: 'contact', fields: [person, from, phone, email] },
  ],
  schema: EnquirySubmission,
  complete,
};
