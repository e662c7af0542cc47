import type { SubmissionState } from '../../src/domain/submission.js';
import { HttpError } from '../../src/sdk/index.js';
import { sampleState } from './fake-submissions.js';

/** A submission that has come a long way. */
export const eventfulState: SubmissionState = {
  ...sampleState,
  status: 'publicNotice',
  statusLabel: '公示',
  title: { 'zh-CN': '高温轴承失效预测', en: 'Predicting the failure of hot bearings' },
  updatedAt: '2026-12-09T02:00:00.000Z',
  steps: [
    { status: 'submitted', at: '2026-11-29T08:00:00.000Z' },
    { status: 'firstReview', at: '2026-11-30T01:00:00.000Z' },
    {
      status: 'returned',
      at: '2026-12-01T01:00:00.000Z',
      note: { 'zh-CN': '请补充耐温指标。\n例如：≥ 650 ℃，<b>连续</b> 1000 小时。' },
    },
    { status: 'submitted', at: '2026-12-02T01:00:00.000Z' },
    { status: 'publicNotice', at: '2026-12-09T02:00:00.000Z' },
  ],
  notice: { start: '2026-12-10', end: '2026-12-24' },
  recordUrl: 'https://platform.example.org/demands/0123456789abcdef',
  consents: [
    ...sampleState.consents,
    {
      purpose: 'forwarding',
      recipient: '与本次提交对接的单位',
      textVersion: 'forwarding-2026-11-29',
      at: '2026-11-29T08:00:00.000Z',
      withdrawnAt: '2026-12-03T08:00:00.000Z',
    },
  ],
};

export function problemOf(status: number): HttpError {
  return new HttpError({ status, problem: { type: 'about:blank', title: '', status } });
}
