import type { Messages } from './localize-controller.js';
import type { StateKey } from './messages.js';

/** English texts that every element with data needs. */
export const stateEn: Messages<StateKey> = {
  'state.loading': 'Loading…',
  'state.failed': 'Could not be loaded',
  'state.retry': 'Try again',
  'state.stale': 'Showing data as of {time}.',
};
