import type { Messages } from './localize-controller.js';
import type { StateKey } from './messages.js';

/** English texts that every element with data needs. */
export const stateEn: Messages<StateKey> = {
  'state.loading': 'Loading…',
  'state.retry': 'Try again',
  'state.stale': 'Showing data as of {time}.',
  'error.network.title': 'The connection failed',
  'error.network.advice': 'Check your network connection, then try again.',
  'error.timeout.title': 'No answer in time',
  'error.timeout.advice': 'The service is slow at the moment. Please try again shortly.',
  'error.denied.title': 'This website may not show this data',
  'error.denied.advice': 'The operator of this website needs to check its site key and allowed addresses.',
  'error.missing.title': 'The service was not found',
  'error.missing.advice': 'The operator of this website needs to check the service address.',
  'error.invalid.title': 'The request was not understood',
  'error.invalid.advice': 'Change your words or filters, then try again.',
  'error.busy.title': 'Too many requests at the moment',
  'error.busy.advice': 'Please wait a moment, then try again.',
  'error.busy.adviceSeconds': { one: 'Please try again in a second.', other: 'Please try again in {count} seconds.' },
  'error.server.title': 'The service has a problem',
  'error.server.advice': 'This is not your fault. Please try again in a few minutes.',
  'error.schema.title': 'The answer could not be read',
  'error.schema.advice':
    'The service may be of another version than this page. The operator of this website has to update one of them.',
  'error.unknown.title': 'Something went wrong',
  'error.unknown.advice': 'Please try again. If it happens again, reload the page.',
  'config.title': 'Not set up yet',
  'config.missing':
    'Add api="https://…" with the address of your platform to this tag, or put it inside <yn-provider>.',
  'config.provider': 'The <yn-provider> around this tag needs api="https://…" with the address of your platform.',
  'config.api': 'The value of api is not a web address: “{api}”. Write it as api="https://…".',
};
