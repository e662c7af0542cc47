import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination, type Logger, pino } from 'pino';
import { Delivery } from './delivery/delivery.js';
import { Retention } from './desk/retention.js';
import type { MailOptions } from './delivery/mail.js';
import type { Services } from './http/app-env.js';
import { createApp } from './http/app.js';
import { createNodeServer, listen, shutDown } from './http/node-server.js';
import { type RateLimit, RateLimiter } from './http/rate-limit.js';
import { SiteRegistry } from './http/sites.js';
import { Indexer } from './index/indexer.js';
import { openStore } from './store/index.js';
import type { Store, StoreOptions } from './store/store.js';
import { asksStrangers } from './submissions/challenge.js';
import { createIntake, type IntakeOptions } from './submissions/intake.js';

/** Where and how a platform runs. With neither `dataDir` nor `databaseUrl` a `store` must be given. */
export interface PlatformOptions extends StoreOptions, Omit<IntakeOptions, 'source'> {
  /** An open store to use instead of opening one. The platform closes it. */
  readonly store?: Store;
  /** Port to listen on. Default 0: any free one, told by {@link Platform.url}. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: this machine only. */
  readonly host?: string;
  /** Folder of a website to serve at `/`. */
  readonly www?: string;
  /** Folder of the built bundle to serve at `/embed/`. Default: the one in this package. */
  readonly cdnDir?: string;
  /** Name of the platform, the `source` of its answers. Default `Yuniao`. */
  readonly source?: string;
  /** Where to log. Default: one JSON line for each event on standard error. */
  readonly logger?: Logger;
  /** What one client address may ask; requests of this machine are not counted. */
  readonly rateLimit?: Partial<RateLimit>;
  /**
   * Address of the platform as the public knows it, such as `https://platform.example.org`: what its links to itself begin
   * with. Default: the address under which it is asked.
   */
  readonly publicUrl?: string;
  /**
   * Folder for the search indexes, from which the next start opens them in place of building them. One process's own.
   * Default: `index` in `dataDir`; on a PostgreSQL server none.
   */
  readonly indexDir?: string;
  /**
   * How many threads answer searches, 1 to 64. They share one copy of the index; each takes some 30 MB of its own. Default:
   * one for each core but one, four at most.
   */
  readonly searchThreads?: number;
  /**
   * Memory that the segments of one search index may take, in bytes: 2,000 to 2,500 for a record. Working memory comes on
   * top and is not counted: a process that indexed 18,561 records of papers had 37 MB of segments and grew by 360 MB. An
   * index that reaches the limit takes in nothing more, and `/healthz` says so with 503. Default: no limit.
   */
  readonly maxIndexBytes?: number;
  /**
   * Memory for answers that are kept until something changes, in bytes, for each kind of record; 0 keeps none. Default
   * 32 MB.
   */
  readonly answerCacheBytes?: number;
  /** The mail server that letters to submitters leave by. Default: none; letters wait in the store. */
  readonly mail?: MailOptions;
  /** How often to look for changes that other processes wrote, in milliseconds. Default 250. */
  readonly pollMs?: number;
  /** How long {@link Platform.close} lets requests finish, in milliseconds. Default 10,000. */
  readonly shutdownMs?: number;
}

/** A running platform. */
export interface Platform {
  /** Address without a slash at the end, for example `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly store: Store;
  /** Brings what was written to {@link Platform.store} into the search at once rather than at the next look. */
  refresh(): Promise<void>;
  /** Takes no more requests, lets those under way finish, then closes the store. May be called again. */
  close(): Promise<void>;
}

const DEFAULT_SHUTDOWN_MS = 10_000;
const DEFAULT_SOURCE = 'Yuniao';
const NO_SITES =
  '未登记任何站点：只接受来自本机的提交。no site is registered: submissions are taken from this machine only; register one with "yuniao site add"';

