import * as z from 'zod/mini';
import { Problem } from '../domain/problem.js';
import { HttpError } from './errors/http-error.js';
import { SchemaError } from './errors/schema-error.js';
import { notJsonWords, tooLargeWords } from './errors/words.js';
import { MAX_ANSWER_BYTES } from './read-body.js';
import { parseRetryAfter } from './retry-policy.js';

/** As much of a wrong answer as is kept for a report. */
const MAX_CAUSE = 2_000;

/** The platform's name for a request. */
export function requestIdOf(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined;
}

/** The JSON value of a successful answer; `undefined` when it is empty. @throws {HttpError | SchemaError} */
export function decodeAnswer(response: Response, text: string | undefined, endpoint: string): unknown {
  if (!response.ok) throw httpErrorOf(response, text ?? '');
  if (text === undefined) throw notTheContract(endpoint, tooLargeWords(MAX_ANSWER_BYTES));
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw notTheContract(endpoint, notJsonWords(text), text);
  }
}

function notTheContract(endpoint: string, message: string, text?: string): SchemaError {
  return new SchemaError({
    message,
    endpoint,
    issues: [{ path: '', message }],
    ...(text === undefined ? {} : { cause: text.slice(0, MAX_CAUSE) }),
  });
}

function httpErrorOf(response: Response, text: string): HttpError {
  const problem = parseProblem(text);
  return new HttpError({
    status: response.status,
    problem,
    requestId: problem?.requestId ?? requestIdOf(response),
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
    cause: text.slice(0, MAX_CAUSE),
  });
}

function parseProblem(text: string): Problem | undefined {
  try {
    return z.safeParse(Problem, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
