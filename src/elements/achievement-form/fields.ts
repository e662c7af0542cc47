import { AchievementSubmission } from '../../domain/achievement-submission.js';
import { completeDraft, completeOwner, email, organisation, person, phone } from '../../ui/form/common-fields.js';
import type { Composer } from '../../ui/form/compose.js';
import type { Field, FormDefinition } from '../../ui/form/definition.js';

export const title: Field = {
  name: 'title',
  type: 'text',
  path: 'draft.title',
  languages: 'each',
  max: 80,
  isRequired: true,
};

/** What it does for its user. */
export const benefit: Field = { name: 'benefit', type: 'text', path: 'draft.benefit', languages: 'each', max: 60 };

export const summary: Field = {
  name: 'summary',
  type: 'long',
  path: 'draft.summary',
  languages: 'each',
  max: 2000,
  isRequired: true,
};

export const keywords: Field = { name: 'keywords', type: 'words', path: 'draft.keywords', languages: 'each' };

export const field: Field = {
  name: 'field',
  type: 'choice',
  path: 'draft.fields',
  lists: 'hightech-8',
  as: 'concepts',
  isHalf: true,
};

export const readiness: Field = {
  name: 'readiness',
  type: 'choice',
  path: 'draft.readiness',
  lists: 'cn-registration-3',
  as: 'levels',
  isHalf: true,
};

export const transferModes: Field = {
  name: 'transferModes',
  type: 'choices',
  path: 'draft.transferModes',
  lists: 'transfer-mode',
};

export const price: Field = { name: 'price', type: 'money', path: 'draft', amounts: ['price'] };
export const completers: Field = { name: 'completers', type: 'people', path: 'draft.completers' };

export function complete(composer: Composer): void {
  completeDraft(composer, 'achievement');
  completeOwner(composer);
  const { start, end } = { start: composer.get('draft.startDate'), end: composer.get('draft.endDate') };
  if (typeof start === 'string' && typeof end === 'string' && end < start) composer.fault('endDate', 'upper');
}

/** What makes a listing that somebody answers, and no more. */
export const definition: FormDefinition = {
  kind: 'achievement',
  sections: [
    { name: 'result', fields: [title, benefit, summary, keywords, completers] },
    { name: 'transfer', fields: [field, readiness, transferModes, price] },
    { name: 'contact', fields: [organisation, person, phone, email] },
  ],
  schema: AchievementSubmission,
  complete,
};
