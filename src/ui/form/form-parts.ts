import type { ReactiveElement } from 'lit';
import { type ElementPart, LazyPart } from '../lazy-part.js';
import type { LocalizeController } from '../localize-controller.js';
import type { SubmissionController } from '../submit/submission-controller.js';
import type { FieldContext } from './field-view.js';
import type { AnswerClient, AnswerNaming } from './lazy/answer-part.js';
import type { SimilarClient } from './lazy/guide-part.js';
import type { Values } from './values.js';

/** What the parts of a form that come on need know of it. */
export interface FormSurroundings {
  readonly host: ReactiveElement;
  readonly l10n: LocalizeController<string>;
  readonly submission: SubmissionController;
  context(): FieldContext;
  client(): (SimilarClient & AnswerClient) | undefined;
  /** Readies the form for the next submission. */
  startOver(): void;
  /** By what the author names the submission that is answered. */
  answerNaming(): AnswerNaming;
  /** What the form begins with from now on; `replaces` what is in it. */
  fill(values: Values, replaces: boolean): void;
}

type AnswerPart = import('./lazy/answer-part.js').AnswerPart;
type FaultPart = import('./lazy/fault-part.js').FaultPart;
type GuidePart = import('./lazy/guide-part.js').GuidePart;
type LanguagesPart = import('./lazy/languages-part.js').LanguagesPart;
type OutcomePart = import('./lazy/outcome-part.js').OutcomePart;
type PickerPart = import('./lazy/picker-part.js').PickerPart;
type PreviewPart = import('./lazy/preview-part.js').PreviewPart;

/** What of a form is fetched when it is first needed. */
export interface FormParts {
  /** The answer to what the platform's staff has returned. */
  readonly answer: LazyPart<AnswerPart>;
  /** What is wrong. Fetched while the network is there, as it may be needed when it is not. */
  readonly fault: LazyPart<FaultPart>;
  /** Advice while typing. */
  readonly guide: LazyPart<GuidePart>;
  readonly languages: LazyPart<LanguagesPart>;
  /** How sending went. Fetched early, too. */
  readonly outcome: LazyPart<OutcomePart>;
  readonly picker: LazyPart<PickerPart>;
  readonly preview: LazyPart<PreviewPart>;
}

export function formParts(around: FormSurroundings): FormParts {
  const part = <T extends ElementPart>(load: () => Promise<T>): LazyPart<T> =>
    new LazyPart(around.host, around.l10n, load);
  return {
    answer: part(async () => new (await import('./lazy/answer-part.js')).AnswerPart(around)),
    fault: part(async () => new (await import('./lazy/fault-part.js')).FaultPart(around)),
    languages: part(async () => new (await import('./lazy/languages-part.js')).LanguagesPart(around)),
    guide: part(async () => new (await import('./lazy/guide-part.js')).GuidePart(around)),
    outcome: part(async () => new (await import('./lazy/outcome-part.js')).OutcomePart(around)),
    picker: part(async () => new (await import('./lazy/picker-part.js')).PickerPart(around)),
    preview: part(async () => new (await import('./lazy/preview-part.js')).PreviewPart(around)),
  };
}
