import type { Achievement } from './achievement.js';
import type { Demand } from './demand.js';
import type { CodeLabels } from './page.js';
import { pickText } from './language.js';
import { MONEY_UNITS } from './concepts.js';
import { type LanguageMap, type Organisation } from './primitives.js';

/** Where a record's public page is, and in which language it is to be described. */
export interface JsonLdOptions {
  /** Address of the page that shows the achievement. */
  readonly url: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** What its codes are called. */
  readonly labels?: CodeLabels;
}

/**
 * An achievement in the words of schema.org: a `CreativeWork` (there is no type for technology), patents as its
 * identifiers, what it is offered for as an `Offer`. Absent fields are absent.
 */
export function achievementJsonLd(record: Achievement, { url, lang, labels = {} }: JsonLdOptions): object {
  const text = (map: LanguageMap | undefined): string | undefined => pickText(map, lang)?.text;
  const organisation = ({ name, url: site, creditCode }: Organisation): object =>
    defined({ '@type': 'Organization', name: text(name), url: site, taxID: creditCode });
  const terms = (record.fields ?? []).flatMap(({ scheme, code }) =>
    scheme === 'text' ? code : (labels[`${scheme}.${code}`] ?? []),
  );
  const keywords = Object.values(record.keywords ?? {}).flat();
  return defined({
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': url,
    url,
    additionalType: 'Technology',
    name: text(record.title),
    headline: text(record.benefit),
    abstract: text(record.summary),
    inLanguage: Object.keys(record.title),
    keywords: keywords.length > 0 ? keywords : undefined,
    about: terms.length > 0 ? terms : undefined,
    creator: record.institutions?.map(organisation),
    author: record.completers?.map(({ name }) => ({ '@type': 'Person', name })),
    provider: record.owner && organisation(record.owner),
    datePublished: record.publishedOn,
    dateModified: record.updatedAt,
    expires: record.validUntil,
    sameAs: record.source.url,
    identifier: identifiers(record),
    offers: offer(record, url),
  });
}

/** A demand in the words of schema.org: a `Demand`, whose it is left out since there is no word for that. */
export function demandJsonLd(record: Demand, { url, lang }: Omit<JsonLdOptions, 'labels'>): object {
  const text = (map: LanguageMap | undefined): string | undefined => pickText(map, lang)?.text;
  return defined({
    '@context': 'https://schema.org',
    '@type': 'Demand',
    '@id': url,
    url,
    name: text(record.title),
    description: text(record.summary ?? record.problem),
    availabilityStarts: record.publishedOn,
    validThrough: record.validUntil ?? record.deadline,
    sameAs: record.source.url,
  });
}

function identifiers({ registrationNo, ip = [] }: Achievement): object[] | undefined {
  const property = (propertyID: string, value: string): object => ({ '@type': 'PropertyValue', propertyID, value });
  const all = [
    ...(registrationNo === undefined ? [] : [property('registration number', registrationNo)]),
    ...ip.flatMap(({ patentNo, applicationNo }) =>
      patentNo !== undefined
        ? property('patent number', patentNo)
        : applicationNo !== undefined
          ? property('patent application number', applicationNo)
          : [],
    ),
  ];
  return all.length > 0 ? all : undefined;
}

function offer({ price, validUntil, transferModes }: Achievement, url: string): object | undefined {
  if (!price && !transferModes?.length) return undefined;
  return defined({
    '@type': 'Offer',
    url,
    price: price && Math.round(price.amount * MONEY_UNITS[price.unit] * 100) / 100,
    priceCurrency: price?.currency,
    validThrough: validUntil,
  });
}

function defined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
