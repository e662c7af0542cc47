import { html, nothing, type TemplateResult } from 'lit';
import type { AuditEntry } from '../../../domain/index.js';
import type { DeskAround } from '../around.js';
import { localText, type L10n, statusMark } from '../desk-words.js';
import type { DetailKey } from './desk-detail-texts.js';

const ARROW = '→';

/** Who an actor is: operators are named by the label of their token. */
export function actorWord(actor: string, l10n: L10n): string {
  return l10n.t(`desk.actor.${actor}` as DetailKey) || actor;
}

/** The audit trail of one submission, newest first: who did what, when and why. */
export function historyTemplate(
  entries: readonly AuditEntry[],
  { l10n, codes }: Pick<DeskAround, 'l10n' | 'codes'>,
): TemplateResult {
  if (entries.some(({ reason }) => reason !== undefined)) codes.need(['close-reason']);
  return html`<ol class="history" part="history">
    ${[...entries].reverse().map(
      ({ at, actor, action, from, to, reason, note }) =>
        html`<li>
          <span class="when"><time datetime=${at}>${l10n.time(at)}</time></span>
          <div>
            <p>
              <bdi class="who">${actorWord(actor, l10n)}</bdi> ${l10n.t(`desk.action.${action}` as DetailKey) || action}
              ${
                to === undefined || action === 'assign'
                  ? nothing
                  : html`${from === undefined || from === to ? nothing : html`${statusMark(from, l10n)} ${ARROW} `}${statusMark(to, l10n)}`
              }
            </p>
            ${reason === undefined ? nothing : html`<p>${l10n.t('desk.step.reason')}: ${codes.word('close-reason', reason)}</p>`}
            ${note ? html`<p class="note">${localText(note, l10n)}</p>` : nothing}
          </div>
        </li>`,
    )}
  </ol>`;
}
