import type { Achievement } from '../../domain/achievement.js';
import { type ExportContext, headerCells, recordCells } from '../exchange/export-columns.js';
import { atomFeed } from '../exchange/write-atom.js';
import { BYTE_ORDER_MARK, csvLine } from '../exchange/write-csv.js';
import { risRecord } from '../exchange/write-ris.js';
import type { Text } from '../language.js';
import type { StoredRecord } from '../store/store.js';
import { pagePath, platformOrigin } from './address.js';
import type { AppContext, Services } from './app-env.js';
import type { Collection } from './collections.js';
import { readSelection, type Selection } from './list-query.js';
import { Parameters } from './parameters.js';
import { type Handler, searchable } from './read-routes.js';
import { weakETag } from './answer.js';
import { labelledIn, matchesETag, sendBody } from './respond.js';
import { findAll, type ResultSet } from './result-set.js';
import { sendStream } from './send-stream.js';

/** Formats that a result set can be taken away in. */
export const EXPORT_FORMATS = ['csv', 'json', 'ris', 'atom'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Most records of a file. */
export const MAX_EXPORT_RECORDS = 10_000;
/** Entries of a feed. */
export const FEED_ENTRIES = 50;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

const TITLE: Text = { 'zh-CN': '科技成果', en: 'Achievements' };

/** `GET /api/v1/achievements.<format>`: everything that a list finds, as a file; as `atom` the newest of it, as a feed. */
export function exportRecords(services: Services, collection: Collection, format: ExportFormat): Handler {
  const started = new Date().toISOString();
  return async (c) => {
    const { definition } = searchable(services, collection);
    const params = new Parameters(c.req.url, c.var.lang);
    const selection = readSelection(params, definition, ['sort']);
    params.assertValid();
    const asOf = services.indexer.asOf ?? started;
    const origin = platformOrigin(c);
    const context: ExportContext = {
      lang: c.var.lang,
      permalink: (id) => `${origin}${pagePath(c.var.lang, id)}`,
    };
    labelledIn(c);
    if (format === 'atom') return sendFeed(c, services, collection, selection, { ...context, origin, asOf });
    // Told by what it is made of, since the file itself is not known before it is sent
    const etag = weakETag([origin, c.req.url, c.var.lang, asOf].join('\n'));
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, no-cache');
    c.header('Last-Modified', new Date(asOf).toUTCString());
    if (matchesETag(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    const found = await findAll(services, collection, selection, MAX_EXPORT_RECORDS);
    c.header('Content-Type', TYPES[format]);
    c.header('Content-Disposition', disposition(c, format, asOf));
    return sendStream(c, writers[format](found, context, { source: services.source, asOf }));
  };
}

/** An ASCII name for old software, and one in the language of the reader. */
function disposition(c: AppContext, format: ExportFormat, asOf: string): string {
  const name = `${TITLE[c.var.lang]}-${asOf.slice(0, 10)}.${format}`;
  return `attachment; filename="achievements-${asOf.slice(0, 10)}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

type Writer = (
  found: ResultSet,
  context: ExportContext,
  about: { readonly source: string; readonly asOf: string },
) => AsyncIterable<string>;

const writers: Readonly<Record<Exclude<ExportFormat, 'atom'>, Writer>> = {
  csv: async function* writeCsv({ records }, context) {
    yield BYTE_ORDER_MARK + csvLine(headerCells(context));
    for await (const record of achievementsOf(records)) yield csvLine(recordCells(record, context));
  },
  ris: async function* writeRis({ records }, context) {
    for await (const record of achievementsOf(records)) yield risRecord(record, context);
  },
  json: async function* writeJson({ total, records }, _context, about) {
    yield `${JSON.stringify({ ...about, total }).slice(0, -1)},"items":[`;
    let separator = '\n';
    for await (const record of records) {
      yield separator + JSON.stringify(record);
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

/** The store holds what the schema of its kind accepted. */
async function* achievementsOf(records: AsyncIterable<StoredRecord>): AsyncGenerator<Achievement> {
  for await (const record of records) yield record as Achievement;
}

async function sendFeed(
  c: AppContext,
  services: Services,
  collection: Collection,
  { sort: _sort, ...selection }: Selection,
  context: ExportContext & { readonly origin: string; readonly asOf: string },
): Promise<Response> {
  const { records } = await findAll(services, collection, { ...selection, sort: 'newest' }, FEED_ENTRIES);
  const newest: Achievement[] = [];
  for await (const record of achievementsOf(records)) newest.push(record);
  const { origin, asOf, lang } = context;
  const url = new URL(c.req.url);
  const query = new URLSearchParams(url.search);
  for (const name of ['siteKey', 'lang', 'sort']) query.delete(name);
  const q = selection.q?.trim();
  const feed = atomFeed(newest, {
    ...context,
    title: [TITLE[lang], q, services.source].filter(Boolean).join(' · '),
    self: `${origin}${url.pathname}${url.search}`,
    alternate: `${origin}${pagePath(lang)}${query.size > 0 ? `?${query.toString()}` : ''}`,
    updated: latest(newest) ?? asOf,
    source: services.source,
    host: new URL(origin).hostname,
  });
  return sendBody(c, Buffer.from(feed), {
    contentType: TYPES.atom,
    cacheControl: 'public, max-age=300',
    lastModified: asOf,
  });
}

/** When the record that changed last changed. */
function latest(records: readonly Achievement[]): string | undefined {
  const times = records.map(({ updatedAt }) => updatedAt);
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
