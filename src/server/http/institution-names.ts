import { pickText } from '../../domain/language.js';
import type { CodeLabels } from '../../domain/page.js';
import type { Organisation } from '../../domain/primitives.js';
import type { Searchable } from '../index/reader-pool.js';
import type { Language } from '../language.js';

/** What a record says of who made and who owns what it is about. */
interface OfInstitutions {
  readonly institutions?: readonly Organisation[] | undefined;
  readonly owner?: Organisation | undefined;
}

/**
 * What institutions are called in English that a record itself names in Chinese only, as the facet calls them: nobody should
 * read of one institution by two names. By the name in the record; empty in Chinese.
 */
async function englishNames(
  index: Searchable,
  records: readonly OfInstitutions[],
  lang: Language,
): Promise<ReadonlyMap<string, string>> {
  if (lang !== 'en') return new Map();
  const unnamed = records
    .flatMap(({ institutions = [], owner }) => (owner ? [...institutions, owner] : institutions))
    .flatMap(({ name }) => pickText(name, lang) ?? [])
    .filter((shown) => !shown.lang.toLowerCase().startsWith(lang))
    .map(({ text }) => text);
  return index.names('institution', unnamed);
}

/** Those names for an element, by `institution.<name in the record>`. */
export async function institutionLabels(
  index: Searchable,
  records: readonly object[],
  lang: Language,
): Promise<CodeLabels> {
  const names = await englishNames(index, records as readonly OfInstitutions[], lang);
  return Object.fromEntries([...names].map(([value, name]) => [`institution.${value}`, name]));
}

/** The records with those names in them, for a page to show: what a record says itself stays. */
export async function withEnglishNames<Made extends OfInstitutions>(
  index: Searchable,
  records: readonly Made[],
  lang: Language,
): Promise<Made[]> {
  const names = await englishNames(index, records, lang);
  const named = (organisation: Organisation): Organisation => {
    const known = names.get(pickText(organisation.name, lang)?.text ?? '');
    return known === undefined ? organisation : { ...organisation, name: { ...organisation.name, [lang]: known } };
  };
  return records.map((record) => ({
    ...record,
    ...(record.institutions && { institutions: record.institutions.map(named) }),
    ...(record.owner && { owner: named(record.owner) }),
  }));
}
