import { css, type CSSResult } from 'lit';
import { creditCode, email, organisation, person, phone, role } from '../../../ui/form/common-fields.js';
import type { Field, FormDefinition } from '../../../ui/form/definition.js';
import {
  benefit,
  completers,
  definition as short,
  keywords,
  price,
  readiness,
  summary,
  title,
  transferModes,
} from '../fields.js';

export { texts } from './achievement-full-texts.js';
export const styles: CSSResult = css``;

function long(name: string, max = 2000): Field {
  return { name, type: 'long', path: `draft.${name}`, languages: 'each', max };
}

function choice(name: string, lists: string): Field {
  return { name, type: 'choice', path: `draft.${name}`, lists, isHalf: true };
}

const innovationPoints: Field = {
  name: 'innovationPoints',
  type: 'lines',
  path: 'draft.innovationPoints',
  languages: 'each',
};

/** The vocabularies at once, to be searched. */
const fields: Field = {
  name: 'field',
  type: 'choices',
  path: 'draft.fields',
  lists: 'hightech-8 tech-market-11 zj-hubs',
  as: 'concepts',
};

const ip: Field = {
  name: 'ip',
  type: 'rows',
  path: 'draft.ip',
  columns: [
    { name: 'kind', type: 'choice', path: 'kind', text: 'achievement.ipKind', lists: 'ip-kind', isRequired: true },
    { name: 'title', type: 'text', path: 'title', text: 'achievement.ipTitle', languages: 'one', max: 200 },
    { name: 'patentNo', type: 'text', path: 'patentNo', text: 'achievement.ipNumber', max: 100 },
    {
      name: 'legalStatus',
      type: 'choice',
      path: 'legalStatus',
      text: 'achievement.ipStatus',
      lists: 'ip-legal-status',
    },
    { name: 'grantDate', type: 'date', path: 'grantDate', text: 'achievement.ipGranted' },
  ],
};

const ownershipShares: Field = {
  name: 'ownershipShares',
  type: 'rows',
  path: 'draft.ownershipShares',
  columns: [
    { name: 'holder', type: 'text', path: 'holder', text: 'achievement.holder', max: 100, isRequired: true },
    { name: 'percent', type: 'number', path: 'percent', text: 'achievement.percent', isRequired: true },
  ],
};

const registrationNo: Field = {
  name: 'registrationNo',
  type: 'text',
  path: 'draft.registrationNo',
  max: 50,
  isHalf: true,
};

const startDate: Field = { name: 'startDate', type: 'month', path: 'draft.startDate', isHalf: true };
const endDate: Field = { name: 'endDate', type: 'month', path: 'draft.endDate', isHalf: true };
const freeMonths: Field = { name: 'freeMonths', type: 'number', path: 'draft.tryFirst.freeMonths', isHalf: true };
const validUntil: Field = { name: 'validUntil', type: 'date', path: 'draft.validUntil', isHalf: true };
/** A role mailbox that the record shows to everybody. */
const publicEmail: Field = { name: 'publicEmail', type: 'email', path: 'draft.contact.email', isHalf: true };

/** Everything that the form of registration and the readers of listings ask for. */
export const definition: FormDefinition = {
  ...short,
  sections: [
    {
      name: 'result',
      fields: [
        title,
        benefit,
        summary,
        long('problemSolved'),
        innovationPoints,
        long('indicators'),
        long('comparison'),
        long('applications'),
        long('economics'),
        keywords,
        completers,
      ],
    },
    {
      name: 'state',
      fields: [
        fields,
        choice('achievementClass', 'achievement-class'),
        choice('form', 'achievement-form'),
        choice('attribute', 'achievement-attribute'),
        choice('level', 'achievement-level'),
        readiness,
        choice('applicationState', 'application-state'),
        startDate,
        endDate,
        registrationNo,
        choice('region', 'region'),
      ],
    },
    { name: 'rights', fields: [ip, ownershipShares] },
    {
      name: 'transfer',
      fields: [
        transferModes,
        choice('licenceKind', 'licence-kind'),
        long('territory', 200),
        choice('pricingMethod', 'pricing-method'),
        choice('paymentMode', 'payment-mode'),
        price,
        freeMonths,
        validUntil,
        long('transferNote'),
        publicEmail,
      ],
    },
    { name: 'contact', fields: [organisation, creditCode, person, role, phone, email] },
  ],
};
