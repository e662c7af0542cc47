export type { Client } from './client.js';
export type { ListQuery } from './list-query.js';
export type {
  ClientHooks,
  ClientOptions,
  FailureEvent,
  HeadersOption,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
} from './options.js';
export type { Page } from './page.js';
export type { AchievementHit, AchievementsResource, IterateOptions } from './resources/achievements.js';
export { type ErrorCode, YuniaoError } from './errors/yuniao-error.js';
export { ConfigError } from './errors/config-error.js';
export { HttpError } from './errors/http-error.js';
export { isAbortError } from './errors/is-abort-error.js';
export { NetworkError } from './errors/network-error.js';
export { SchemaError, type SchemaIssue } from './errors/schema-error.js';
export { TimeoutError } from './errors/timeout-error.js';
