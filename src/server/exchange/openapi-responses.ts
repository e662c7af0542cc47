import { fill } from '../language.js';
import { PROBLEMS, type ProblemKind } from '../http/problem-texts.js';
import { PROBLEM_TYPE, ProblemError, problemBody } from '../http/problems.js';
import { type JsonObject, ref } from './openapi-schemas.js';

/** Headers of every answer that has a body. */
const requestId: JsonObject = {
  'X-Request-Id': { description: 'Tell it to the operator when something fails.', schema: { type: 'string' } },
};

const validators: JsonObject = {
  ...requestId,
  ETag: { description: 'Send it back as If-None-Match to get 304 when nothing changed.', schema: { type: 'string' } },
  'Last-Modified': { description: 'Time of the data.', schema: { type: 'string' } },
};

/** A JSON answer. */
export function jsonResponse(description: string, schema: string, extra: JsonObject = {}): JsonObject {
  return { description, headers: requestId, content: { 'application/json': { schema: ref(schema), ...extra } } };
}

/** The answers of a read that can be revalidated. */
export function readResponses(description: string, schema: string): Record<string, JsonObject> {
  return {
    '200': { ...jsonResponse(description, schema), headers: validators },
    '304': { description: 'Nothing changed since the ETag that was sent.' },
  };
}

/** The error answers of an operation, each with a true example. Kinds of one status share an answer. */
export function problemResponses(...kinds: readonly ProblemKind[]): Record<string, JsonObject> {
  const byStatus = new Map<number, ProblemKind[]>();
  for (const kind of kinds) {
    const { status } = PROBLEMS[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  return Object.fromEntries([...byStatus].map(([status, same]) => [String(status), problemResponse(same)]));
}

function problemResponse(kinds: readonly ProblemKind[]): JsonObject {
  const examples = kinds.map((kind) => [
    kind,
    { summary: fill(PROBLEMS[kind].title, 'en'), value: problemBody(new ProblemError(kind), 'en', undefined) },
  ]);
  return {
    description: kinds.map((kind) => `${PROBLEMS[kind].title.en}.`).join(' '),
    headers: requestId,
    content: { [PROBLEM_TYPE]: { schema: ref('Problem'), examples: Object.fromEntries(examples) } },
  };
}
