import { type Handler as HonoHandler, Hono, type MiddlewareHandler } from 'hono';
import { openApiDocument } from '../exchange/openapi.js';
import { IndexUnavailableError } from '../index/index-errors.js';
import type { AppContext, AppEnv, Services } from './app-env.js';
import { COLLECTIONS } from './collections.js';
import { listFacetValues, suggestTexts } from './completion-routes.js';
import { cors } from './cors.js';
import { deskExportRoutes } from './desk-exports.js';
import { messageRoutes } from './desk-messages.js';
import { deskRoutes } from './desk-routes.js';
import { uploadRoutes } from './desk-uploads.js';
import { exportFormats, exportRecords } from './export-route.js';
import { health } from './health.js';
import { importRecords } from './import-route.js';
import { indicatorRoutes } from './indicator-routes.js';
import { noticeRoutes } from './notice-routes.js';
import { crawlerRoutes, pageRoutes } from '../pages/routes.js';
import { noticePages } from '../pages/notice-pages.js';
import { countRequests, RequestMetrics, showMetrics } from './metrics.js';
import { DATA_POLICY, homePage, missingPage, PAGE_POLICY, prefersPage } from './pages.js';
import { ProblemError } from './problems.js';
import { limitRate, limitWrongTokens } from './rate-limit.js';
import { getRecord, listRecords } from './read-routes.js';
import { limitUrl, requestContext } from './request-context.js';
import { sendJson, sendProblem } from './respond.js';
import { staticFiles } from './static-files.js';
import { submissionRoutes, submissionsOf } from './submission-paths.js';

const YEAR_SECONDS = 31_536_000;
const BUNDLE_SECONDS = 300;

/** Every address of the platform. */
export function createApp(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const metrics = new RequestMetrics();
  app.use('*', requestContext(services.logger, services.publicUrl), countRequests(metrics));
  app.use('/api/*', dataPolicy, cors(services.sites), limitRate(services.rateLimiter), limitWrongTokens());
  app.use('*', limitUrl);

  for (const collection of COLLECTIONS) {
    const path = `/api/v1/${collection.path}`;
    route(app, path, { GET: listRecords(services, collection), ...submissionsOf(services, collection.kind) });
    route(app, `${path}/import`, { POST: importRecords(services, collection) });
    route(app, `${path}/suggest`, { GET: suggestTexts(services, collection) });
    route(app, `${path}/facets/:facet`, { GET: listFacetValues(services, collection) });
    route(app, `${path}/:id`, { GET: getRecord(services, collection) });
  }
  for (const collection of COLLECTIONS) {
    for (const format of exportFormats(collection.kind)) {
      route(app, `/api/v1/${collection.path}.${format}`, { GET: exportRecords(services, collection, format) });
    }
  }
  for (const collection of COLLECTIONS.filter(({ kind }) => kind === 'achievement')) {
    for (const [path, handler] of pageRoutes(services, collection)) {
      app.use(path, limitRate(services.rateLimiter));
      route(app, path, { GET: handler });
    }
  }
  for (const [path, methods] of Object.entries(indicatorRoutes(services))) route(app, path, methods);
  const deskFiles = { ...uploadRoutes(services), ...deskExportRoutes(services), ...messageRoutes(services) };
  for (const [path, methods] of Object.entries(deskFiles)) route(app, path, methods);
  for (const [path, methods] of Object.entries(deskRoutes(services))) route(app, path, methods);
  for (const [path, methods] of Object.entries(noticeRoutes(services))) route(app, path, methods);
  for (const [path, methods] of Object.entries(submissionRoutes(services))) route(app, path, methods);
  for (const [path, methods] of Object.entries(noticePages(services))) {
    app.use(path, limitRate(services.rateLimiter));
    route(app, path, methods);
  }
  route(app, '/healthz', { GET: health(services) });
  route(app, '/metrics', { GET: showMetrics(services, metrics) });
  const document = openApiDocument({ version: services.version });
  route(app, '/openapi.json', {
    GET: (c) => {
      c.header('Access-Control-Allow-Origin', '*');
      return sendJson(c, document);
    },
  });

  if (services.cdnDir !== undefined) {
    app.use('/embed/*', staticFiles({ root: services.cdnDir, prefix: '/embed', headers: bundleHeaders }));
  }
  if (services.www !== undefined) app.use('*', staticFiles({ root: services.www, prefix: '', headers: pageHeaders }));
  else route(app, '/', { GET: async (c) => homePage(c) });
  for (const collection of COLLECTIONS.filter(({ kind }) => kind === 'achievement')) {
    for (const [path, handler] of crawlerRoutes(services, collection)) route(app, path, { GET: handler });
  }

  app.notFound((c) => notFound(c));
  app.onError((error, c) => failed(services, error, c));
  return app;
}

type Methods = Readonly<Partial<Record<'GET' | 'POST' | 'PUT' | 'DELETE', (c: AppContext) => Promise<Response>>>>;

/** Registers the methods of an address; `HEAD` comes with `GET`, `OPTIONS` tells them, every other one gets a 405. */
function route(app: Hono<AppEnv>, path: string, methods: Methods): void {
  const writes = (['POST', 'PUT', 'DELETE'] as const).filter((method) => methods[method]);
  const names = [...(methods.GET ? ['GET', 'HEAD'] : []), ...writes, 'OPTIONS'];
  const allow = names.join(', ');
  app.use(path, async (c, next) => {
    c.set('route', path);
    await next();
  });
  for (const [method, handler] of Object.entries(methods)) app.on(method, path, handler as HonoHandler<AppEnv>);
  app.options(path, (c) => c.body(null, 204, { Allow: allow }));
  app.all(path, () => {
    throw new ProblemError('method-not-allowed', { values: { allow }, headers: { Allow: allow } });
  });
}

const dataPolicy: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('Content-Security-Policy', DATA_POLICY);
  await next();
};

/** Files whose name carries a hash never change; the entry does, with every release. */
function bundleHeaders(path: string): Record<string, string> {
  const hashed = /^chunks\/.+-[\w-]{7}\.js(\.map)?$/.test(path);
  return {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
    'Cache-Control': hashed
      ? `public, max-age=${YEAR_SECONDS}, immutable`
      : `public, max-age=${BUNDLE_SECONDS}, stale-while-revalidate=${BUNDLE_SECONDS}`,
  };
}

function pageHeaders(): Record<string, string> {
  return { 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'public, no-cache' };
}

function notFound(c: AppContext): Response {
  const isPage = !c.req.path.startsWith('/api/') && prefersPage(c);
  return isPage ? missingPage(c) : sendProblem(c, new ProblemError('not-found'));
}

function failed({ logger }: Services, error: Error, c: AppContext): Response {
  if (error instanceof ProblemError) return sendProblem(c, error);
  if (error instanceof IndexUnavailableError) {
    return sendProblem(c, new ProblemError('search-unavailable', { headers: { 'Retry-After': '1' } }));
  }
  logger.error({ err: error, requestId: c.var.requestId }, 'a request failed');
  return sendProblem(c, new ProblemError('internal-error'));
}
