import type * as z from 'zod/mini';
import type { SubmissionKind } from '../../domain/submission.js';
import type { Composer } from './compose.js';

/**
 * How a field is filled in and what it becomes:
 * - `text` one line, `long` several, `phone`, `email`, `url`, `date`, `month`, `creditCode`: a text
 * - `words` several terms in one line, `lines` one text a line, `people` names in one line: a list
 * - `number`, `flag` (a check box), `money` (with unit and 面议)
 * - `choice` one of a code list, `choices` several of them
 * - `rows` the same columns several times
 */
export type FieldType =
  | 'text'
  | 'long'
  | 'phone'
  | 'email'
  | 'url'
  | 'date'
  | 'month'
  | 'creditCode'
  | 'words'
  | 'lines'
  | 'people'
  | 'number'
  | 'flag'
  | 'money'
  | 'choice'
  | 'choices'
  | 'rows';

/** One field of a form. */
export interface Field {
  /** By which an author hides, requires or prefills it, and under which what is typed is kept. */
  readonly name: string;
  readonly type: FieldType;
  /** Where it stands in the body, such as `draft.title`. */
  readonly path: string;
  /** Key of its label; with `.help` after it, of the sentence below. Default: the kind and the name, `demand.title`. */
  readonly text?: string;
  readonly isRequired?: boolean;
  /** Most characters, as people count them. */
  readonly max?: number;
  /** A text by language: with a tab for `each`, or in `one`, whichever it is. */
  readonly languages?: 'each' | 'one';
  /** Ids of the code lists to choose from, separated by spaces. */
  readonly lists?: string;
  /** What a choice becomes, where not its code alone: a term of a vocabulary, or a level of a scale. */
  readonly as?: 'concepts' | 'levels';
  /** Choices that are part of the form: their codes, worded by the texts of the field, separated by `|`. */
  readonly codes?: readonly string[];
  /** Names of the amounts of money below the path. */
  readonly amounts?: readonly string[];
  /** Whether money that cannot be read is kept as the words that were typed. */
  readonly keepsWords?: boolean;
  /** Columns of a row. */
  readonly columns?: readonly Field[];
  /** Shares a line with its neighbour where there is room. */
  readonly isHalf?: boolean;
  readonly autocomplete?: string;
}

export interface Section {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** A form as data. */
export interface FormDefinition {
  readonly kind: SubmissionKind;
  readonly sections: readonly Section[];
  /** What the platform will read the body by. */
  readonly schema: z.ZodMiniType;
  /** Adds what nobody types. */
  complete(composer: Composer): void;
}

/** Key of a field's label. */
export function textKey(kind: SubmissionKind, { text, name }: Field): string {
  return text ?? `${kind}.${name}`;
}

/** All fields in reading order. */
export function fieldsOf({ sections }: Pick<FormDefinition, 'sections'>): Field[] {
  return sections.flatMap(({ fields }) => fields);
}
