import { codeLabel } from '../../domain/code-lists/index.js';
import type { ProblemField } from '../../domain/problem.js';
import { DRAFTS } from '../desk/drafts.js';
import { FIELD_FAULTS, OBSTACLES } from '../desk/texts.js';
import { fill, type Language } from '../language.js';
import { DeskError, type DeskRefusal } from '../store/desk-error.js';
import { faultsOf } from './issue-messages.js';
import { insufficientScope } from './operator-token.js';
import { ProblemError } from './problems.js';

/** Seconds: nobody settles hundreds of objections sooner. */
const HOUR = 3600;

/**
 * Runs a change of the desk; what it refuses becomes a problem in the language of the request.
 * @param seen version that the operator saw
 */
export async function orProblem<T>(change: Promise<T>, lang: Language, seen?: number): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof DeskError) throw problemOf(error.refusal, lang, seen);
    throw error;
  }
}

function problemOf(refusal: DeskRefusal, lang: Language, seen: number | undefined): ProblemError {
  const label = (status: string): string => codeLabel('record-status', status, lang);
  switch (refusal.code) {
    case 'not-found':
      return new ProblemError('reference-not-found');
    case 'changed': {
      const { version, status } = refusal;
      return new ProblemError('submission-changed', { values: { seen: seen ?? '?', version, status: label(status) } });
    }
    case 'step-unknown': {
      const { status, possible } = refusal;
      const labels = possible.map(label).join(lang === 'en' ? ', ' : '、');
      return new ProblemError('step-unknown', { values: { status: label(status), possible: labels || '—' } });
    }
    case 'scope-missing':
      return insufficientScope(refusal.scope);
    case 'blocked': {
      const why = fill(OBSTACLES[refusal.obstacle], lang, { end: refusal.end ?? '' });
      return new ProblemError('step-blocked', { values: { why } });
    }
    case 'field': {
      const { path, fault, values } = refusal;
      const message = fill(FIELD_FAULTS[fault], lang, values);
      return new ProblemError('invalid-body', { errors: [{ path, code: fault.replaceAll('-', '_'), message }] });
    }
    case 'draft':
      return new ProblemError('invalid-body', { errors: draftFaults(refusal, lang) });
    case 'settled':
      return new ProblemError('objection-settled');
    case 'notice-over':
      return new ProblemError('notice-over');
    case 'objections-full':
      return new ProblemError('too-many-requests', {
        values: { seconds: HOUR },
        headers: { 'Retry-After': `${HOUR}` },
      });
    case 'key-reused':
      return new ProblemError('idempotency-key-reused');
  }
}

/** What is wrong with a draft, by the schema of its kind. */
function draftFaults({ kind, draft }: DeskRefusal & { readonly code: 'draft' }, lang: Language): ProblemField[] {
  const checked = DRAFTS[kind].safeParse(draft);
  if (checked.success) return [];
  return faultsOf(checked.error.issues, draft, lang).map(({ path, code, message }) => ({
    path: path === '' ? 'draft' : `draft.${path}`,
    code,
    message,
  }));
}
