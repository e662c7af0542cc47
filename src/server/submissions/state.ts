import { codeLabel } from '../../domain/code-lists/index.js';
import type { AuditEntry } from '../../domain/desk.js';
import type { SubmissionState, SubmissionStep } from '../../domain/submission.js';
import { transitionsFrom } from '../../domain/workflow.js';
import type { Language } from '../language.js';
import type { KeptSubmission } from '../store/submission-store.js';
import { titleOf } from './title.js';

/** Where a submission stands, as its submitter may see it. */
export function stateOf(kept: KeptSubmission, lang: Language, recordUrl: string | undefined): SubmissionState {
  const { reference, kind, status, draft, receivedAt, updatedAt, notice, consents, history } = kept;
  return {
    reference,
    kind,
    status,
    statusLabel: codeLabel('record-status', status, lang),
    title: titleOf(draft),
    receivedAt,
    updatedAt,
    steps: history.filter(({ to }) => to !== undefined).map(toStep),
    ...(notice && { notice: { start: notice.start, end: notice.end } }),
    ...(recordUrl !== undefined && { recordUrl }),
    consents: [...consents],
    actions: actionsOf(kept),
  };
}

/** Who among the staff took a step is not the submitter's business. */
function toStep({ to = '', at, note, reason }: AuditEntry): SubmissionStep {
  return { status: to, at, ...(note && { note }), ...(reason !== undefined && { reason }) };
}

function actionsOf({ kind, status, consents, hasPerson }: KeptSubmission): string[] {
  const steps = new Set(transitionsFrom(kind, status, 'submitter').map(({ to }) => to));
  return [
    ...(steps.has('submitted') ? ['resubmit'] : []),
    ...(steps.has('closed') ? ['withdraw'] : []),
    ...(consents.some(({ withdrawnAt }) => withdrawnAt === undefined) ? ['withdrawConsent'] : []),
    ...(hasPerson ? ['erase'] : []),
  ];
}
