import type { Problem, ProblemField } from '../../domain/problem.js';
import { fill, type Language } from '../language.js';
import { PROBLEMS, type ProblemKind } from './problem-texts.js';

/** What a route throws to answer with problem details (RFC 9457). The texts are chosen by the language of the request. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  /** Values for the placeholders of the problem's text. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The faults, one for each field or parameter; the messages are already in the language of the request. */
  readonly errors: readonly ProblemField[] | undefined;
  /** Headers that belong to this problem, such as `Allow` or `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: ProblemKind,
    extra: {
      readonly values?: Readonly<Record<string, string | number>>;
      readonly errors?: readonly ProblemField[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(kind);
    this.kind = kind;
    this.values = extra.values ?? {};
    this.errors = extra.errors;
    this.headers = extra.headers ?? {};
  }

  get status(): number {
    return PROBLEMS[this.kind].status;
  }
}

/** Media type of every error answer. */
export const PROBLEM_TYPE = 'application/problem+json';

/** The body of an error answer. */
export function problemBody(error: ProblemError, lang: Language, requestId: string | undefined): Problem {
  const { status, title, detail } = PROBLEMS[error.kind];
  return {
    type: `urn:problem-type:yuniao:${error.kind}`,
    title: title[lang],
    status,
    detail: fill(detail, lang, error.values),
    ...(requestId !== undefined && { requestId }),
    ...(error.errors && { errors: [...error.errors] }),
  };
}
