import type { PublicNotice } from '../../domain/desk.js';
import { pickText } from '../../domain/language.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { ProblemField } from '../../domain/problem.js';
import { noticePath } from '../http/address.js';
import type { Language } from '../language.js';
import { type Html, html, type Piece } from '../markup.js';
import { type NoticeText, noticeText } from './notice-texts.js';

/** What the list shows. */
export interface NoticeListView {
  readonly lang: Language;
  readonly isOpen: boolean;
  readonly notices: readonly PublicNotice[];
  /** Cursor of the next page; absent on the last. */
  readonly next: string | undefined;
}

/** The list of notices that run, or of those that are over. */
export function noticeList({ lang, isOpen, notices, next }: NoticeListView): Html {
  const path = noticePath(lang);
  const archive = `${path}?state=archived`;
  const here = (is: boolean): Piece => is && html` aria-current="page"`;
  return html`<h1>${noticeText('heading', lang)}</h1>
    <p class="lead">${noticeText('intro', lang)}</p>
    <nav aria-label="${noticeText('views', lang)}">
      <ul class="chips">
        <li><a href="${path}" ${here(isOpen)}>${noticeText('open', lang)}</a></li>
        <li><a href="${archive}" ${here(!isOpen)}>${noticeText('archived', lang)}</a></li>
      </ul>
    </nav>
    ${
      notices.length === 0
        ? html`<p>${noticeText(isOpen ? 'noneOpen' : 'noneArchived', lang)}</p>`
        : html`<ol class="results">
            ${notices.map((notice) => listItem(notice, lang))}
          </ol>`
    }${
      next !== undefined &&
      html`<nav class="pages" aria-label="${noticeText('pages', lang)}">
        <a href="${isOpen ? `${path}?cursor=${next}` : `${archive}&cursor=${next}`}" rel="next"
          >${noticeText('next', lang)}</a
        >
      </nav> `
    }`;
}

function listItem({ reference, title, organisation, start, end }: PublicNotice, lang: Language): Html {
  return html`<li>
    <h2><a href="${noticePath(lang, reference)}">${local(title, lang)}</a></h2>
    ${organisation && html`<p class="meta">${local(organisation, lang)}</p> `}
    <p class="meta">${noticeText('days', lang, { start, end })}</p>
  </li> `;
}

/** What somebody typed into the form, by field. */
export type ObjectionFields = Readonly<Record<'text' | 'person' | 'unit' | 'phone' | 'email', string>>;

/** What the page of a notice shows. */
export interface NoticeView {
  readonly lang: Language;
  readonly notice: PublicNotice;
  /** Names the objection that is about to be sent: however often the form is sent, it is one. */
  readonly key: string;
  /** What was typed and could not be taken. */
  readonly typed?: ObjectionFields | undefined;
  readonly errors?: readonly ProblemField[] | undefined;
  /** Number of the objection that was taken just now. */
  readonly received?: string | undefined;
  readonly handler: { readonly name: string; readonly retentionMonths: number };
}

/** One notice, and how to object to it. */
export function noticeMain(view: NoticeView): Html {
  const { lang, notice, received } = view;
  const { reference, kind, title, summary, organisation, start, end, relatedParty, isOpen } = notice;
  const say = (name: NoticeText, values?: Readonly<Record<string, string | number>>): string =>
    noticeText(name, lang, values);
  return html`${received !== undefined && html`<p class="outcome" role="status">${say('received', { id: received })}</p> `}
    <h1>${local(title, lang)}</h1>
    ${summary && html`<p class="text">${local(summary, lang)}</p> `}
    <dl>
      ${row(say('period'), say('days', { start, end }))}${organisation && row(say('organisation'), local(organisation, lang))}
      ${relatedParty && row(say('relatedParty'), say('related'))}
      ${row(say('kind'), say(kind as 'demand' | 'achievement'))} ${row(say('reference'), reference)}
    </dl>
    <h2 id="object">${say('object')}</h2>
    ${isOpen ? objectionForm(view) : html`<p>${say('over')}</p>`}
    <p><a href="${noticePath(lang)}">${say('all')}</a></p>`;
}

function objectionForm({ lang, notice, key, typed, errors = [], handler }: NoticeView): Html {
  const say = (name: NoticeText, values?: Readonly<Record<string, string | number>>): string =>
    noticeText(name, lang, values);
  const input = (name: keyof ObjectionFields, type: string, complete: string): Html =>
    html`<p>
      <label for="${name}">${say(name)}</label>
      <input
        id="${name}"
        name="${name}"
        type="${type}"
        autocomplete="${complete}"
        maxlength="200"
        value="${typed?.[name] ?? ''}"
      />
    </p> `;
  return html`<p>${say('how', { end: notice.end })}</p>
    ${
      errors.length > 0 &&
      html`<div class="outcome" role="alert">
        <p>${say('wrong')}</p>
        <ul>
          ${errors.map((error) => html`<li>${faultText(error, lang)}</li>`)}
        </ul>
      </div> `
    }
    <form class="objection" method="post" action="${noticePath(lang, notice.reference)}#object">
      <input type="hidden" name="key" value="${key}" />
      <p>
        <label for="text">${say('text')}</label>
        <textarea id="text" name="text" rows="8" maxlength="5000" required>${typed?.text ?? ''}</textarea>
      </p>
      <p>${say('optional')}</p>
      ${input('person', 'text', 'name')}${input('unit', 'text', 'organization')}${input('phone', 'tel', 'tel')}${input('email', 'email', 'email')}
      <p class="trap" aria-hidden="true">
        <label for="website">${say('trap')}</label>
        <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
      </p>
      <p class="meta">${say('privacy', { handler: handler.name, months: handler.retentionMonths })}</p>
      <button type="submit">${say('send')}</button>
    </form>`;
}

/** Fields of an objection by their paths in its body, as the form names them. */
const FIELD_OF_PATH: Readonly<Record<string, keyof ObjectionFields>> = {
  text: 'text',
  'from.person': 'person',
  'from.organisation.name.zh-CN': 'unit',
  'from.organisation.name.en': 'unit',
  'from.phone': 'phone',
  'from.email': 'email',
};

function faultText({ path, message }: ProblemField, lang: Language): string {
  const field = FIELD_OF_PATH[path];
  return field === undefined ? message : `${noticeText(field, lang)}${lang === 'en' ? ': ' : '：'}${message}`;
}

function row(name: string, value: Piece): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}

/** A text in the reader's language, else in another that says which it is. */
function local(map: LanguageMap, lang: Language): Html {
  const found = pickText(map, lang);
  const mark = found && found.lang !== lang && html` lang="${found.lang}"`;
  return html`<bdi ${mark}>${found?.text ?? ''}</bdi>`;
}
