import { codeLabel } from '../../domain/code-lists/index.js';
import { pickText } from '../../domain/language.js';
import { fill, type Language, languageFor } from '../language.js';
import { LETTER_TEXTS } from './letter-texts.js';
import type { MailData } from './message.js';

/** A letter as it goes out: plain text, so that nothing in it can be taken for anything else. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What every letter needs besides its own facts. */
export interface LetterContext {
  /** Name of the platform. */
  readonly platform: string;
  readonly reference: string;
}

type Say = (text: keyof typeof LETTER_TEXTS, values?: Readonly<Record<string, string>>) => string;

/**
 * Writes a letter in the language of its reader. A receipt goes to an address that nobody has checked yet, so it repeats
 * nothing of what was typed: the platform must not carry a stranger's text to another stranger.
 */
export function writeLetter(data: MailData, { platform, reference }: LetterContext): Letter {
  const lang: Language = languageFor(data.lang) ?? 'zh-CN';
  const kind = LETTER_TEXTS[data.kind][lang];
  const say: Say = (text, values = {}) => fill(LETTER_TEXTS[text], lang, { platform, reference, kind, ...values });
  const paragraphs = [
    ...(data.template.startsWith('office-') ? [] : [say('greeting')]),
    ...body(data, lang, say),
    say('automatic'),
    platform,
  ];
  return { subject: oneLine(say(`${data.template}-subject`)), text: `${paragraphs.join('\n\n')}\n` };
}

function body(data: MailData, lang: Language, say: Say): string[] {
  const { template, kind } = data;
  if (template === 'receipt') {
    const next = kind === 'enquiry' ? say('receipt-next-enquiry') : say('receipt-next');
    const link =
      data.statusUrl === undefined ? [] : [`${say('status-link')}\n${data.statusUrl}`, say('status-link-secret')];
    return [say('receipt'), say('reference'), next, ...link, say('stranger')];
  }
  const title = pickText(data.title, lang)?.text ?? '';
  const facts = [say('reference'), say('title', { title })].join('\n');
  const note = pickText(data.note, lang)?.text;
  const reason = data.reason && say('reason', { reason: codeLabel('close-reason', data.reason, lang) });
  return [
    say(template),
    facts,
    ...(reason ? [reason] : []),
    ...(note ? [`${say('note')}\n${note}`] : []),
    ...(data.recordUrl === undefined ? [] : [`${say('record-link')}\n${data.recordUrl}`]),
  ];
}

/** A name of a platform with a line break in it must not begin a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
