import type { Achievement } from '../../domain/achievement.js';
import type { Demand } from '../../domain/demand.js';
import { pickText } from '../../domain/language.js';
import type { LanguageMap, Organisation } from '../../domain/primitives.js';
import { type Html, xml } from '../markup.js';
import type { ExportContext } from './export-columns.js';
import { nameOf } from './record-text.js';

/** What a feed says of itself. */
export interface FeedInfo extends ExportContext {
  readonly title: string;
  /** Address of the feed itself, which is its id too. */
  readonly self: string;
  /** Address of the same list as a page, where there is one. */
  readonly alternate?: string;
  /** When its newest entry changed. */
  readonly updated: string;
  /** Name of the platform. */
  readonly source: string;
  /** Host that ids are made with. */
  readonly host: string;
}

/** XML cannot hold these characters, not even escaped. */
function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

function aboutOf(record: Achievement | Demand): LanguageMap | undefined {
  return record.kind === 'demand' ? (record.summary ?? record.problem) : (record.benefit ?? record.summary);
}

/** Whose it is, as far as that is public. */
function partiesOf(record: Achievement | Demand): readonly Organisation[] {
  if (record.kind === 'achievement') return record.institutions ?? [];
  return record.owner && record.anonymous !== true ? [record.owner] : [];
}

function entry(record: Achievement | Demand, info: FeedInfo): Html {
  const { id, kind, createdAt, updatedAt, keywords = {} } = record;
  const title = pickText(record.title, info.lang);
  const summary = pickText(aboutOf(record), info.lang);
  const names = partiesOf(record).map((each) => nameOf(each, info.lang));
  return xml`<entry>
<id>tag:${info.host},2026:${kind}/${id}</id>
<title xml:lang="${title?.lang}">${xmlText(title?.text ?? id)}</title>
<link rel="alternate" type="text/html" href="${info.permalink(id)}"/>
<published>${createdAt}</published>
<updated>${updatedAt}</updated>
${(names.length > 0 ? names : [record.source.name]).map((name) => xml`<author><name>${xmlText(name)}</name></author>`)}
${[...new Set(Object.values(keywords).flat())].map((word) => xml`<category term="${xmlText(word)}"/>`)}
${summary && xml`<summary xml:lang="${summary.lang}">${xmlText(summary.text)}</summary>`}
</entry>
`;
}

/** A list as an Atom feed (RFC 4287). */
export function atomFeed(records: readonly (Achievement | Demand)[], info: FeedInfo): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${info.lang}">
<id>${info.self}</id>
<title>${xmlText(info.title)}</title>
<updated>${info.updated}</updated>
<link rel="self" type="application/atom+xml" href="${info.self}"/>
${info.alternate !== undefined && xml`<link rel="alternate" type="text/html" href="${info.alternate}"/>`}
<author><name>${xmlText(info.source)}</name></author>
<generator>Yuniao</generator>
${records.map((record) => entry(record, info))}</feed>
`.toString();
}
