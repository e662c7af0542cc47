// Every public name, listed by hand: what is not here is free to change. Withheld on purpose: the transport (so that no
// type of the HTTP library shows) and the schemas (so that a caller's zod and ours need not agree).
export { type Client, createClient } from './client.js';
export type {
  ClientHooks,
  ClientOptions,
  FailureEvent,
  HeadersOption,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
} from './options.js';

export type {
  AchievementDetail,
  AchievementHit,
  AchievementsResource,
  ExportFormat,
} from './resources/achievements.js';
export type { Detail, Hit, ReadOptions, RecordsResource } from './resources/records.js';
export type { FacetValuesQuery, SuggestQuery } from './resources/completions.js';
export type { DeskQuery, DeskReadOptions, DeskResource } from './resources/desk.js';
export type { DeskExportOptions, DeskFiles, UploadFault, UploadReport } from './resources/desk-files.js';
export type { IndicatorQuery, IndicatorsResource, RecordsLink } from './resources/indicators.js';
export type { AttachmentsResource, UploadOptions } from './resources/attachments.js';
export type { CodeLabelList, CodeListsResource } from './resources/code-lists.js';
export type { SubmissionsResource, Submits, SubmissionQuery } from './resources/submissions.js';
export type { ListQuery, RangeEnds } from './list-query.js';
export type { Page } from './page.js';
export type { IterateOptions } from './iterate.js';

export { type ErrorCode, YuniaoError } from './errors/yuniao-error.js';
export { ConfigError } from './errors/config-error.js';
export { HttpError } from './errors/http-error.js';
export { isAbortError } from './errors/is-abort-error.js';
export { NetworkError } from './errors/network-error.js';
export { SchemaError, type SchemaIssue } from './errors/schema-error.js';
export { TimeoutError } from './errors/timeout-error.js';

export { createIdempotencyKey } from './idempotency-key.js';
export { formatSearchParams, parseSearchParams, type SearchParamsOptions, type SearchState } from './search-params.js';
export { parseStatusUrl } from './status-url.js';
