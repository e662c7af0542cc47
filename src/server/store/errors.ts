/** What can keep a store from opening or a record from being stored. */
export type StoreErrorCode =
  | 'data-folder-in-use'
  | 'driver-missing'
  | 'schema-too-new'
  | 'not-durable'
  | 'database-stopped'
  | 'unstorable-text'
  | 'source-conflict'
  | 'code-conflict'
  | 'key-reused'
  | 'attachment-unknown'
  | 'challenge-spent'
  | 'uploads-full'
  | 'invalid-options';

/** An error of the store whose message says what to do. Tell kinds apart by `code`. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Another process holds the folder of the embedded database. */
export class DataFolderInUseError extends StoreError {
  override readonly name: string = 'DataFolderInUseError';
  readonly folder: string;
  /** Process that holds the folder. */
  readonly pid: number;
  /** Address of the platform that holds the folder, once it is known. */
  readonly url: string | undefined;

  constructor(folder: string, pid: number, url: string | undefined) {
    const holder = url === undefined ? `process ${pid}` : `the platform at ${url} (process ${pid})`;
    super(
      'data-folder-in-use',
      `The data folder ${folder} is in use by ${holder}; one process at a time can open it. ` +
        `Bring data into the running platform with "yuniao import … --url ${url ?? '<its address>'} --token …", ` +
        `or stop process ${pid} first.`,
    );
    this.folder = folder;
    this.pid = pid;
    this.url = url;
  }
}

/** The record holds text that no database of ours can keep: U+0000 or half of a surrogate pair. */
export class UnstorableTextError extends StoreError {
  override readonly name: string = 'UnstorableTextError';
  /** Where the text is, for example `title.zh-CN` or `keywords[2]`. */
  readonly path: string;

  constructor(what: string, path: string, found: string) {
    super('unstorable-text', `${what} cannot be stored: ${path} contains ${found}. Remove it and try again.`);
    this.path = path;
  }
}

/** An SQL statement failed. Holds neither the statement's parameters nor the connection's password. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
  /** SQLSTATE, for example `23505`. */
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;

  constructor(message: string, facts: DatabaseErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.sqlState = facts.sqlState;
    this.constraint = facts.constraint;
    this.detail = facts.detail;
  }
}

/** What a driver tells about a failed statement; plain data, so that it can cross a thread boundary. */
export interface DatabaseErrorFacts {
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;
}

/** The facts in an error that PGlite or pg threw. */
export function factsOf(error: unknown): DatabaseErrorFacts {
  const { code, constraint, detail } = Object(error) as Record<string, unknown>;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { sqlState: text(code), constraint: text(constraint), detail: text(detail) };
}
