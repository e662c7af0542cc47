import type { LanguageMap } from '../../domain/primitives.js';
import type { SubmissionKind } from '../../domain/submission.js';

/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = [
  'submission.received',
  'submission.transition',
  'submission.withdrawn',
  'record.published',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a webhook learns about a submission. Nothing of it identifies a private person. */
export interface EventData {
  readonly reference: string;
  readonly kind: SubmissionKind;
  /** Code list `record-status`. */
  readonly status: string;
  /** Id of the public record that it becomes or has become. */
  readonly recordId?: string;
  readonly title: LanguageMap;
}

/** The letters that the platform writes: four to the submitter, two to its own office. */
export const MAIL_TEMPLATES = ['receipt', 'returned', 'published', 'closed', 'office-new', 'office-objection'] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** What a letter is made of. */
export interface MailData {
  readonly template: MailTemplate;
  readonly kind: SubmissionKind;
  readonly title: LanguageMap;
  /** Language of the reader, a BCP 47 tag: letters are in Chinese or English. */
  readonly lang: string;
  /** For the receipt: the submitter's secret address. It is forgotten once the letter is sent. */
  readonly statusUrl?: string;
  /** What the office says to the submitter, for a return above all. */
  readonly note?: LanguageMap;
  /** For a closing: code list `close-reason`. */
  readonly reason?: string;
  /** For a publication: the page of the record. */
  readonly recordUrl?: string;
}

/**
 * Something to be delivered. A letter names whom it is for, not an address: that is looked up when it is sent, so that an
 * erased submitter, or one who has withdrawn the consent `contact`, gets none. An event goes to every webhook that asked
 * for it.
 */
export type Message =
  | {
      readonly channel: 'mail';
      readonly reference: string;
      readonly target: 'submitter' | 'office';
      readonly payload: MailData;
    }
  | { readonly channel: 'webhook'; readonly target: WebhookEvent; readonly payload: EventData };
