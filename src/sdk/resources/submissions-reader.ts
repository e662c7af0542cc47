import {
  PersonalData,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
} from '../../domain/submission-answers.js';
import { ConfigError } from '../errors/config-error.js';
import { createIdempotencyKey } from '../idempotency-key.js';
import type { RequestOptions } from '../options.js';
import { parseAnswer } from '../parse.js';
import type { Parse, Transport } from '../transport.js';
import type { SubmissionQuery, SubmissionsResource } from './submissions.js';

const stateOf: Parse<SubmissionState> = (data, context) => parseAnswer(SubmissionState, data, context);

/** Sends a submission; the platform may take its time with a long body, never with the same one twice. */
export function sendSubmission(
  transport: Transport,
  path: string,
  body: unknown,
  { idempotencyKey = createIdempotencyKey(), ...options }: RequestOptions = {},
): Promise<SubmissionReceipt> {
  const parse: Parse<SubmissionReceipt> = (data, context) => parseAnswer(SubmissionReceipt, data, context);
  return transport.post(path, body, parse, { ...options, idempotencyKey });
}

/** Reads and changes submissions at the other end of `transport`. */
export function submissionsReader(transport: Transport): SubmissionsResource {
  const write = (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    key: string,
    body: unknown,
    { lang, ...options }: SubmissionQuery = {},
  ): Promise<SubmissionState> =>
    // Each of these leaves the same behind when it is sent twice
    transport.send(method, path, keyed(key, lang), body, stateOf, {
      idempotencyKey: createIdempotencyKey(),
      ...options,
    });
  return {
    settings: async (kind, { lang, ...options } = {}) =>
      transport.get(
        'submission-settings',
        withLanguage(new URLSearchParams({ kind }), lang),
        (data, context) => parseAnswer(SubmissionSettings, data, context),
        options,
      ),
    state: async (reference, key, { lang, ...options } = {}) =>
      transport.get(addressOf(reference), keyed(key, lang), stateOf, options),
    withdraw: async (reference, key, options) =>
      write('POST', `${addressOf(reference)}/withdrawal`, key, undefined, options),
    withdrawConsent: async (reference, key, consent, options) =>
      write('POST', `${addressOf(reference)}/consent-withdrawals`, key, consent, options),
    resubmit: async (reference, key, body, options) => write('PUT', addressOf(reference), key, body, options),
    personalData: async (reference, key, options) =>
      transport.get(
        `${addressOf(reference)}/personal-data`,
        keyed(key),
        (data, context) => parseAnswer(PersonalData, data, context),
        options,
      ),
    erase: async (reference, key, options) =>
      write('DELETE', `${addressOf(reference)}/personal-data`, key, undefined, options),
  };
}

/** @throws {ConfigError} for what cannot be a reference, which would address something else */
function addressOf(reference: string): string {
  if (/^[A-Z0-9-]{1,40}$/.test(reference)) return `submissions/${reference}`;
  throw new ConfigError('A submission is read by its reference, such as D26-7K4Q-X9MT.');
}

function keyed(key: string, lang?: string): URLSearchParams {
  return withLanguage(new URLSearchParams({ key }), lang);
}

function withLanguage(params: URLSearchParams, lang: string | undefined): URLSearchParams {
  if (lang) params.set('lang', lang);
  return params;
}
