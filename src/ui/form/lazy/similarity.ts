/** Letters and digits two by two, as people see no difference between widths and cases. */
function pairs(text: string): Map<string, number> {
  const signs = Array.from(text.normalize('NFKC').toLowerCase()).filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const found = new Map<string, number>();
  for (const [at, sign] of signs.slice(1).entries()) {
    const pair = `${signs[at] ?? ''}${sign}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** How alike two titles are, from 0 to 1: the pairs of signs that both have (Dice). */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const total = [...first.values(), ...second.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * shared) / total;
}
