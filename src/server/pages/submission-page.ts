import { codeLabel } from '../../domain/code-lists/index.js';
import { pickText } from '../../domain/language.js';
import type { Consent, SubmissionState, SubmissionStep } from '../../domain/submission.js';
import type { AppContext, Services } from '../http/app-env.js';
import { PAGE_POLICY } from '../http/pages.js';
import type { Language } from '../language.js';
import { type Html, html } from '../markup.js';
import { REQUIRED_PURPOSES } from '../submissions/consent-texts.js';
import { document } from './layout.js';
import { type SubmissionText, submissionText } from './submission-texts.js';

/** What was done just now, as the page after it says. */
export const OUTCOMES = ['withdraw', 'consent', 'erase', 'unconfirmed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The page of a submission for whoever has its secret address. Nothing of it is kept or listed, and no link from it tells
 * where it led from.
 */
export function submissionPage(
  c: AppContext,
  services: Services,
  state: SubmissionState,
  { key, outcome }: { readonly key: string; readonly outcome: Outcome | undefined },
): Response {
  const { lang } = c.var;
  const page = document(c, services, {
    title: `${state.reference} · ${submissionText('heading', lang)}`,
    unlisted: true,
    main: mainOf(state, lang, key, outcome),
  });
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Content-Language', lang);
  c.header('Content-Type', 'text/html; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Robots-Tag', 'noindex, nofollow');
  return c.body(page.toString());
}

function mainOf(state: SubmissionState, lang: Language, key: string, outcome: Outcome | undefined): Html {
  const say = (name: SubmissionText, values?: Readonly<Record<string, string>>): string =>
    submissionText(name, lang, values);
  const { notice, recordUrl, status } = state;
  return html`${outcome && html`<p class="outcome" role="status">${say(`done.${outcome}`)}</p> `}
    <h1>${pickText(state.title, lang)?.text ?? state.reference}</h1>
    <p class="lead">${say('secret')}</p>
    <dl>
      ${row(say('reference'), state.reference)}
      ${row(say('kind'), say(state.kind as 'demand' | 'achievement' | 'enquiry'))}
      ${row(say('status'), html`<strong>${state.statusLabel ?? status}</strong>`)}
      ${row(say('received'), timeOf(state.receivedAt, lang))} ${row(say('updated'), timeOf(state.updatedAt, lang))}
      ${notice && row(say('notice'), say('period', notice))}
    </dl>
    ${status === 'returned' && html`<p>${say('returned')}</p> `}
    ${recordUrl !== undefined && html`<p><a href="${recordUrl}">${say('record')}</a></p> `}
    <h2>${say('steps')}</h2>
    <ol class="steps">
      ${state.steps.map((step) => stepOf(step, lang))}
    </ol>
    <h2>${say('consents')}</h2>
    <ul>
      ${state.consents.map((consent) => consentOf(consent, lang))}
    </ul>
    <h2>${say('actions')}</h2>
    ${actionsOf(state, lang, key)}`;
}

function row(name: string, value: string | Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}

function stepOf({ status, at, note, reason }: SubmissionStep, lang: Language): Html {
  const said = pickText(note, lang);
  return html`<li>
    <strong>${codeLabel('record-status', status, lang)}</strong> <span class="meta">${timeOf(at, lang)}</span>
    ${
      reason !== undefined &&
      html`<p>${submissionText('reason', lang, { reason: codeLabel('close-reason', reason, lang) })}</p> `
    }${said && html`<p class="text" lang="${said.lang}">${said.text}</p> `}
  </li> `;
}

function consentOf({ purpose, recipient, at, withdrawnAt }: Consent, lang: Language): Html {
  return html`<li>
    <strong>${codeLabel('consent-purpose', purpose, lang)}</strong>
    <p class="meta">
      ${submissionText('recipient', lang, { recipient })} ·
      ${submissionText('given', lang, { time: timeOf(at, lang) })}${
        withdrawnAt !== undefined && html` · ${submissionText('withdrawn', lang, { time: timeOf(withdrawnAt, lang) })}`
      }
    </p>
  </li> `;
}

function actionsOf({ reference, actions, consents }: SubmissionState, lang: Language, key: string): Html {
  const address = `/submissions/${reference}?${new URLSearchParams({ key, lang }).toString()}`;
  const say = (name: SubmissionText, values?: Readonly<Record<string, string>>): string =>
    submissionText(name, lang, values);
  const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return html`${
      actions.includes('withdraw') &&
      form({ address, lang, action: 'withdraw', label: say('withdraw'), help: say('withdrawHelp') })
    }${
      actions.includes('withdrawConsent') &&
      standing.map(({ purpose, recipient }) =>
        form({
          address,
          lang,
          action: 'consent',
          label: say('withdrawConsent', { purpose: codeLabel('consent-purpose', purpose, lang) }),
          help: say(REQUIRED_PURPOSES.includes(purpose) ? 'withdrawContactHelp' : 'withdrawOtherHelp'),
          fields: { purpose, recipient },
        }),
      )
    }${actions.includes('erase') && form({ address, lang, action: 'erase', label: say('erase'), help: say('eraseHelp') })}
    <p>
      <a href="/api/v1/submissions/${reference}/personal-data?key=${encodeURIComponent(key)}">${say('download')}</a>
    </p> `;
}

interface ActionForm {
  readonly address: string;
  readonly lang: Language;
  readonly action: Outcome;
  readonly label: string;
  readonly help: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A change that cannot be taken back is confirmed, without a script. */
function form({ address, lang, action, label, help, fields = {} }: ActionForm): Html {
  return html`<details class="action">
    <summary>${label}</summary>
    <form method="post" action="${address}">
      <p>${help}</p>
      <input type="hidden" name="action" value="${action}" />${Object.entries(fields).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <p>
        <label><input type="checkbox" name="confirm" value="yes" required /> ${submissionText('confirm', lang)}</label>
      </p>
      <button type="submit">${label}</button>
    </form>
  </details> `;
}

/** Times are those of the office, whoever reads them from where. */
function timeOf(instant: string, lang: Language): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  );
}
