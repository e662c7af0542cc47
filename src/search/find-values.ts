import { type FacetDictionary, mostFrequent } from './facet-dictionary.js';
import { foldText } from './fold.js';
import type { FacetValuesQuery, ValueCount } from './search-index.js';
import { readLetters, type Spelling } from './spelling.js';

/** How well a value fits what was typed, the best first. */
const BEGINS = 0;
const HAS = 1;
const SOUNDS = 2;
const FITS = [BEGINS, HAS, SOUNDS] as const;
type Fit = (typeof FITS)[number];

/**
 * The values of a facet that count at all and that `query` asks for, in the order that {@link FacetValuesQuery.contains}
 * promises; without it the most frequent first.
 * @param counts by the values' numbers
 * @param spelling absent where values are not found by pinyin
 */
export function findValues(
  dictionary: FacetDictionary,
  counts: Uint32Array,
  { contains = '', labels, values, limit }: Pick<FacetValuesQuery, 'contains' | 'labels' | 'values' | 'limit'>,
  spelling?: Spelling,
): ValueCount[] {
  const among = values && new Set(values);
  const isAmong = (value: string): boolean => among?.has(value) ?? true;
  const wanted = foldText(contains).trim();
  if (wanted === '') return mostFrequent(dictionary, counts, limit, [], isAmong);

  const fitOf = fitter(wanted, spelling);
  const byFit = FITS.map(() => new Uint32Array(counts.length));
  for (const [number, count] of counts.entries()) {
    if (count === 0) continue;
    const value = dictionary.values[number] as string;
    if (!isAmong(value)) continue;
    const label = labels?.get(value);
    const texts = label === undefined ? dictionary.folded(number) : [foldText(label)];
    const fit = texts.reduce<Fit | undefined>((best, text) => better(best, fitOf(text)), undefined);
    const list = fit === undefined ? undefined : byFit[fit];
    if (list) list[number] = count;
  }
  const found: ValueCount[] = [];
  for (const list of byFit) {
    if (found.length < limit) found.push(...mostFrequent(dictionary, list, limit - found.length));
  }
  return found;
}

function better(a: Fit | undefined, b: Fit | undefined): Fit | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** Tells how a folded text fits what was typed; `undefined` where it does not. */
function fitter(wanted: string, spelling: Spelling | undefined): (folded: string) => Fit | undefined {
  const typed = readLetters(wanted);
  return (folded) => {
    const written = folded.indexOf(wanted);
    if (written === 0) return BEGINS;
    const read = typed ? (spelling?.placeOf(folded, typed) ?? -1) : -1;
    if (read === 0) return BEGINS;
    if (written > 0) return HAS;
    return read > 0 ? SOUNDS : undefined;
  };
}
