import { css, type CSSResult } from 'lit';
import { creditCode, email, person, phone, role } from '../../../ui/form/common-fields.js';
import type { Field, FormDefinition } from '../../../ui/form/definition.js';
import { definition as short, from, message, topic } from '../fields.js';

export { texts } from './enquiry-full-texts.js';
export const styles: CSSResult = css``;

const budget: Field = { name: 'budget', type: 'money', path: 'draft.budget', amounts: ['max'], keepsWords: true };
const neededBy: Field = { name: 'neededBy', type: 'date', path: 'draft.neededBy', isHalf: true };

/** Everything that an enquiry can say. */
export const definition: FormDefinition = {
  ...short,
  sections: [
    { name: 'question', fields: [topic, message, budget, neededBy] },
    { name: 'contact', fields: [person, role, from, creditCode, phone, email] },
  ],
};
