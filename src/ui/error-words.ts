import { YuniaoError, type ErrorCode } from '../sdk/index.js';
import type { ErrorKey } from './lazy/error-texts.js';
import type { Localizer, PartTexts } from './localize-controller.js';
import type { StateKey } from './messages.js';

/** What to tell the reader about a failure: what happened, and what to do. */
export interface ErrorWords {
  readonly title: string;
  readonly advice: string;
}

type Kind = 'network' | 'timeout' | 'denied' | 'missing' | 'invalid' | 'busy' | 'server' | 'schema' | 'unknown';

const KINDS: Readonly<Partial<Record<ErrorCode, Kind>>> = {
  network: 'network',
  offline: 'network',
  timeout: 'timeout',
  unauthorized: 'denied',
  forbidden: 'denied',
  'not-found': 'missing',
  'bad-request': 'invalid',
  invalid: 'invalid',
  'rate-limited': 'busy',
  server: 'server',
  unavailable: 'server',
  schema: 'schema',
};

/** Fetches the texts: to be called while the network is there, as without it there is but the plain word that it failed. */
export function loadErrorTexts(l10n: Pick<Localizer<ErrorKey>, 'load'>): void {
  l10n.load(errorTexts);
}

const errorTexts = async (): Promise<PartTexts<ErrorKey>> => (await import('./lazy/error-texts.js')).texts;

/** Words for `error` by its code alone: text that came over the network is never shown. */
export function errorWords(error: unknown, l10n: Localizer<StateKey | ErrorKey>): ErrorWords {
  loadErrorTexts(l10n);
  const kind = (YuniaoError.isInstance(error) && KINDS[error.code]) || 'unknown';
  const retryAfterMs = kind === 'busy' && retryAfter(error);
  return {
    title: l10n.t(`error.${kind}.title`) || l10n.t('state.failed'),
    advice: retryAfterMs
      ? l10n.t('error.busy.adviceSeconds', { count: Math.ceil(retryAfterMs / 1000) })
      : l10n.t(`error.${kind}.advice`),
  };
}

function retryAfter(error: unknown): number | undefined {
  const { retryAfterMs } = error as { retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : undefined;
}
