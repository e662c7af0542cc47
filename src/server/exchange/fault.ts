import { fill, type Language } from '../language.js';
import { FAULT_TEXTS } from './fault-texts.js';

/** What can be wrong with a file or a row; the words for each are in {@link FAULT_TEXTS}. */
export type FaultCode = keyof typeof FAULT_TEXTS;

/** Why a file or a row cannot be used, apart from any language: {@link faultText} puts it into words. */
export interface Fault {
  readonly code: FaultCode;
  /** What the message's `{placeholders}` stand for. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The message of a fault: what is wrong and what to do about it. */
export function faultText(fault: Fault, language: Language): string {
  return fill(FAULT_TEXTS[fault.code], language, fault.details);
}

/** A file that cannot be read as a list of rows. `message` is English; use {@link faultText} for another language. */
export class SourceFileError extends Error {
  override readonly name = 'SourceFileError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(faultText(fault, 'en'), options);
    this.fault = fault;
  }
}
