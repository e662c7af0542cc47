import * as z from 'zod/mini';
import { isCreditCode } from '../../domain/credit-code.js';
import { Organisation, PartialDate, Timestamp } from '../../domain/primitives.js';
import type { ProblemField } from '../../domain/problem.js';
import type { ConsentGiven } from '../../domain/submission.js';
import { faultsOf, type FieldFault, fieldFault } from '../http/issue-messages.js';
import { isRealDay, unstorablePath } from '../http/storable.js';
import type { Language } from '../language.js';
import { isConsentPurpose, isConsentText, REQUIRED_PURPOSES } from './consent-texts.js';

/** Enough to mend a body by: one can be wrong in thousands of places. */
const MAX_FAULTS = 50;

/** A body that is sound, or what is wrong with it. */
export type Checked<T> = { readonly body: T } | { readonly errors: readonly ProblemField[] };

/**
 * Checks a body by its schema and by what a schema does not say: no field that nobody reads, days that the calendar has,
 * check digits, text that a database can keep, consents to texts that exist. All faults at once, so that a form is
 * mended in one go.
 */
export function checkBody<T extends { readonly consents: readonly ConsentGiven[] }>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  lang: Language,
): Checked<T> {
  return checkFields(schema, input, lang, ({ consents }, add) => checkConsents(consents, add));
}

/** The same for what comes without consents; `more` looks at what the schema let through. */
export function checkFields<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  lang: Language,
  more: (parsed: T, add: Add) => void = () => undefined,
): Checked<T> {
  const parsed = schema.safeParse(input);
  const errors = parsed.success ? [] : faultsOf(parsed.error.issues, input, lang);
  const add = (path: string, code: FieldFault): void => void errors.push(fieldFault(path, code, lang));
  inspect(schema, input, '', add);
  const unstorable = unstorablePath(input);
  if (unstorable !== undefined) add(unstorable, 'invalid_text');
  if (parsed.success) more(parsed.data, add);
  return parsed.success && errors.length === 0 ? { body: parsed.data } : { errors: errors.slice(0, MAX_FAULTS) };
}

type Add = (path: string, code: FieldFault) => void;

const CREDIT_CODE = Organisation.shape.creditCode._zod.def.innerType;

/** Walks a value along its schema. */
function inspect(schema: z.core.$ZodType, value: unknown, path: string, add: Add): void {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') inspect(def.innerType, value, path, add);
  else if (typeof value === 'string') inspectText(schema, value, path, add);
  else if (Array.isArray(value)) {
    if (def.type === 'array') value.forEach((item, at) => inspect(def.element, item, `${path}.${at}`, add));
  } else if (typeof value === 'object' && value !== null && def.type === 'object') {
    for (const [name, child] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      const inner = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
      if (inner) inspect(inner, child, at, add);
      else add(at.slice(0, 200), 'unknown_field');
    }
  }
}

function inspectText(schema: z.core.$ZodType, text: string, path: string, add: Add): void {
  if (schema === PartialDate || schema === Timestamp) {
    const date = text.slice(0, 10);
    const isWhole = /^\d{4}-\d\d-\d\d$/.test(date);
    if (date.startsWith('0000') || (isWhole && !isRealDay(date))) add(path, 'no_such_day');
  } else if (schema === CREDIT_CODE && CREDIT_CODE.safeParse(text).success && !isCreditCode(text)) {
    add(path, 'check_digit');
  }
}

function checkConsents(consents: readonly ConsentGiven[], add: Add): void {
  for (const [at, { purpose, textVersion }] of consents.entries()) {
    if (!isConsentPurpose(purpose)) add(`consents.${at}.purpose`, 'unknown_purpose');
    else if (!isConsentText(purpose, textVersion)) add(`consents.${at}.textVersion`, 'unknown_text_version');
  }
  const given = new Set(consents.map(({ purpose }) => purpose));
  if (REQUIRED_PURPOSES.some((purpose) => !given.has(purpose))) add('consents', 'consent_missing');
}
