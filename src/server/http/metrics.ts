import type { MiddlewareHandler } from 'hono';
import type { AppEnv, Services } from './app-env.js';
import type { Handler } from './read-routes.js';

/** Upper ends of the latency histogram's buckets, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Latency {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Counts requests by route, method and status, and their times by route. Of a request it keeps nothing else. */
export class RequestMetrics {
  readonly #requests = new Map<string, number>();
  readonly #latencies = new Map<string, Latency>();

  /** @param route pattern of the address, never the address itself */
  observe(route: string, method: string, status: number, seconds: number): void {
    const labels = `route="${escapeLabel(route)}"`;
    const key = `${labels},method="${escapeLabel(method)}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    let latency = this.#latencies.get(labels);
    if (!latency) {
      latency = { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
      this.#latencies.set(labels, latency);
    }
    latency.sum += seconds;
    latency.count += 1;
    const bucket = BUCKETS.findIndex((end) => seconds <= end);
    if (bucket >= 0) latency.counts[bucket] = (latency.counts[bucket] ?? 0) + 1;
  }

  lines(): string[] {
    const lines = ['# HELP yuniao_http_requests_total Requests answered.', '# TYPE yuniao_http_requests_total counter'];
    for (const [labels, count] of this.#requests) lines.push(`yuniao_http_requests_total{${labels}} ${count}`);
    const name = 'yuniao_http_request_duration_seconds';
    lines.push(`# HELP ${name} Time until the answer was ready.`, `# TYPE ${name} histogram`);
    for (const [labels, { counts, sum, count }] of this.#latencies) {
      let below = 0;
      for (const [at, end] of BUCKETS.entries()) {
        below += counts[at] ?? 0;
        lines.push(`${name}_bucket{${labels},le="${end}"} ${below}`);
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`);
    }
    return lines;
  }
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** Counts every request; one without a route of ours (a file, an unknown address, any method) under `*`. */
export function countRequests(metrics: RequestMetrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    metrics.observe(c.var.route ?? '*', method, c.res.status, (performance.now() - started) / 1000);
  };
}

/**
 * `GET /metrics`: how the platform does, in Prometheus' text format 0.0.4. Open to whoever can reach the platform, as
 * `/healthz` is: it holds counts alone, no query, address or name.
 */
export function showMetrics({ store, indexer }: Services, metrics: RequestMetrics): Handler {
  return async (c) => {
    const lines = metrics.lines();
    const gauge = (name: string, help: string, values: readonly (readonly [labels: string, value: number])[]): void => {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`);
      for (const [labels, value] of values) lines.push(`${name}${labels} ${value}`);
    };
    const kinds = Object.entries(await indexer.status());
    const of = (pick: (status: (typeof kinds)[number][1]) => number): (readonly [string, number])[] =>
      kinds.map(([kind, status]) => [`{kind="${kind}"}`, pick(status)]);
    gauge(
      'yuniao_index_documents',
      'Records that can be found.',
      of(({ documents }) => documents),
    );
    gauge(
      'yuniao_index_bytes',
      'Memory of the segments.',
      of(({ bytes = 0 }) => bytes),
    );
    gauge(
      'yuniao_index_seq',
      'Outbox position up to which every change can be found.',
      of(({ seq }) => seq),
    );
    gauge(
      'yuniao_index_lag',
      'Changes that cannot be found yet.',
      of(({ lag }) => lag),
    );
    gauge(
      'yuniao_index_merges_total',
      'Merges of segments.',
      of(({ merges }) => merges),
    );
    gauge('yuniao_outbox_head', 'Position of the newest change.', [['', await store.outboxHead()]]);
    const messages = (await store.messages.count()).map(
      ({ channel, state, count }) => [`{channel="${channel}",state="${state}"}`, count] as const,
    );
    gauge('yuniao_messages', 'Letters and events: waiting, sent, or failed for good.', messages);
    gauge('yuniao_search_threads', 'Threads that answer searches.', [['', indexer.searchThreads]]);
    gauge('yuniao_ready', 'Whether every index can be asked.', [['', indexer.ready ? 1 : 0]]);
    gauge('process_resident_memory_bytes', 'Memory of the process.', [['', process.memoryUsage.rss()]]);
    c.header('Cache-Control', 'no-store');
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(`${lines.join('\n')}\n`);
  };
}

function escapeLabel(text: string): string {
  return text.replaceAll(/["\\\n]/g, '_');
}
