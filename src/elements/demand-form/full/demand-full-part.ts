import { css, type CSSResult } from 'lit';
import { creditCode, email, organisation, person, phone, role } from '../../../ui/form/common-fields.js';
import type { Field, FormDefinition } from '../../../ui/form/definition.js';
import { anonymous, budget, deadline, definition as short, demandType, indicators, problem, title } from '../fields.js';

export { texts } from './demand-full-texts.js';
export const styles: CSSResult = css``;

function long(name: string, max = 2000): Field {
  return { name, type: 'long', path: `draft.${name}`, languages: 'each', max };
}

const summary = long('summary', 300);
const keywords: Field = { name: 'keywords', type: 'words', path: 'draft.keywords', languages: 'each' };

/** The vocabularies at once, to be searched. */
const fields: Field = {
  name: 'field',
  type: 'choices',
  path: 'draft.fields',
  lists: 'hightech-8 tech-market-11 zj-hubs',
  as: 'concepts',
};

const cooperationModes: Field = {
  name: 'cooperationModes',
  type: 'choices',
  path: 'draft.cooperationModes',
  lists: 'cooperation-mode',
};

const region: Field = { name: 'region', type: 'choice', path: 'draft.region', lists: 'region', isHalf: true };

const organisationNature: Field = {
  name: 'organisationNature',
  type: 'choice',
  path: 'draft.organisationNature',
  lists: 'organisation-nature',
  isHalf: true,
};

const validUntil: Field = { name: 'validUntil', type: 'date', path: 'draft.validUntil', isHalf: true };
const detailsUnderNda: Field = { name: 'detailsUnderNda', type: 'flag', path: 'draft.detailsUnderNda' };

/** Everything that a demand can say. */
export const definition: FormDefinition = {
  ...short,
  sections: [
    { name: 'need', fields: [title, summary, problem, indicators, long('requirements')] },
    { name: 'background', fields: [long('context'), long('attemptedSolutions'), long('constraints')] },
    {
      name: 'terms',
      fields: [
        { ...demandType, isHalf: true },
        region,
        fields,
        keywords,
        { ...budget, amounts: ['min', 'max'] },
        cooperationModes,
        long('ipExpectation', 500),
        deadline,
        validUntil,
        anonymous,
        detailsUnderNda,
      ],
    },
    { name: 'contact', fields: [organisation, creditCode, organisationNature, person, role, phone, email] },
  ],
};
