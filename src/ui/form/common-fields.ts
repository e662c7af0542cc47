import type { Composer } from './compose.js';
import type { Field } from './definition.js';

// Fields that several forms have, and what they make of them.

export const organisation: Field = {
  name: 'organisation',
  type: 'text',
  path: 'submitter.organisation.name',
  text: 'form.organisation',
  languages: 'one',
  max: 100,
  isRequired: true,
  isHalf: true,
  autocomplete: 'organization',
};

export const creditCode: Field = {
  name: 'creditCode',
  type: 'creditCode',
  path: 'submitter.organisation.creditCode',
  text: 'form.creditCode',
  isHalf: true,
};

export const person: Field = {
  name: 'person',
  type: 'text',
  path: 'submitter.person',
  text: 'form.person',
  max: 50,
  isRequired: true,
  isHalf: true,
  autocomplete: 'name',
};

/** Position in the organisation; only the full forms ask for it, and word it. */
export const role: Field = {
  name: 'role',
  type: 'text',
  path: 'submitter.role',
  text: 'form.role',
  max: 50,
  isHalf: true,
  autocomplete: 'organization-title',
};

export const phone: Field = { name: 'phone', type: 'phone', path: 'submitter.phone', text: 'form.phone', isHalf: true };
export const email: Field = { name: 'email', type: 'email', path: 'submitter.email', text: 'form.email', isHalf: true };

/** The kind of the draft and its main language: that of its title, where it has but one. */
export function completeDraft(composer: Composer, kind: string): void {
  const title = composer.get('draft.title') as Readonly<Record<string, string>> | undefined;
  composer.put('draft.kind', kind);
  composer.put('draft.lang', !title || title[composer.lang] ? composer.lang : (Object.keys(title)[0] ?? composer.lang));
}

/** Who publishes a record is who sends it, unless it is not to be named. */
export function completeOwner(composer: Composer): void {
  const owner = composer.get('submitter.organisation') as { readonly name?: unknown } | undefined;
  if (owner?.name) composer.put('draft.owner', owner);
}
