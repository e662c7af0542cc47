/** What an SQL parameter may be: values that both drivers send alike. Lists and objects go as JSON text. */
export type SqlValue = string | number | boolean | null;

/** Something that answers SQL: a database or an open transaction. */
export interface Queryable {
  /**
   * Runs one statement with `$1`-style parameters and resolves to its rows. Values are to be read as text, float8 or
   * boolean: bigint, jsonb and timestamps differ between drivers, so statements cast them.
   * @throws {DatabaseError} when the statement fails
   */
  query<Row extends object>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
}

/** A database that speaks PostgreSQL's SQL. */
export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Waits for statements under way, then lets go of the database. May be called again. */
  close(): Promise<void>;
}
