import type { ErrorKey } from './lazy/error-texts.js';
import type { Localizer, PartTexts } from './localize-controller.js';
import type { StateKey } from './messages.js';

/** What to tell the reader about a failure: what happened, and what to do. */
export interface ErrorWords {
  readonly title: string;
  readonly advice: string;
}

/** Until the words come there is but the plain one that it failed. */
let wordsFor: typeof import('./lazy/error-texts.js').wordsFor = (_error, l10n) => ({
  title: l10n.t('state.failed'),
  advice: '',
});

/** Fetches the words: to be called while the network is there. */
export function loadErrorTexts(l10n: Pick<Localizer<ErrorKey>, 'load'>): void {
  l10n.load(errorTexts);
}

const errorTexts = async (): Promise<PartTexts<ErrorKey>> => {
  const part = await import('./lazy/error-texts.js');
  ({ wordsFor } = part);
  return part.texts;
};

/** Words for `error`, in the reader's language. */
export function errorWords(error: unknown, l10n: Localizer<StateKey | ErrorKey>): ErrorWords {
  loadErrorTexts(l10n);
  return wordsFor(error, l10n);
}
