import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeLists,
  findTransition,
  SUBMISSION_KINDS,
  SUBMISSION_STATUSES,
  transitionsFrom,
} from '../../src/domain/index.js';

const kinds = fc.constantFrom(...SUBMISSION_KINDS);
const statuses = fc.constantFrom(...SUBMISSION_STATUSES);

describe('the way of a submission', () => {
  it('has statuses that the code list names', () => {
    const codes = codeLists.get('record-status')?.entries.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([...SUBMISSION_STATUSES]));
  });

  it('leads every status of a record to its end', () => {
    fc.assert(
      fc.property(kinds, statuses, (kind, status) => {
        const seen = new Set([status]);
        for (const from of seen) for (const { to } of transitionsFrom(kind, from, 'operator')) seen.add(to);
        const isStart = kind !== 'enquiry' || !['review', 'publicNotice', 'published', 'tombstone'].includes(status);
        expect(!isStart || status === 'tombstone' || seen.has('closed')).toBe(true);
      }),
    );
  });

  it('lets a submitter withdraw and answer a return, and nothing else', () => {
    for (const kind of SUBMISSION_KINDS)
      for (const from of SUBMISSION_STATUSES)
        for (const { to } of transitionsFrom(kind, from, 'submitter'))
          expect(to === 'closed' || (from === 'returned' && to === 'submitted')).toBe(true);
  });

  it('asks for a note with a return, a reason with a closing and an end with a notice', () => {
    expect(findTransition('demand', 'firstReview', 'returned', 'operator')?.needs).toEqual(['note']);
    expect(findTransition('demand', 'firstReview', 'closed', 'operator')?.needs).toEqual(['closeReason']);
    expect(findTransition('achievement', 'review', 'publicNotice', 'operator')?.needs).toEqual(['noticeEnd']);
  });

  it('never makes an enquiry public', () => {
    for (const from of SUBMISSION_STATUSES)
      for (const each of transitionsFrom('enquiry', from, 'operator')) {
        expect(each.isPublic).toBe(false);
        expect(['publicNotice', 'published']).not.toContain(each.to);
      }
  });

  it('marks what the public would see', () => {
    expect(findTransition('demand', 'review', 'published', 'operator')?.isPublic).toBe(true);
    expect(findTransition('demand', 'published', 'closed', 'operator')?.isPublic).toBe(true);
    expect(findTransition('demand', 'submitted', 'firstReview', 'operator')?.isPublic).toBe(false);
    expect(findTransition('demand', 'submitted', 'published', 'operator')).toBeUndefined();
  });
});
