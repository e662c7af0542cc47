import type { PersonalData } from '../../src/domain/desk.js';
import type { SubmissionKind, SubmissionState } from '../../src/domain/submission.js';
import {
  exampleAchievementSubmission,
  exampleDemandSubmission,
  exampleEnquirySubmission,
} from '../../src/server/exchange/openapi-submission-examples.js';
import type { FakeClient } from './fake-client.js';
import { sampleState } from './fake-submissions.js';

const SENT = {
  demand: exampleDemandSubmission,
  achievement: exampleAchievementSubmission,
  enquiry: exampleEnquirySubmission,
} as const;

/** A submission that the staff has returned, with words that are no markup. */
export function returnedState(kind: SubmissionKind = 'demand'): SubmissionState {
  return {
    ...sampleState,
    kind,
    status: 'returned',
    statusLabel: '退回修改',
    updatedAt: '2026-12-01T01:00:00.000Z',
    steps: [
      ...sampleState.steps,
      { status: 'returned', at: '2026-11-30T01:00:00.000Z', note: { 'zh-CN': '更早的意见' } },
      { status: 'submitted', at: '2026-11-30T02:00:00.000Z' },
      {
        status: 'returned',
        at: '2026-12-01T01:00:00.000Z',
        note: { 'zh-CN': '请补充误报率的测试条件。\n<b>例如</b>：转速、负载。' },
      },
    ],
    actions: ['resubmit', 'withdraw', 'withdrawConsent', 'erase'],
  };
}

/** All that the platform holds of it: the example of the published document. */
export function heldData(kind: SubmissionKind = 'demand'): PersonalData {
  const { draft, submitter } = SENT[kind];
  return {
    reference: sampleState.reference,
    draft: structuredClone(draft) as Record<string, unknown>,
    submitter: structuredClone(submitter),
    consents: [...sampleState.consents],
    attachments: [{ id: 'file-1', name: '图纸.pdf', mediaType: 'application/pdf', size: 1200 }],
  };
}

/** Makes a platform answer that it has returned the example. */
export function returnTo(client: FakeClient, kind: SubmissionKind = 'demand'): void {
  client.submissions.state.answer(returnedState(kind));
  client.submissions.personalData.answer(heldData(kind));
}
