import { fold } from '../../search/fold.js';

/** A header that is understood. */
export interface KnownColumn<Column extends string> {
  readonly column: Column;
  /** Place among the column's aliases: the lower, the more it counts. */
  readonly rank: number;
  /** What the header says in parentheses: `价格（万元）`. */
  readonly note?: string;
}

/** Headers are remembered, so that a file is looked up once; odd files with ever new ones must not fill the memory. */
const MAX_SEEN = 5000;

/**
 * Makes the function that tells what a header means, or nothing when it is none of the aliases of a column. Case, width, traditional
 * characters, spaces, hyphens and underscores do not matter, nor does what a header says in parentheses.
 */
export function columnFinder<Column extends string>(
  columns: Iterable<readonly [Column, readonly string[]]>,
): (header: string) => KnownColumn<Column> | undefined {
  const byAlias = new Map<string, KnownColumn<Column>>();
  for (const [column, aliases] of columns) {
    for (const [rank, alias] of aliases.entries()) {
      const plain = normalise(alias);
      if (!byAlias.has(plain)) byAlias.set(plain, { column, rank });
    }
  }
  const lookUp = (header: string): KnownColumn<Column> | undefined => {
    const plain = normalise(header);
    const whole = byAlias.get(plain);
    if (whole) return whole;
    const [, name = '', note = ''] = /^(.*?)\(([^)]*)\)$/.exec(plain) ?? [];
    const known = byAlias.get(name);
    return known && { ...known, note };
  };
  const seen = new Map<string, KnownColumn<Column> | undefined>();
  return (header) => {
    if (seen.has(header)) return seen.get(header);
    const found = lookUp(header);
    if (seen.size < MAX_SEEN) seen.set(header, found);
    return found;
  };
}

/** Width, case and traditional characters folded as in search; what decorates headers left out. */
function normalise(header: string): string {
  return fold(header).text.replace(/[\s_\-*:]+/g, '');
}
