import { html, nothing, type TemplateResult } from 'lit';
import { type LocalText, pickText } from '../../domain/language.js';
import type { CodeLabels } from '../../domain/page.js';
import type { Concept, Keywords } from '../../domain/concepts.js';
import type { Contact, LanguageMap, Organisation } from '../../domain/primitives.js';
import { institutionName } from '../institution-name.js';
import type { Localizer } from '../localize-controller.js';

/** What values need to be written: the reader's language, and the words for codes that came with the record. */
export interface ValueContext {
  readonly l10n: Pick<Localizer<never>, 'lang' | 'textLang' | 'number' | 'date'>;
  readonly labels: CodeLabels;
}

/** A text in its own language and direction; `nothing` where there is none. */
export function localText(map: LanguageMap | undefined, { l10n }: ValueContext): TemplateResult | typeof nothing {
  return written(pickText(map, l10n.lang));
}

function written(picked: LocalText | undefined): TemplateResult | typeof nothing {
  return picked ? html`<bdi class="text" lang=${picked.lang}>${picked.text}</bdi>` : nothing;
}

/** The word for a code; `nothing` for one that has none: a reader is never shown a code. */
export function codeText(list: string, code: string | undefined, { labels }: ValueContext): string | typeof nothing {
  return (code !== undefined && labels[`${list}.${code}`]) || nothing;
}

/** Words between which a comma of the reader's script stands; `nothing` for none. */
export function joined(parts: readonly unknown[], { l10n }: ValueContext): unknown {
  const shown = parts.filter((part) => part !== nothing);
  if (shown.length === 0) return nothing;
  const comma = l10n.textLang === 'zh-CN' ? '、' : ', ';
  return shown.map((part, index) => (index === 0 ? part : [comma, part]));
}

export function codeTexts(list: string, codes: readonly string[] = [], context: ValueContext): unknown {
  return joined(
    codes.map((code) => codeText(list, code, context)),
    context,
  );
}

/** Terms of vocabularies; free words as their source wrote them. */
export function conceptTexts(concepts: readonly Concept[] = [], context: ValueContext): unknown {
  return joined(
    concepts.map(({ scheme, code }) =>
      scheme === 'text' ? html`<bdi>${code}</bdi>` : codeText(scheme, code, context),
    ),
    context,
  );
}

export function dateText(value: string | undefined, { l10n }: ValueContext): unknown {
  return value === undefined ? nothing : html`<time datetime=${value}>${l10n.date(value)}</time>`;
}

/** `2024年3月 – 2026年5月`, or the end that is known. */
export function periodText(start: string | undefined, end: string | undefined, context: ValueContext): unknown {
  if (start === undefined && end === undefined) return nothing;
  return html`${dateText(start, context)} – ${dateText(end, context)}`;
}

/** Whether an address may be followed: a client of the page's own making may not have looked at it. */
export function isWebUrl(url: string | undefined): url is string {
  return url !== undefined && /^https?:/i.test(url);
}

/** A link that leaves the page; no address is ever fetched before the reader follows it. */
export function link(url: string, words: unknown = url): TemplateResult {
  if (!isWebUrl(url)) return html`<bdi>${words}</bdi>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer" dir="auto">${words}</a>`;
}

export function organisation({ name, url }: Organisation, context: ValueContext): unknown {
  const words = written(institutionName(name, context.l10n.lang, context.labels));
  return url === undefined ? words : link(url, words);
}

export function keywords(map: Keywords | undefined, { l10n }: ValueContext): unknown {
  const languages = Object.keys(map ?? {});
  const primary = l10n.lang.split('-')[0] ?? '';
  const lang = languages.find((each) => each.startsWith(primary)) ?? languages[0];
  const words = lang === undefined ? [] : (map?.[lang] ?? []);
  if (words.length === 0) return nothing;
  return html`<ul class="words" lang=${lang}>
    ${words.map((word) => html`<li class="tag">${word}</li>`)}
  </ul>`;
}

/** Ways to reach somebody, one a line. */
export function contactLines({ name, email, phone, url }: Contact): unknown[] {
  return [
    name === undefined ? nothing : html`<span class="line" dir="auto">${name}</span>`,
    email === undefined ? nothing : html`<a class="line" href="mailto:${email}">${email}</a>`,
    phone === undefined ? nothing : html`<a class="line" href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`,
    url === undefined ? nothing : html`<span class="line">${link(url)}</span>`,
  ];
}
