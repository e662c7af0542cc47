import type { MessageStore } from '../store/store.js';
import { EmailAddress } from '../../domain/primitives.js';
import type { Deliver, Outcome } from './courier.js';
import { writeLetter } from './letter.js';
import type { MailData } from './message.js';

/** How letters leave. */
export interface MailOptions {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…`. */
  readonly smtpUrl: string;
  /** Address that letters come from. */
  readonly from: string;
  /** Address of the office that is told of new submissions; without one it is not told. */
  readonly office?: string;
}

/** A way to send letters, open until it is closed. */
export interface Mailer {
  readonly deliver: Deliver;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/**
 * Opens a connection to a mail server; that it answers is seen with the first letter. A letter to a submitter goes to the
 * address that they gave, if they may be written to at that moment.
 * @throws when the package nodemailer is not installed
 */
export async function openMailer(
  { smtpUrl, from, office }: MailOptions,
  { messages, platform }: { readonly messages: MessageStore; readonly platform: string },
): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    },
    // Nothing in a letter is fetched from anywhere
    { disableFileAccess: true, disableUrlAccess: true },
  );
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const deliver: Deliver = async ({ key, target, reference = '', payload }) => {
    const to = target === 'office' ? office : await messages.recipient(reference);
    if (to === undefined || !EmailAddress.safeParse(to).success) return 'dropped';
    const { subject, text } = writeLetter(payload as unknown as MailData, { platform, reference });
    try {
      await transport.sendMail({
        from: { name: platform, address: from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${key}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'sent';
    } catch (error) {
      return failureOf(error);
    }
  };
  return { deliver, close: () => transport.close() };
}

/** What the server said, without its words: they repeat the address. */
function failureOf(error: unknown): Outcome {
  const { code, responseCode, command } = Object(error) as Record<string, unknown>;
  const parts = [code, responseCode, command].filter((part) => typeof part === 'string' || typeof part === 'number');
  // The server knows the recipient, and will not take letters for it
  const isRefused = typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560;
  const isFinal = isRefused && code === 'EENVELOPE' && command === 'RCPT TO';
  return { failure: parts.join(' ') || 'error', ...(isFinal && { isFinal }) };
}
