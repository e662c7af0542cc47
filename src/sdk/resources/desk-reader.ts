import type * as z from 'zod/mini';
import { AuditVerification, DeskMe, DeskRow, DeskSubmission, PersonalData } from '../../domain/desk.js';
import { ConfigError } from '../errors/config-error.js';
import { parsePage } from '../page.js';
import { parseAnswer } from '../parse.js';
import type { Parse, Transport } from '../transport.js';
import { deskFiles } from './desk-files-reader.js';
import { deskParams, withToken } from './desk-request.js';
import type { DeskReadOptions, DeskResource } from './desk.js';

/** Works at the desk of the platform at the other end of `transport`. The token travels as a header, never in a URL. */
export function deskReader(transport: Transport, token: string): DeskResource {
  const read = <T>(path: string, schema: z.ZodMiniType<T>, options?: DeskReadOptions): Promise<T> =>
    transport.get(`desk/${path}`, langParams(options), parsed(schema), withToken(token, options));
  const change = (
    method: 'POST' | 'DELETE',
    path: string,
    body: unknown,
    options?: DeskReadOptions,
  ): Promise<DeskSubmission> =>
    transport.send(
      method,
      `desk/${path}`,
      langParams(options),
      body,
      parsed(DeskSubmission),
      withToken(token, options),
    );
  const post = (path: string, body: unknown, options?: DeskReadOptions): Promise<DeskSubmission> =>
    change('POST', path, body, options);
  return {
    me: async (options) => read('me', DeskMe, options),
    list: async (query = {}, options) =>
      transport.get(
        'desk/submissions',
        deskParams(query),
        (data, context) => parsePage(DeskRow, (row) => row, data, context),
        withToken(token, options),
      ),
    get: async (reference, options) => read(addressed(reference), DeskSubmission, options),
    transition: async (reference, request, options) => post(`${addressed(reference)}/transitions`, request, options),
    edit: async (reference, request, options) => post(`${addressed(reference)}/revisions`, request, options),
    assign: async (reference, request, options) => post(`${addressed(reference)}/assignment`, request, options),
    merge: async (reference, request, options) => post(`${addressed(reference)}/merge`, request, options),
    settleObjection: async (reference, objectionId, request, options) =>
      post(`${addressed(reference)}/objections/${encodeURIComponent(objectionId)}/settlement`, request, options),
    personalData: async (reference, options) => read(`${addressed(reference)}/personal-data`, PersonalData, options),
    erase: async (reference, options) => change('DELETE', `${addressed(reference)}/personal-data`, undefined, options),
    verifyAudit: async (options) => read('audit/verification', AuditVerification, options),
    ...deskFiles(transport, token),
  };
}

function parsed<T>(schema: z.ZodMiniType<T>): Parse<T> {
  return (data, context) => parseAnswer(schema, data, context);
}

function langParams({ lang }: DeskReadOptions = {}): URLSearchParams {
  return new URLSearchParams(lang === undefined ? {} : { lang });
}

/** Anything else, such as '' or '..', would address something that is no submission. */
function addressed(reference: string): string {
  if (/^[A-Z0-9-]{1,40}$/.test(reference)) return `submissions/${reference}`;
  throw new ConfigError('A submission is addressed by its reference, such as D26-7K4Q-X9MT.');
}
