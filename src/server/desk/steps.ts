import type { DeskStep } from '../../domain/desk.js';
import { type SubmissionStatus, type Transition, transitionsFrom } from '../../domain/workflow.js';
import type { SubmissionKind } from '../../domain/submission.js';
import { fill, type Language } from '../language.js';
import { obstacleTo, type KeptNotice, type Publishable } from './rules.js';
import { OBSTACLES } from './texts.js';

/** What is known of a submission when its steps are worked out. */
export interface Stepping extends Publishable {
  readonly kind: string;
  readonly notice?: KeptNotice | undefined;
}

/** The steps that an operator with `scopes` may take now, in the order of the way. */
export function stepsOf(submission: Stepping, scopes: readonly string[], lang: Language, today: string): DeskStep[] {
  const { kind, status, notice } = submission;
  const toStep = ({ to, needs }: Transition): DeskStep => {
    const obstacle = obstacleTo(to, submission, today);
    const blocked = obstacle && fill(OBSTACLES[obstacle], lang, { end: notice?.end ?? '' });
    return { to, needs: [...needs], ...(blocked !== undefined && { blocked }) };
  };
  return transitionsFrom(kind as SubmissionKind, status as SubmissionStatus, 'operator')
    .filter(({ isPublic }) => !isPublic || scopes.includes('publish'))
    .map(toStep);
}
