import { fill, type Language } from '../server/language.js';
import { CLI_TEXTS, type CliText } from './texts.js';

type Details = Readonly<Record<string, string | number>>;

/** Something that the person at the keyboard can put right. `message` is English; {@link cliErrorText} has both. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
  readonly text: CliText;
  readonly details: Details;

  constructor(text: CliText, details: Details = {}, options?: ErrorOptions) {
    super(fill(CLI_TEXTS[text], 'en', details), options);
    this.text = text;
    this.details = details;
  }
}

/** The command was not given as it is meant to be; the process ends with code 2. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
}

/** The message of an error in words of `lang`. */
export function cliErrorText(error: CliError, lang: Language): string {
  return fill(CLI_TEXTS[error.text], lang, error.details);
}
