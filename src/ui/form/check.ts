import type { ProblemField } from '../../domain/problem.js';
import type { ConsentRequest } from '../../domain/submission.js';
import { Composer, type Fault, type FaultCode, type Place, type TextLanguage } from './compose.js';
import { type Field, fieldsOf, type FormDefinition } from './definition.js';
import { textAt, type Values } from './values.js';

/** What a form knows when it is checked. */
export interface CheckContext {
  readonly definition: FormDefinition;
  readonly values: Values;
  readonly lang: TextLanguage;
  readonly isRequired: (field: Field) => boolean;
  /** What a person is asked to agree to; `undefined` while that is not known. */
  readonly consents: readonly ConsentRequest[] | undefined;
  /** Files that go along. */
  readonly files: { readonly ids: readonly string[]; readonly pending: number } | undefined;
  /** What is to come of it, where it changes what was sent before. */
  readonly answer?: AnswerTo | undefined;
}

/** Lays what was typed over what was sent before. */
export interface AnswerTo {
  over(body: Readonly<Record<string, unknown>>, values: Values): Record<string, unknown>;
}

/** What would be sent, and everything that is wrong with it in reading order, at most one fault a field. */
export interface Checked {
  readonly body: Record<string, unknown>;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly places: ReadonlyMap<string, Place>;
}

/** Codes by the type of the field, for what a schema finds wrong with a value that is there. */
const CODES: Readonly<Partial<Record<Place['type'], FaultCode>>> = {
  email: 'email',
  phone: 'phone',
  url: 'url',
  date: 'date',
  month: 'date',
  number: 'number',
  creditCode: 'creditCode',
};

/** Composes what was typed and reads it as the platform will. */
export function checkForm({ definition, values, lang, isRequired, consents, files, answer }: CheckContext): Checked {
  const composer = new Composer(values, lang);
  for (const field of fieldsOf(definition)) composer.write(field, isRequired(field));
  definition.complete(composer);
  if (!textAt(values, 'phone').trim() && !textAt(values, 'email').trim()) composer.fault('phone', 'reach');
  if (!consents) composer.fault('consents', 'consents');
  let given = 0;
  for (const { purpose, required, recipient, textVersion } of consents ?? []) {
    const key = `consents.${purpose}`;
    if (textAt(values, key)) {
      composer.put(`consents.${given}`, { purpose, recipient, textVersion }, { key, type: 'consent' });
      given += 1;
    } else if (required) composer.fault(key, 'consent');
  }
  if (files?.pending) composer.fault('files', 'files');
  else if (files?.ids.length) composer.put('attachments', files.ids, { key: 'files', type: 'text' });
  const trap = textAt(values, 'website');
  if (trap) composer.put('website', trap);

  const { body, places, faults } = composer;
  const result = definition.schema.safeParse(body);
  if (!result.success)
    for (const issue of result.error.issues) {
      const path = issue.path.join('.');
      // Told above in the form's own way, before everything else is right
      if (issue.message.startsWith('needs a phone number or') || issue.path[0] === 'consents') continue;
      const place = placeOf(path, places);
      const isTold = faults.some(
        ({ key }) => key === place?.key || key.startsWith(`${place?.key}.`) || isWithin(path, key, places),
      );
      if (isTold) continue;
      if (!place) faults.push({ key: path, code: 'invalid' });
      else faults.push({ key: place.key, code: composer.get(path) === undefined ? missing(place) : codeFor(place) });
    }
  return { body: answer?.over(body, values) ?? body, places, faults: firstOfEach(faults) };
}

/** The faults that a platform found, at their fields. */
export function faultsFrom(
  errors: readonly ProblemField[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Fault> {
  return firstOfEach(
    errors.map(({ path, code, message }) => {
      const place = placeOf(path, places);
      if (place && code === 'missing') return { key: place.key, code: missing(place) };
      return { key: place?.key ?? path, code: 'refused', params: { message } };
    }),
  );
}

/** Whether the field with this key makes a part of what stands at `path`, as when a whole group is missing. */
function isWithin(path: string, key: string, places: ReadonlyMap<string, Place>): boolean {
  return [...places].some(([at, place]) => place.key === key && at.startsWith(`${path}.`));
}

function missing({ type }: Place): FaultCode {
  if (type === 'consent') return 'consent';
  return type === 'choice' || type === 'choices' ? 'choose' : 'required';
}

function codeFor({ type }: Place): FaultCode {
  return CODES[type] ?? 'invalid';
}

/** Where the part of the body at `path`, or what it belongs to, was typed. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): Place | undefined {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = places.get(at);
    if (place) return place;
  }
  return undefined;
}

function firstOfEach(faults: readonly Fault[]): ReadonlyMap<string, Fault> {
  const first = new Map<string, Fault>();
  for (const fault of faults) if (!first.has(fault.key)) first.set(fault.key, fault);
  return first;
}
