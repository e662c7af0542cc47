import type { PlatformOptions } from '../server/platform.js';
import { CHALLENGE_POLICIES } from '../server/submissions/challenge.js';
import { readNumber } from './arguments.js';
import { UsageError } from './errors.js';
import type { CliIo } from './io.js';

interface IntakeValues {
  readonly 'public-url'?: string | undefined;
  readonly contact?: string | undefined;
  readonly challenge?: string | undefined;
  readonly 'retain-months'?: string | undefined;
}

/** How submissions are taken: options, else the environment. @throws {UsageError} for what cannot be used */
export function readIntake(
  values: IntakeValues,
  { env }: CliIo,
): Pick<PlatformOptions, 'publicUrl' | 'contact' | 'challenge' | 'retainMonths'> {
  const publicUrl = values['public-url'] ?? (env.YUNIAO_PUBLIC_URL || undefined);
  const contact = values.contact ?? (env.YUNIAO_CONTACT || undefined);
  const months = values['retain-months'] ?? (env.YUNIAO_RETAIN_MONTHS || undefined);
  const challenge = CHALLENGE_POLICIES.find((policy) => policy === values.challenge);
  if (values.challenge !== undefined && challenge === undefined)
    throw new UsageError('choice-invalid', { option: '--challenge', choices: CHALLENGE_POLICIES.join(', ') });
  return {
    ...(publicUrl !== undefined && { publicUrl: readOrigin(publicUrl) }),
    ...(contact !== undefined && { contact }),
    ...(challenge !== undefined && { challenge }),
    ...(months !== undefined && { retainMonths: readNumber('--retain-months', months, 1, 600) }),
  };
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new UsageError('public-url-invalid', { url: text });
}
