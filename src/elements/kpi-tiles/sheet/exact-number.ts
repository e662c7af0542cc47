import { MOST_DIGITS, withMinus } from '../figure.js';

/** Every digit of `value`, in the unit that the record declares: what was reported, for tables and for checking. */
export function exactNumber(value: number): string {
  return withMinus(value.toLocaleString('en', { maximumFractionDigits: MOST_DIGITS }));
}
