import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../domain/language.js';
import type { LanguageMap } from '../../domain/index.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { deskZhCN, ReviewDeskKey } from './messages.js';
import { statusIcon } from './status-icons.js';

export type L10n = Localizer<ReviewDeskKey>;

/** A text in its own language and direction; nothing where there is none. */
export function localText(map: LanguageMap | undefined, l10n: Pick<L10n, 'lang'>): TemplateResult | typeof nothing {
  const picked = pickText(map, l10n.lang);
  return picked ? html`<bdi lang=${picked.lang}>${picked.text}</bdi>` : nothing;
}

/** The word for a status; one that a newer platform knows is named as it names it. */
export function statusWord(status: string, l10n: L10n): string {
  return l10n.t(`desk.status.${status}` as keyof typeof deskZhCN) || status;
}

export function kindWord(kind: string, l10n: L10n): string {
  return l10n.t(`desk.kind.${kind}` as keyof typeof deskZhCN) || kind;
}

/** A status as a shape and a word, so that no colour has to be told apart. */
export function statusMark(status: string, l10n: L10n): TemplateResult {
  return html`<span class="status" part="status" data-status=${status}
    >${statusIcon(status)}${statusWord(status, l10n)}</span
  >`;
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago something was, with the exact time in its tooltip. */
export function ageText(at: string, l10n: L10n, now = Date.now()): TemplateResult {
  const past = Math.min(Date.parse(at) - now, 0);
  const [unit, length] = UNITS.find(([, each]) => -past >= each) ?? ['minute', 60_000];
  const words = new Intl.RelativeTimeFormat(l10n.textLang, { numeric: 'auto' }).format(Math.ceil(past / length), unit);
  return html`<time datetime=${at} title=${l10n.time(at)}>${words}</time>`;
}

/** A heading `below` levels under the desk's own. */
export function headingBelow(
  { headingLevel }: { readonly headingLevel: number },
  below: number,
  words: unknown,
  id?: string,
): TemplateResult {
  return html`<div
    class="heading-${below}"
    id=${id ?? nothing}
    role="heading"
    aria-level=${Math.min(headingLevel + below, 6)}
  >
    ${words}
  </div>`;
}
