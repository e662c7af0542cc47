import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LanguageMap } from '../../../domain/index.js';
import { languageName } from '../fields/desk-value-view.js';
import type { L10n } from '../desk-words.js';

/** Longest note, in characters. */
export const MAX_NOTE = 5000;

const LANGUAGES = ['zh-CN', 'en'] as const;
export type NoteLanguage = (typeof LANGUAGES)[number];

/** A note as it is typed: in the language of its reader, and perhaps in another. */
export interface NoteDraft {
  readonly languages: readonly NoteLanguage[];
  readonly texts: Readonly<Partial<Record<NoteLanguage, string>>>;
}

/** An empty note in the language that a submission was written in, where offices write it, else in the operator's own. */
export function emptyNote(lang: unknown, l10n: Pick<L10n, 'textLang'>): NoteDraft {
  const own = l10n.textLang === 'zh-CN' ? 'zh-CN' : 'en';
  const theirs = typeof lang === 'string' && /^(zh|en)/i.test(lang) ? (/^zh/i.test(lang) ? 'zh-CN' : 'en') : own;
  return { languages: [theirs], texts: {} };
}

/** The note as it is sent; nothing where nothing was typed. */
export function noteOf({ languages, texts }: NoteDraft): LanguageMap | undefined {
  const said = languages.flatMap((lang) => {
    const text = texts[lang]?.trim();
    return text ? [[lang, text] as const] : [];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

export interface NoteField {
  readonly id: string;
  readonly label: string;
  readonly note: NoteDraft;
  readonly l10n: L10n;
  /** Says what is wrong with it. */
  readonly problem?: string | undefined;
  change(note: NoteDraft): void;
}

/** A text in one language, or in both. */
export function noteField({ id, label, note, l10n, problem, change }: NoteField): TemplateResult {
  const { languages, texts } = note;
  const other = LANGUAGES.find((each) => !languages.includes(each));
  return html`${languages.map(
      (lang, index) =>
        html`<label class="field">
          <span
            >${languages.length > 1 ? l10n.t('desk.step.note.in', { label, language: languageName(lang, l10n) }) : label}</span
          >
          <textarea
            id=${index === 0 ? id : `${id}-${lang}`}
            rows="4"
            lang=${lang}
            maxlength=${MAX_NOTE}
            aria-invalid=${problem && index === 0 ? 'true' : 'false'}
            aria-describedby=${problem && index === 0 ? `${id}-problem` : nothing}
            .value=${live(texts[lang] ?? '')}
            @input=${(event: Event) => {
              change({ languages, texts: { ...texts, [lang]: (event.currentTarget as HTMLTextAreaElement).value } });
            }}
          ></textarea>
        </label>`,
    )}
    ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
    <p>
      ${
        other === undefined
          ? html`<button
              type="button"
              class="plain"
              @click=${() => {
                change({ languages: languages.slice(0, 1), texts });
              }}
            >
              ${l10n.t('desk.step.note.drop', { language: languageName(languages[1] ?? '', l10n) })}
            </button>`
          : html`<button
              type="button"
              class="plain"
              @click=${() => {
                change({ languages: [...languages, other], texts });
              }}
            >
              ${l10n.t('desk.step.note.add', { language: languageName(other, l10n) })}
            </button>`
      }
    </p>`;
}
