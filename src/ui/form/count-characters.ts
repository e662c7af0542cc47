/** How many characters people see in `text`: 👨‍👩‍👧 is one. Browsers without a segmenter count code points. */
export function countCharacters(text: string): number {
  // Nearly all that is typed: no sign is combined with another
  if (/^[\n -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/.test(text)) return text.length;
  if (typeof Intl.Segmenter !== 'function') return Array.from(text).length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count += 1;
  return count;
}
