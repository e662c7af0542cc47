/** The 31 signs of a unified social credit code, in the order of what they count. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/**
 * Whether `code` is a 统一社会信用代码 (GB 32100-2015): 18 signs whose last is the check digit of the others. Tells a
 * slip of the hand; it does not tell whether there is such an organisation.
 */
export function isCreditCode(code: string): boolean {
  if (code.length !== LENGTH) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, -1)) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % SIGNS.length;
  }
  return code.at(-1) === SIGNS[(SIGNS.length - (sum % SIGNS.length)) % SIGNS.length];
}
