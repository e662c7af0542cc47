import type { Money } from '../../domain/concepts.js';
import { DemandSubmission } from '../../domain/demand-submission.js';
import {
  completeDraft,
  completeOwner,
  creditCode,
  email,
  organisation,
  person,
  phone,
} from '../../ui/form/common-fields.js';
import type { Composer } from '../../ui/form/compose.js';
import type { Field, FormDefinition } from '../../ui/form/definition.js';
import { inYuan } from '../../ui/form/read-number.js';

export const title: Field = {
  name: 'title',
  type: 'text',
  path: 'draft.title',
  languages: 'each',
  max: 60,
  isRequired: true,
};

export const problem: Field = {
  name: 'problem',
  type: 'long',
  path: 'draft.problem',
  languages: 'each',
  max: 2000,
  isRequired: true,
};

export const OPERATORS = ['>=', '<=', '=', 'range', '>', '<'] as const;

export const indicators: Field = {
  name: 'indicators',
  type: 'rows',
  path: 'draft.indicators',
  columns: [
    {
      name: 'name',
      type: 'text',
      path: 'name',
      text: 'demand.indicator',
      languages: 'one',
      max: 100,
      isRequired: true,
    },
    { name: 'operator', type: 'choice', path: 'operator', text: 'demand.operator', codes: OPERATORS },
    { name: 'value', type: 'number', path: 'value', text: 'demand.value', isRequired: true },
    { name: 'upper', type: 'number', path: 'upper', text: 'demand.upper' },
    { name: 'unit', type: 'text', path: 'unit', text: 'demand.unit', max: 50 },
  ],
};

export const demandType: Field = {
  name: 'demandType',
  type: 'choice',
  path: 'draft.demandType',
  lists: 'demand-type',
  isHalf: true,
};

export const field: Field = {
  name: 'field',
  type: 'choice',
  path: 'draft.fields',
  lists: 'hightech-8',
  as: 'concepts',
  isHalf: true,
};

export const budget: Field = {
  name: 'budget',
  type: 'money',
  path: 'draft.budget',
  amounts: ['max'],
  keepsWords: true,
};

export const deadline: Field = { name: 'deadline', type: 'date', path: 'draft.deadline', isHalf: true };
export const anonymous: Field = { name: 'anonymous', type: 'flag', path: 'draft.anonymous' };

/** What nobody types, and what several fields have to be to each other. */
export function complete(composer: Composer): void {
  completeDraft(composer, 'demand');
  if (!composer.get('draft.anonymous')) completeOwner(composer);
  const written = (composer.get('draft.indicators') ?? []) as readonly Record<string, unknown>[];
  for (const [index, { operator, value, upper }] of written.entries()) {
    const key = composer.places.get(`draft.indicators.${index}.upper`)?.key ?? '';
    if (operator === 'range' && !(Number(upper) >= Number(value))) composer.fault(key, 'upper');
  }
  const { min, max } = (composer.get('draft.budget') ?? {}) as Partial<Record<string, Money>>;
  if (min && max && inYuan(min) > inYuan(max)) composer.fault('budget.max', 'upper');
}

/** What an enterprise fills in within three minutes. */
export const definition: FormDefinition = {
  kind: 'demand',
  sections: [
    { name: 'need', fields: [title, problem, indicators] },
    { name: 'terms', fields: [demandType, field, budget, deadline, anonymous] },
    { name: 'contact', fields: [organisation, creditCode, person, phone, email] },
  ],
  schema: DemandSubmission,
  complete,
};
