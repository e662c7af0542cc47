import { codeLabel } from '../../domain/code-lists/index.js';
import { pickText } from '../../domain/language.js';
import type { Concept, Keywords } from '../../domain/concepts.js';
import type { Contact, LanguageMap, Organisation } from '../../domain/primitives.js';
import { conceptLabel } from '../exchange/record-text.js';
import type { Language } from '../language.js';
import { type Html, html, type Piece } from '../markup.js';

/** A text in `lang`, else in another language and marked as such. Its line breaks show. */
export function localText(map: LanguageMap | undefined, lang: Language): Html | undefined {
  const found = pickText(map, lang);
  if (!found) return undefined;
  return found.lang === lang ? html`<bdi>${found.text}</bdi>` : html`<bdi lang="${found.lang}">${found.text}</bdi>`;
}

export function longText(map: LanguageMap | undefined, lang: Language): Html | undefined {
  const text = localText(map, lang);
  return text && html`<div class="text">${text}</div>`;
}

export function plain(value: string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<bdi>${value}</bdi>`;
}

export function link(url: string, text: Piece): Html {
  return html`<a href="${url}" rel="external nofollow noopener"><bdi>${text}</bdi></a>`;
}

export function organisation({ name, url }: Organisation, lang: Language): Html | undefined {
  const text = localText(name, lang);
  return url === undefined ? text : link(url, text);
}

/** Values one after the other; `undefined` when there are none. */
export function joined(values: readonly (Html | undefined)[], lang: Language): Html | undefined {
  const present = values.filter((value) => value !== undefined);
  const mark = lang === 'zh-CN' ? '、' : ', ';
  if (present.length === 0) return undefined;
  return html`${present.map((value, at) => html`${at > 0 && mark}${value}`)}`;
}

/** Values below each other. */
export function listed(values: readonly (Html | undefined)[]): Html | undefined {
  const present = values.filter((value) => value !== undefined);
  if (present.length < 2) return present[0];
  return html`<ul>
    ${present.map((value) => html`<li>${value}</li>`)}
  </ul>`;
}

/** Lines of one value. */
export function lines(values: readonly (Html | undefined)[]): Html | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === 0 ? undefined : html`${present.map((value) => html`<span class="line">${value}</span>`)}`;
}

/** Keywords in every language that there are some in, the reader's first. */
export function keywords(all: Keywords = {}, lang: Language): Html | undefined {
  const languages = Object.entries(all).toSorted(([a], [b]) => Number(b === lang) - Number(a === lang));
  return lines(
    languages.map(([tag, words]) => {
      const list = joined(words.map(plain), lang);
      return list && html`<span lang="${tag}">${list}</span>`;
    }),
  );
}

export function codeText(list: string, value: string | undefined, lang: Language): Html | undefined {
  return value === undefined ? undefined : plain(codeLabel(list, value, lang));
}

export function codeTexts(list: string, values: readonly string[] | undefined, lang: Language): Html | undefined {
  return joined(
    (values ?? []).map((value) => codeText(list, value, lang)),
    lang,
  );
}

export function concepts(values: readonly Concept[] | undefined, lang: Language): Html | undefined {
  return joined(
    (values ?? []).map((value) => plain(conceptLabel(value, lang))),
    lang,
  );
}

export function date(value: string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<time datetime="${value}">${value}</time>`;
}

export function period(start: string | undefined, end: string | undefined): Html | undefined {
  if (start === undefined && end === undefined) return undefined;
  return html`${date(start) ?? '…'} – ${date(end) ?? '…'}`;
}

export function contact(value: Contact | undefined): Html | undefined {
  if (!value) return undefined;
  const { name, email, phone, url } = value;
  return lines([
    plain(name),
    email === undefined ? undefined : html`<a href="mailto:${email}">${email}</a>`,
    phone === undefined ? undefined : html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`,
    url === undefined ? undefined : link(url, url),
  ]);
}

/** A table without the columns that nobody fills. */
export function table<Row>(
  caption: string,
  columns: readonly { readonly label: string; readonly cell: (row: Row) => Html | undefined }[],
  rows: readonly Row[],
): Html | undefined {
  const filled = columns.filter(({ cell }) => rows.some((row) => cell(row) !== undefined));
  if (filled.length === 0) return undefined;
  return html`<section class="scroll" aria-label="${caption}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${filled.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${filled.map(({ cell }) => html`<td>${cell(row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
