/** The platform as a library: start it inside a process of your own. `yuniao serve` does the same from a command line. */
export { type ImportReceipt, type RejectedItem } from './http/import-route.js';
export { type RateLimit } from './http/rate-limit.js';
export { type Platform, type PlatformOptions, startPlatform } from './platform.js';
export { DatabaseError, DataFolderInUseError, openStore, StoreError, UnstorableTextError } from './store/index.js';
export type { OpenStoreOptions, StoreErrorCode, StoreLogger } from './store/index.js';
export type { OperatorToken, PutResult, Site, Store, StoredRecord, StoreOptions } from './store/store.js';
