import { describe, expect, it } from 'vitest';
import {
  AssignRequest,
  EditRequest,
  MergeRequest,
  ObjectionRequest,
  SettlementRequest,
  TransitionRequest,
} from '../../../src/domain/index.js';
import { deskPaths } from '../../../src/server/exchange/openapi-desk.js';
import { describeDesk } from '../http/desk-support.js';

const SCHEMAS = { AssignRequest, EditRequest, MergeRequest, ObjectionRequest, SettlementRequest, TransitionRequest };

interface Operation {
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { $ref: string }; readonly example: unknown } };
  };
}

const operations = Object.entries(deskPaths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
);

describe('the desk in the OpenAPI document', () => {
  it('has bodies whose examples are what the platform takes', () => {
    const bodies = operations.flatMap(({ operation }) => operation.requestBody ?? []);
    expect(bodies).toHaveLength(6);
    for (const { content } of bodies) {
      const { schema, example } = content['application/json'];
      const name = schema.$ref.split('/').at(-1) as keyof typeof SCHEMAS;
      expect(SCHEMAS[name].safeParse(example)).toMatchObject({ success: true });
    }
  });
});

describeDesk('the addresses that the document names', (given) => {
  it('are there, and closed to strangers but for the notices', async () => {
    const answers: string[] = [];
    for (const { path, method } of operations) {
      const address = path.replaceAll('{reference}', 'D26-7K4Q-X9MT').replaceAll('{id}', 'x');
      const { status } = await given().ask(address, { method: method.toUpperCase() });
      answers.push(`${method} ${path} ${status}`);
    }
    const open = answers.filter((answer) => !answer.endsWith('401'));
    expect(open).toEqual([
      'get /api/v1/notices 200',
      'get /api/v1/notices/{reference} 404',
      'post /api/v1/notices/{reference}/objections 400',
    ]);
  });
});
