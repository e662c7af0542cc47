import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Indexer } from '../index/indexer.js';
import type { Store } from '../store/store.js';
import type { Language } from '../language.js';
import type { Intake } from '../submissions/intake.js';
import type { RateLimiter } from './rate-limit.js';
import type { SiteRegistry } from './sites.js';

/** What the routes work with. */
export interface Services {
  readonly store: Store;
  readonly indexer: Indexer;
  readonly sites: SiteRegistry;
  readonly rateLimiter: RateLimiter;
  /** How it takes in what people send. */
  readonly intake: Intake;
  /** Address of the platform as the public knows it, without a slash at its end. */
  readonly publicUrl?: string;
  readonly logger: Logger;
  /** Memory for the answers of one kind's lists that are kept until something changes. Default 32 MB. */
  readonly answerCacheBytes?: number;
  /** Name of the platform, the `source` of every list answer. */
  readonly source: string;
  /** Version of the package. */
  readonly version: string;
  /** Folder served at `/`. */
  readonly www?: string;
  /** Folder of the built bundle, served at `/embed/`. */
  readonly cdnDir?: string;
}

/** What Hono knows of a request. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** Language of labels and messages in the answer. */
    lang: Language;
    /** Pattern of the address for the log, such as `/api/v1/achievements/:id`; absent for files and unknown addresses. */
    route: string | undefined;
    /** {@link Services.publicUrl}. */
    publicUrl: string | undefined;
  };
}

export type AppContext = Context<AppEnv>;
