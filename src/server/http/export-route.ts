import type { Achievement } from '../../domain/achievement.js';
import type { Demand } from '../../domain/demand.js';
import type { RecordKind } from '../../domain/record.js';
import { ACHIEVEMENT_COLUMNS, type ExportColumn, type ExportContext } from '../exchange/export-columns.js';
import { DEMAND_COLUMNS } from '../exchange/export-demand-columns.js';
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

/** A kind whose records can be taken away. */
interface ExportKind {
  readonly title: Text;
  readonly formats: readonly ExportFormat[];
  /** Those that a store gives of this kind. */
  readonly columns: readonly ExportColumn<never>[];
}

const KINDS: Readonly<Partial<Record<RecordKind, ExportKind>>> = {
  achievement: {
    title: { 'zh-CN': '科技成果', en: 'Achievements' },
    formats: EXPORT_FORMATS,
    columns: ACHIEVEMENT_COLUMNS,
  },
  // Demands are nothing that a reference manager keeps
  demand: { title: { 'zh-CN': '技术需求', en: 'Demands' }, formats: ['csv', 'json', 'atom'], columns: DEMAND_COLUMNS },
};

/** What the records of a kind can be taken away as. */
export function exportFormats(kind: RecordKind): readonly ExportFormat[] {
  return KINDS[kind]?.formats ?? [];
}

/** `GET /api/v1/<kinds>.<format>`: everything that a list finds, as a file; as `atom` the newest of it, as a feed. */
export function exportRecords(services: Services, collection: Collection, format: ExportFormat): Handler {
  const started = new Date().toISOString();
  const kind = KINDS[collection.kind];
  if (!kind) throw new Error(`records of the kind ${collection.kind} cannot be taken away`);
  const pages = collection.kind === 'demand' ? 'demands' : 'achievements';
  return async (c) => {
    const { definition } = searchable(services, collection);
    const params = new Parameters(c.req.url, c.var.lang);
    const selection = readSelection(params, definition, ['sort']);
    params.assertValid();
    const asOf = services.indexer.asOf ?? started;
    const origin = platformOrigin(c);
    const context: ExportContext = {
      lang: c.var.lang,
      permalink: (id) => `${origin}${pagePath(c.var.lang, id, pages)}`,
    };
    labelledIn(c);
    if (format === 'atom')
      return sendFeed(c, services, collection, selection, { ...context, origin, asOf, title: kind.title });
    // Told by what it is made of, since the file itself is not known before it is sent
    const etag = weakETag([origin, c.req.url, c.var.lang, asOf].join('\n'));
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, no-cache');
    c.header('Last-Modified', new Date(asOf).toUTCString());
    if (matchesETag(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    const found = await findAll(services, collection, selection, MAX_EXPORT_RECORDS);
    c.header('Content-Type', TYPES[format]);
    c.header(
      'Content-Disposition',
      disposition(collection.path, kind.title[c.var.lang], `${asOf.slice(0, 10)}.${format}`),
    );
    return sendStream(c, writers[format](found, context, { source: services.source, asOf, columns: kind.columns }));
  };
}

/** An ASCII name for old software, and one in the language of the reader. */
function disposition(path: string, title: string, end: string): string {
  return `attachment; filename="${path}-${end}"; filename*=UTF-8''${encodeURIComponent(`${title}-${end}`)}`;
}

type Writer = (
  found: ResultSet,
  context: ExportContext,
  about: { readonly source: string; readonly asOf: string; readonly columns: ExportKind['columns'] },
) => AsyncIterable<string>;

const writers: Readonly<Record<Exclude<ExportFormat, 'atom'>, Writer>> = {
  csv: async function* writeCsv({ records }, context, { columns }) {
    yield BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name[context.lang]));
    // The store holds what the schema of its kind accepted
    for await (const record of records) yield csvLine(columns.map(({ value }) => value(record as never, context)));
  },
  ris: async function* writeRis({ records }, context) {
    for await (const record of achievementsOf(records)) yield risRecord(record, context);
  },
  json: async function* writeJson({ total, records }, _context, { columns: _columns, ...about }) {
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
  context: ExportContext & { readonly origin: string; readonly asOf: string; readonly title: Text },
): Promise<Response> {
  const { records } = await findAll(services, collection, { ...selection, sort: 'newest' }, FEED_ENTRIES);
  const newest: (Achievement | Demand)[] = [];
  for await (const record of records) newest.push(record as Achievement | Demand);
  const { origin, asOf, lang } = context;
  const url = new URL(c.req.url);
  const query = new URLSearchParams(url.search);
  for (const name of ['siteKey', 'lang', 'sort']) query.delete(name);
  const q = selection.q?.trim();
  const feed = atomFeed(newest, {
    ...context,
    title: [context.title[lang], q, services.source].filter(Boolean).join(' · '),
    self: `${origin}${url.pathname}${url.search}`,
    // Demands have no list of their own yet
    ...(collection.kind === 'achievement' && {
      alternate: `${origin}${pagePath(lang)}${query.size > 0 ? `?${query.toString()}` : ''}`,
    }),
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
function latest(records: readonly (Achievement | Demand)[]): string | undefined {
  const times = records.map(({ updatedAt }) => updatedAt);
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
