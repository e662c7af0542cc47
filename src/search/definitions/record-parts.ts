import { type Concept, type Money, MONEY_UNITS } from '../../domain/concepts.js';
import { pickText } from '../../domain/language.js';
import { type LanguageMap, type Organisation } from '../../domain/primitives.js';
import type { ValueName } from '../search-index.js';

// What the definitions of all kinds of record read in the same way.

/** Upper bounds of the money bands in yuan; `negotiable` and `over-10m` complete the facet. */
const MONEY_BANDS: readonly (readonly [limit: number, band: string])[] = [
  [100_000, 'under-100k'],
  [500_000, '100k-500k'],
  [1_000_000, '500k-1m'],
  [5_000_000, '1m-5m'],
  [10_000_000, '5m-10m'],
];

/** The texts of all languages. */
export function texts(...maps: readonly (LanguageMap | undefined)[]): string[] {
  return maps.flatMap((map) => (map ? Object.values(map) : []));
}

export function present(...values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}

/** Every name of every organisation, once. */
export function namesOf(organisations: readonly Organisation[]): string[] {
  return [...new Set(texts(...organisations.map(({ name }) => name)))];
}

/** The one name by which each organisation is counted: its Chinese one where it has one. */
export function mainNames(organisations: readonly Organisation[]): string[] {
  return [...new Set(organisations.flatMap(mainName))];
}

/** What the values of {@link mainNames} are called in English, where the record says so. */
export function englishNames(organisations: readonly Organisation[]): ValueName[] {
  return organisations.flatMap((organisation) => {
    const english = pickText(organisation.name, 'en');
    if (!english?.lang.toLowerCase().startsWith('en')) return [];
    return mainName(organisation).flatMap((value): ValueName[] =>
      value === english.text ? [] : [[value, english.text]],
    );
  });
}

function mainName({ name }: Organisation): string[] {
  const chinese = Object.keys(name).find((tag) => tag.toLowerCase().startsWith('zh'));
  return present(chinese === undefined ? Object.values(name)[0] : name[chinese]);
}

/** The concepts that a facet counts: codes, or the source's own words. */
export function codes(concepts: readonly Concept[] = []): string[] {
  return concepts.map(({ code }) => code);
}

/** The concepts that can be searched: words that the source gave without a vocabulary. */
export function freeWords(...lists: readonly (readonly Concept[] | undefined)[]): string[] {
  return codes(lists.flatMap((list) => (list ?? []).filter(({ scheme }) => scheme === 'text')));
}

/** Numbers as written, and without the spaces that official forms put into patent numbers. */
export function numberTexts(written: readonly string[]): string[] {
  return [...new Set(written.flatMap((number) => [number, number.replaceAll(/\s+/g, '')]))];
}

/** An amount in yuan; absent for another currency, whose rate we do not know. */
export function yuan(money: Money | undefined): number | undefined {
  return money?.currency === 'CNY' ? money.amount * MONEY_UNITS[money.unit] : undefined;
}

/** The band that an amount falls in, and `negotiable`. */
export function moneyBands(money: Money | undefined, negotiable: boolean | undefined): string[] {
  const bands: string[] = negotiable ? ['negotiable'] : [];
  const amount = yuan(money);
  if (amount !== undefined) bands.push(MONEY_BANDS.find(([limit]) => amount < limit)?.[1] ?? 'over-10m');
  return bands;
}

/** Milliseconds since 1970 of a date or time; a partial date means its first day. */
export function timeOf(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Days since 1970-01-01 of a date or time; a partial date means its first day. */
export function dayOf(date: string | undefined): number | undefined {
  const time = timeOf(date);
  return time === undefined ? undefined : Math.floor(time / 86_400_000);
}
