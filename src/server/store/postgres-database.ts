import type { Pool, PoolClient } from 'pg';
import type { Database, Queryable, SqlValue } from './database.js';
import { DatabaseError, factsOf, StoreError } from './errors.js';
import type { StoreLogger } from './logger.js';

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 10;

/**
 * A PostgreSQL server, through a pool of connections.
 * @throws {StoreError} `driver-missing` when pg is not installed, `invalid-options` when the address is not one
 */
export async function openPostgresDatabase(
  databaseUrl: string,
  logger?: StoreLogger,
  importDriver: () => Promise<typeof import('pg')> = () => import('pg'),
): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new StoreError('invalid-options', 'The address of the database must begin with postgres:// or postgresql://');
  const { default: pg } = await loadPg(importDriver);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'yuniao',
  });
  // Without a listener, a server that goes away while a connection idles would end the process
  pool.on('error', (error) => logger?.warn({ reason: error.message }, 'a database connection was lost'));
  let closing: Promise<void> | undefined;
  return {
    engine: 'postgres',
    query: queryable(pool).query,
    transaction: (work) => inTransaction(pool, work),
    close: () => (closing ??= pool.end()),
  };
}

async function loadPg(importDriver: () => Promise<typeof import('pg')>): Promise<typeof import('pg')> {
  try {
    return await importDriver();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new StoreError(
      'driver-missing',
      'A PostgreSQL server needs the package pg. Install it with: npm install pg',
      { cause },
    );
  }
}

function queryable(connection: Pool | PoolClient): Queryable {
  return {
    query: async <Row extends object>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> => {
      try {
        return (await connection.query<Row>(sql, [...params])).rows;
      } catch (error) {
        throw asDatabaseError(error);
      }
    },
  };
}

async function inTransaction<T>(pool: Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asDatabaseError(error);
  });
  const tx = queryable(client);
  // Lost between two statements: the next statement fails and tells, so there is nothing to do here
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    await tx.query('BEGIN');
    const result = await work(tx);
    await tx.query('COMMIT');
    client.off('error', ignore);
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is thrown away
    const broken = await tx.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.off('error', ignore);
    client.release(broken);
    throw error;
  }
}

function asDatabaseError(error: unknown): DatabaseError {
  const message = error instanceof Error ? error.message : String(error);
  return new DatabaseError(message || 'The database does not answer', factsOf(error), { cause: error });
}
