import { EmailAddress } from '../domain/primitives.js';
import type { MailOptions } from '../server/delivery/mail.js';
import { UsageError } from './errors.js';
import type { CliIo } from './io.js';

interface MailValues {
  readonly 'smtp-url'?: string | undefined;
  readonly 'mail-from'?: string | undefined;
  readonly 'office-mail'?: string | undefined;
}

/**
 * How letters leave: options, else the environment. Nothing when no mail server is named.
 * @throws {UsageError} when something is missing or wrong; the address of the server, which holds a password, is not shown
 */
export function readMail(values: MailValues, { env }: CliIo): MailOptions | undefined {
  const smtpUrl = values['smtp-url'] ?? (env.YUNIAO_SMTP_URL || undefined);
  if (smtpUrl === undefined) {
    for (const name of ['mail-from', 'office-mail'] as const) {
      if (values[name] !== undefined)
        throw new UsageError('option-needs', { option: `--${name}`, other: '--smtp-url' });
    }
    return undefined;
  }
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') throw new UsageError('smtp-url-invalid');
  const from = values['mail-from'] ?? (env.YUNIAO_MAIL_FROM || undefined);
  if (from === undefined) throw new UsageError('option-missing', { option: '--mail-from' });
  const office = values['office-mail'] ?? (env.YUNIAO_OFFICE_MAIL || undefined);
  checkAddress('--mail-from', from);
  if (office !== undefined) checkAddress('--office-mail', office);
  return { smtpUrl, from, ...(office !== undefined && { office }) };
}

function checkAddress(option: string, address: string): void {
  if (!EmailAddress.safeParse(address).success) throw new UsageError('mail-address-invalid', { option, address });
}
