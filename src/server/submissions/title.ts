import type { AchievementDraft } from '../../domain/achievement.js';
import { codeLists } from '../../domain/code-lists/index.js';
import type { DemandDraft } from '../../domain/demand.js';
import type { EnquiryDraft } from '../../domain/enquiry.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { foldText } from '../../search/fold.js';

/** The public part of a submission, whatever its kind. */
export type Draft = DemandDraft | AchievementDraft | EnquiryDraft;

/** As many characters of a folded title as an index entry holds with ease. */
const KEY_LENGTH = 200;

/** What a submission is listed by: its title; for a question what it is about, else its topic. */
export function titleOf(draft: Draft): LanguageMap {
  if (draft.kind !== 'enquiry') return draft.title;
  const { about, topic, lang } = draft;
  if (about?.title !== undefined) return { [lang]: about.title };
  const entry = codeLists.get('enquiry-topic')?.entries.find(({ code }) => code === topic);
  return entry?.label ?? { [lang]: topic };
}

/** What titles are compared by to find duplicates: the first one, folded, without space and punctuation. */
export function titleKey(draft: Draft): string {
  const [title = ''] = Object.values(titleOf(draft));
  const folded = foldText(title).replaceAll(/[\s\p{P}\p{S}]+/gu, '');
  return Array.from(folded === '' ? title.trim() : folded)
    .slice(0, KEY_LENGTH)
    .join('');
}
