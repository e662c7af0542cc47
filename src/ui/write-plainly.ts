// Numbers and dates of the languages that texts ship in, as `Intl` writes them (a test compares both). A list of results
// would use `Intl` for nothing else, and its first use alone takes a slow machine 80 ms.

/** Languages whose numbers have groups of three digits, and in which nothing but one is `one`. */
export const PLAIN_DIGITS: RegExp = /^(zh|en)(-(CN|US|GB|Hans))*$/;

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** At most three digits after the point. */
export function groupDigits(value: number): string {
  const [whole = '', fraction] = `${Math.round(value * 1000) / 1000}`.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
}

/** A date of a year, perhaps its month, perhaps its day. */
export function writeDate(lang: 'en' | 'zh-CN', [year, month, day]: readonly number[]): string {
  if (lang === 'zh-CN') return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
  return `${month ? `${MONTHS[month - 1]} ` : ''}${day ? `${day}, ` : ''}${year}`;
}

/** The date and time in the reader's time zone, by the clock of 24 hours. */
export function writeTime(lang: 'en' | 'zh-CN', at: Date): string {
  const date = writeDate(lang, [at.getFullYear(), at.getMonth() + 1, at.getDate()]);
  return `${date}${lang === 'zh-CN' ? ' ' : ', '}${at.toTimeString().slice(0, 5)}`;
}