const NO_CONTACT =
  '未设置 --contact：个人信息处理告知中没有处理者的联系方式。no --contact is set: the notices of consents do not say how to reach whoever handles personal data';

/**
 * Starts a platform and resolves when searches can be answered. It listens as soon as its database is open; until the
 * search index is built, `/healthz` and searches answer 503 with `Retry-After`.
 * @throws what the store throws (a folder in use, a database that is not there), or when the port is taken.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const logger = options.logger ?? pino({ name: 'yuniao' }, destination(2));
  const store = options.store ?? (await openStore({ ...options, logger }));
  const indexer = new Indexer({
    store,
    logger,
    ...indexFolder(options),
    ...(options.searchThreads !== undefined && { searchThreads: options.searchThreads }),
    ...(options.maxIndexBytes !== undefined && { maxIndexBytes: options.maxIndexBytes }),
    ...(options.pollMs !== undefined && { pollMs: options.pollMs }),
  });
  const source = options.source ?? DEFAULT_SOURCE;
  const services: Services = {
    store,
    indexer,
    logger,
    sites: new SiteRegistry(store, logger),
    rateLimiter: new RateLimiter(options.rateLimit),
    ...(options.answerCacheBytes !== undefined && { answerCacheBytes: options.answerCacheBytes }),
    source,
    intake: createIntake(store, { ...options, source }),
    ...(options.publicUrl !== undefined && { publicUrl: originOf(options.publicUrl) }),
    version: packageVersion(),
    ...folders(options),
  };
  const server = createNodeServer(createApp(services), logger);
  let delivery: Delivery | undefined;
  const retention = new Retention({ store, logger, source, months: services.intake.handler.retentionMonths });
  const stop = async (): Promise<void> => {
    await shutDown(server, options.shutdownMs ?? DEFAULT_SHUTDOWN_MS);
    await delivery?.stop();
    await retention.stop();
    await indexer.close();
    await store.close();
    logger.info('platform stopped');
  };
  const host = options.host ?? '127.0.0.1';
  try {
    const port = await listen(server, options.port ?? 0, host);
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    await store.announce?.(url);
    delivery = await Delivery.start({
      store,
      logger,
      platform: services.source,
      version: services.version,
      ...(options.mail && { mail: options.mail }),
      ...(options.pollMs !== undefined && { pollMs: options.pollMs }),
    });
    await indexer.start();
    retention.start();
    const sites = await services.sites.list();
    logger.info({ url, engine: store.engine, sites: sites.length }, 'platform ready');
    if (sites.length === 0) {
      logger.info('no site is registered: pages of any origin may read the API');
      logger.warn(NO_SITES);
    } else if (options.contact === undefined) logger.warn(NO_CONTACT);
    // A package that is missing is told now rather than to the first visitor
    if (asksStrangers(services.intake.challengePolicy, sites.length)) await services.intake.challenges.make();
    let stopping: Promise<void> | undefined;
    return { url, store, refresh: () => indexer.wake(), close: () => (stopping ??= stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws when it is no address, or one with a path: the platform stands at the root of its host */
function originOf(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(`"${publicUrl}" is not an address such as https://platform.example.org, without a path.`);
}

function packageVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

function indexFolder({ indexDir, dataDir, databaseUrl }: PlatformOptions): { readonly indexDir?: string } {
  if (indexDir !== undefined) return { indexDir };
  return dataDir !== undefined && databaseUrl === undefined ? { indexDir: join(dataDir, 'index') } : {};
}

/** The bundle lies beside `src/` and `dist/` alike; a platform without it serves no `/embed/`. */
function folders(options: PlatformOptions): Pick<Services, 'www' | 'cdnDir'> {
  const cdnDir = options.cdnDir ?? fileURLToPath(new URL('../../cdn', import.meta.url));
  return {
    ...(options.www !== undefined && { www: options.www }),
    ...(existsSync(cdnDir) && { cdnDir }),
  };
}
