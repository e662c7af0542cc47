import type { CodeLabels, Highlights, PageEnvelope, Range } from '../../domain/page.js';
import type { RecordKind } from '../../domain/record.js';
import type { IndexDefinition, SearchHit, SearchPage, SearchQuery } from '../../search/search-index.js';
import { InvalidCursorError } from '../../search/search-index.js';
import type { Searchable } from '../index/reader-pool.js';
import type { StoredRecord } from '../store/store.js';
import type { Language } from '../language.js';
import { AnswerCache } from './answer-cache.js';
import type { AppContext, Services } from './app-env.js';
import type { Collection } from './collections.js';
import { labelFacets } from './facet-labels.js';
import { excerptsOf } from './excerpts.js';
import { recordHighlighter } from './highlights.js';
import { institutionLabels } from './institution-names.js';
import { type ListRequest, readListQuery } from './list-query.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import { labelRange } from './ranges.js';
import { recordLabels } from './record-labels.js';
import { jsonAnswer, labelledIn, sendJson } from './respond.js';

const RECORD_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** A route's work, the request's context given. */
export type Handler = (c: AppContext) => Promise<Response>;

/** `GET /api/v1/<kinds>`: one page of published records with total, facets and highlights. */
export function listRecords(services: Services, collection: Collection): Handler {
  const started = new Date().toISOString();
  const cache = new AnswerCache(() => services.indexer.generation, services.answerCacheBytes);
  return async (c) => {
    const { index, definition } = searchable(services, collection);
    const request = readListQuery(c.req.url, c.var.lang, definition, collection.defaultFacets);
    const { query, texts } = request;
    const { answer, asOf } = await cache.answer(`${c.var.lang} ${JSON.stringify(request)}`, async () => {
      const page = await searchFor(index, query, c);
      // Taken with the page: a record changed in between is in the next answer, and its ETag differs
      const time = services.indexer.asOf ?? started;
      const envelope = await envelopeOf(services, collection, {
        index,
        definition,
        query,
        texts,
        page,
        asOf: time,
        lang: c.var.lang,
      });
      return { answer: jsonAnswer(envelope), asOf: time };
    });
    labelledIn(c);
    return sendJson(c, answer, asOf);
  };
}

/** What a search found, and what for. */
interface Found extends ListRequest {
  readonly index: Searchable;
  readonly definition: IndexDefinition;
  readonly page: SearchPage;
  readonly asOf: string;
  readonly lang: Language;
}

async function envelopeOf(
  services: Services,
  collection: Collection,
  { index, definition, query, texts, page, asOf, lang }: Found,
): Promise<PageEnvelope> {
  const { source } = services;
  const records = await recordsOf(services, collection, page.hits);
  const highlight = recordHighlighter(query.q, definition, page.words);
  const relaxed = new Set(page.hits.filter((hit) => hit.relaxed).map((hit) => hit.id));
  return {
    items: records.map((record) => itemOf(record, highlight(record), texts)),
    total: page.total,
    facets: labelFacets(query, page.facets, lang, collection.kind),
    ranges: labelRanges(query, page, lang),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    asOf,
    source,
    labels: { ...recordLabels(collection.kind, records, lang), ...(await institutionLabels(index, records, lang)) },
    ...(relaxed.size > 0 && { strict: records.filter((record) => !relaxed.has(record.id)).length }),
  };
}

/** `GET /api/v1/<kinds>/:id`: one published record; 410 when it has been withdrawn. */
export function getRecord(services: Services, collection: Collection): Handler {
  return async (c) => {
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', 200);
    params.assertValid();
    const record = await publishedRecord(services, collection.kind, c.req.param('id') ?? '');
    // Whoever names a language wants to show the record, not to store it
    const labels = c.req.query('lang') && { labels: await labelsOf(services, collection, record, c.var.lang) };
    return sendJson(c, { ...record, ...labels }, record.updatedAt);
  };
}

async function labelsOf(
  { indexer }: Services,
  { kind }: Collection,
  record: StoredRecord,
  lang: Language,
): Promise<CodeLabels> {
  // A record can be read while the index is still being built
  const index = indexer.index(kind);
  return {
    ...recordLabels(kind, [record], lang),
    ...(index && (await institutionLabels(index, [record], lang))),
  };
}

/** The record. @throws {ProblemError} 410 when it has been withdrawn, 404 when there is none that the public may see */
export async function publishedRecord({ store }: Services, kind: RecordKind, id: string): Promise<StoredRecord> {
  const record = RECORD_ID.test(id) ? await store.getRecord(kind, id) : undefined;
  if (record?.status === 'tombstone') throw new ProblemError('record-gone');
  if (record?.status !== 'published') throw new ProblemError('record-not-found');
  return record;
}

/** The index of a kind and what it knows. @throws {ProblemError} 503 while it is being built */
export function searchable(
  services: Services,
  { kind }: Collection,
): { index: Searchable; definition: IndexDefinition } {
  const index = services.indexer.index(kind);
  const definition = services.indexer.definition(kind);
  if (!index || !definition) throw new ProblemError('starting', { headers: { 'Retry-After': '1' } });
  return { index, definition };
}

function labelRanges({ countRanges = [] }: SearchQuery, { ranges }: SearchPage, lang: Language): Range[] {
  return countRanges.map((id) => labelRange(id, ranges[id] ?? { count: 0 }, lang));
}

/** Searches; a cursor that does not fit is a fault of the address. */
export async function searchFor(index: Searchable, query: SearchQuery, c: AppContext): Promise<SearchPage> {
  try {
    return await index.search(query);
  } catch (error) {
    if (!(error instanceof InvalidCursorError)) throw error;
    const params = new Parameters(c.req.url, c.var.lang);
    params.fault('cursor', 'invalid_cursor');
    params.assertValid();
    throw error;
  }
}

/** The records of a page. One that was withdrawn a moment ago, and is still in the index, is left out. */
export async function recordsOf(
  { indexer }: Services,
  { kind }: Collection,
  hits: readonly SearchHit[],
): Promise<StoredRecord[]> {
  if (hits.length === 0) return [];
  const ids = hits.map((hit) => hit.id);
  const records = await indexer.records(kind, ids);
  return records.filter((record) => record.status === 'published');
}

function itemOf(record: StoredRecord, highlights: Highlights | undefined, texts: ListRequest['texts']): object {
  const cut = texts === 'excerpts' ? excerptsOf(record, highlights) : undefined;
  const shown = cut ?? { record, highlights };
  return { ...shown.record, ...(shown.highlights && { highlights: shown.highlights }), ...(cut && { excerpt: true }) };
}
