import type { Indicator } from '../../domain/indicator.js';
import { pickText } from '../../domain/language.js';
import type { Facet, PageEnvelope } from '../../domain/page.js';
import { indicatorsCsv } from '../exchange/write-indicators.js';
import { IndicatorReader, type PublishedIndicators } from '../indicators/indicator-reader.js';
import type { Text } from '../language.js';
import type { AppContext, Services } from './app-env.js';
import { importIndicatorFile } from './indicator-import.js';
import { INDICATORS_SCOPE, putObservation } from './indicator-writes.js';
import { hasScope } from './operator-token.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { recordLabels } from './record-labels.js';
import { sendBody, sendJson } from './respond.js';

/** Most codes or sections in one request. */
const MAX_CHOICES = 100;
const CODE = /^[A-Za-z0-9_-]{1,64}$/;
const SECTION_LABEL: Text = { 'zh-CN': '板块', en: 'Section' };

/** The addresses of indicators and what each does. */
export function indicatorRoutes(
  services: Services,
): Readonly<Record<string, Readonly<Partial<Record<'GET' | 'POST' | 'PUT', Handler>>>>> {
  const reader = new IndicatorReader(services.store);
  const one = '/api/v1/indicators/:idOrCode';
  return {
    '/api/v1/indicators': { GET: listIndicators(services, reader) },
    '/api/v1/indicators.csv': { GET: listIndicatorsCsv(reader) },
    '/api/v1/indicators/import': { POST: importIndicatorFile(services) },
    [one]: { GET: getIndicator(reader) },
    [`${one}/observations`]: { GET: listObservations(services, reader), PUT: putObservation(services, reader) },
    [`${one}/observations.csv`]: { GET: listObservationsCsv(reader) },
  };
}

/** `GET /api/v1/indicators`: all published indicators that match, in the plan's order, with their series. */
function listIndicators({ source }: Services, reader: IndicatorReader): Handler {
  return async (c) => {
    const chosen = readChoice(c);
    const published = await reader.published();
    const items = choose(published, chosen);
    const envelope: PageEnvelope = {
      items: [...items],
      total: items.length,
      facets: [sectionFacet(choose(published, { ...chosen, sections: [] }), chosen.sections, c)],
      asOf: published.asOf,
      source,
      labels: recordLabels('indicator', items, c.var.lang),
    };
    vary(c);
    return sendJson(c, envelope, published.asOf);
  };
}

/** `GET /api/v1/indicators.csv`: the same as a table, a row for each period. */
function listIndicatorsCsv(reader: IndicatorReader): Handler {
  return async (c) => {
    const published = await reader.published();
    return sendCsv(c, choose(published, readChoice(c)), 'indicators', published.asOf);
  };
}

/** `GET /api/v1/indicators/:idOrCode`: one published indicator with its series; 410 when it has been withdrawn. */
function getIndicator(reader: IndicatorReader): Handler {
  return async (c) => {
    readPlain(c);
    const { asOf } = await reader.published();
    return sendJson(c, await findPublished(reader, c), asOf);
  };
}

/**
 * `GET /api/v1/indicators/:idOrCode/observations`: the series alone, each observation with what it said before. Who
 * replaced a figure is told to an operator whose token has the scope `indicators`.
 */
function listObservations({ store }: Services, reader: IndicatorReader): Handler {
  return async (c) => {
    readPlain(c);
    const isOperator = await hasScope(store, c, INDICATORS_SCOPE);
    const { asOf } = await reader.published();
    const { observations } = await findPublished(reader, c, isOperator);
    c.header('Vary', 'Authorization', { append: true });
    if (!isOperator) return sendJson(c, { items: observations }, asOf);
    c.header('Cache-Control', 'no-store');
    return c.json({ items: observations });
  };
}

/** `GET /api/v1/indicators/:idOrCode/observations.csv`: the series as a table. */
function listObservationsCsv(reader: IndicatorReader): Handler {
  return async (c) => {
    readPlain(c);
    const { asOf } = await reader.published();
    const indicator = await findPublished(reader, c);
    return sendCsv(c, [indicator], indicator.code, asOf);
  };
}

interface Choice {
  readonly codes: readonly string[];
  readonly sections: readonly string[];
}

function readChoice(c: AppContext): Choice {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['code', 'section', 'lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  const codes = listOf(params, 'code');
  const sections = listOf(params, 'section');
  params.assertValid();
  return { codes, sections };
}

/** Values of a parameter, separated by commas or repeated. */
function listOf(params: Parameters, name: string): string[] {
  const values = params.all(name).flatMap((value) => value.split(','));
  const chosen = [...new Set(values.map((value) => value.trim()))];
  if (chosen.includes('')) params.fault(name, 'empty');
  if (chosen.length > MAX_CHOICES) params.fault(name, 'too_many', { max: MAX_CHOICES });
  return chosen;
}

function readPlain(c: AppContext): void {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  params.assertValid();
}

function choose({ items }: PublishedIndicators, { codes, sections }: Choice): readonly Indicator[] {
  return items.filter(
    ({ code, section }) =>
      (codes.length === 0 || codes.includes(code)) &&
      (sections.length === 0 || (section !== undefined && sections.includes(section.code))),
  );
}

/** How many indicators each section of the plan has, in the plan's order; chosen ones stay at 0. */
function sectionFacet(items: readonly Indicator[], chosen: readonly string[], c: AppContext): Facet {
  const counts = new Map<string, { label: string; count: number }>();
  for (const { section } of items) {
    if (!section) continue;
    const known = counts.get(section.code) ?? {
      label: pickText(section.label, c.var.lang)?.text ?? section.code,
      count: 0,
    };
    counts.set(section.code, { ...known, count: known.count + 1 });
  }
  for (const code of chosen) if (!counts.has(code)) counts.set(code, { label: code, count: 0 });
  return {
    id: 'section',
    label: SECTION_LABEL[c.var.lang],
    values: [...counts].map(([value, { label, count }]) => ({ value, label, count })),
  };
}

async function findPublished(reader: IndicatorReader, c: AppContext, isOperator = false): Promise<Indicator> {
  const wanted = c.req.param('idOrCode') ?? '';
  const indicator = CODE.test(wanted) ? await reader.find(wanted, { isOperator }) : undefined;
  if (indicator?.status === 'tombstone') throw new ProblemError('record-gone');
  if (indicator?.status !== 'published') throw new ProblemError('record-not-found');
  return indicator;
}

function sendCsv(c: AppContext, items: readonly Indicator[], name: string, asOf: string): Promise<Response> {
  vary(c);
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
  return sendBody(c, Buffer.from(indicatorsCsv(items, c.var.lang)), {
    contentType: 'text/csv; charset=utf-8',
    cacheControl: 'public, no-cache',
    lastModified: asOf,
  });
}

function vary(c: AppContext): void {
  c.header('Content-Language', c.var.lang);
  c.header('Vary', 'Accept-Language', { append: true });
}
