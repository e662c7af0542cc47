/** A stretch of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const NO_SPACES = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const EMOJI = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*`;

/**
 * Words of scripts with spaces, single characters of those without, emoji as one. Han text has no spaces, and a
 * dictionary of words would cut the two versions of a sentence at different places.
 */
const TOKEN = new RegExp(String.raw`${NO_SPACES}|(?:(?!${NO_SPACES})[\p{L}\p{M}\p{N}_])+|${EMOJI}|\s+|.`, 'gsu');

/** More changes than these and the rest is shown as replaced: nobody reads confetti, and time and memory are squared. */
const MOST_CHANGES = 1500;

/**
 * What changed from one text to another, in reading order. Put together, `same` and `removed` are the earlier text and
 * `same` and `added` the later one, to the last character.
 */
export function diffText(before: string, after: string): Stretch[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return joined(calmed(diffTokens(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [])));
}

/** What changed from one list to another, one entry each. */
export function diffTokens(before: readonly string[], after: readonly string[]): Stretch[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [
    ...stretches('same', before.slice(0, start)),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...stretches('same', before.slice(before.length - end)),
  ];
}

function stretches(kind: Stretch['kind'], tokens: readonly string[]): Stretch[] {
  return tokens.map((text) => ({ kind, text }));
}

/** Myers' algorithm: the shortest way from one list to the other, found by the furthest point of every diagonal. */
function between(before: readonly string[], after: readonly string[]): Stretch[] {
  const most = Math.min(before.length + after.length, MOST_CHANGES);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(furthest.slice(most - changes, most + changes + 3));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const at = most + 1 + diagonal;
      const down = diagonal === -changes || (diagonal !== changes && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0));
      let x = down ? (furthest[at + 1] ?? 0) : (furthest[at - 1] ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      furthest[at] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(trace, before, after);
    }
  }
  return [...stretches('removed', before), ...stretches('added', after)];
}

function walkBack(trace: readonly Int32Array[], before: readonly string[], after: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = trace.length - 1; x > 0 || y > 0; changes -= 1) {
    const known = trace[changes];
    const diagonal = x - y;
    const at = (each: number): number => known?.[each + changes + 1] ?? 0;
    const down = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1));
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = changes === 0 ? 0 : at(from);
    const fromY = changes === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      found.push({ kind: 'same', text: before[x] ?? '' });
    }
    if (changes === 0) break;
    if (down) {
      y -= 1;
      found.push({ kind: 'added', text: after[y] ?? '' });
    } else {
      x -= 1;
      found.push({ kind: 'removed', text: before[x] ?? '' });
    }
  }
  return found.reverse();
}

/** Single characters that happen to be equal between two changes are counted as changed: a reader sees one change. */
function calmed(all: readonly Stretch[]): Stretch[] {
  const runs = joined(all);
  return runs.flatMap((run, index) => {
    const isIsland =
      run.kind === 'same' &&
      run.text.length < 2 &&
      index > 0 &&
      index < runs.length - 1 &&
      touches(runs, index - 1) &&
      touches(runs, index + 1);
    return isIsland
      ? [
          { kind: 'removed' as const, text: run.text },
          { kind: 'added' as const, text: run.text },
        ]
      : [run];
  });
}

function touches(runs: readonly Stretch[], index: number): boolean {
  return runs[index]?.kind !== 'same';
}

/** Neighbours of one kind as one; in each change what was removed comes before what was added. */
function joined(all: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  let same = '';
  for (const { kind, text } of all) {
    if (kind === 'same') {
      flush();
      same += text;
      continue;
    }
    if (same !== '') result.push({ kind: 'same', text: same });
    same = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  if (same !== '') result.push({ kind: 'same', text: same });
  return result;
}
