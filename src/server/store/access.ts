import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.js';
import { isStorable, toStorableJson } from './storable.js';
import { type OperatorToken, type Site, SITE_SCOPES, type Store } from './store.js';

/** 256 bits: guessing is hopeless, so a plain SHA-256 of it is as safe as a slow hash and far quicker to check. */
const SECRET_BYTES = 32;
const ID_BYTES = 12;

interface SiteRow {
  readonly key: string;
  readonly name: string;
  readonly origins: string;
  readonly scopes: string;
  readonly created: number;
}

const SITE_COLUMNS = `key, name, origins::text AS origins, scopes::text AS scopes,
  (extract(epoch FROM created_at) * 1000)::float8 AS created`;

/** Sites that may embed the platform. */
export class Sites {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add({ name, origins, scopes = SITE_SCOPES }: Parameters<Store['addSite']>[0]): Promise<Site> {
    const facts = toStorableJson({ name, origins, scopes }, () => 'The site');
    const [row] = await this.#database.query<SiteRow>(
      `INSERT INTO sites (key, name, origins, scopes, created_at)
       SELECT $1, facts->>'name', facts->'origins', facts->'scopes', date_trunc('milliseconds', now())
       FROM (SELECT $2::text::jsonb) AS given (facts)
       RETURNING ${SITE_COLUMNS}`,
      [`site_${randomBytes(ID_BYTES).toString('base64url')}`, facts],
    );
    if (!row) throw new Error('the database returned no row for a site that it stored');
    return toSite(row);
  }

  async list(): Promise<Site[]> {
    const rows = await this.#database.query<SiteRow>(`SELECT ${SITE_COLUMNS} FROM sites ORDER BY created_at, key`);
    return rows.map(toSite);
  }

  async remove(key: string): Promise<boolean> {
    if (!isStorable(key)) return false;
    return (await this.#database.query('DELETE FROM sites WHERE key = $1 RETURNING key', [key])).length > 0;
  }
}

function toSite({ key, name, origins, scopes, created }: SiteRow): Site {
  return {
    key,
    name,
    origins: JSON.parse(origins) as string[],
    scopes: JSON.parse(scopes) as string[],
    createdAt: new Date(created).toISOString(),
  };
}

interface TokenRow {
  readonly id: string;
  readonly label: string;
  readonly scopes: string;
  readonly created: number;
}

const TOKEN_COLUMNS = `id, label, scopes::text AS scopes, (extract(epoch FROM created_at) * 1000)::float8 AS created`;

/** Operators' tokens. Of a secret only its SHA-256 is kept: who reads the database cannot use it. */
export class Tokens {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async create({
    label,
    scopes,
  }: {
    label: string;
    scopes: readonly string[];
  }): Promise<OperatorToken & { secret: string }> {
    const secret = `yn_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const facts = toStorableJson({ label, scopes }, () => 'The token');
    const [row] = await this.#database.query<TokenRow>(
      `INSERT INTO tokens (id, label, scopes, secret_sha256, created_at)
       SELECT $1, facts->>'label', facts->'scopes', $2, date_trunc('milliseconds', now()) FROM (SELECT $3::text::jsonb) AS given (facts)
       RETURNING ${TOKEN_COLUMNS}`,
      [`token_${randomBytes(ID_BYTES).toString('base64url')}`, sha256(secret), facts],
    );
    if (!row) throw new Error('the database returned no row for a token that it stored');
    return { ...toToken(row), secret };
  }

  async find(secret: string): Promise<OperatorToken | undefined> {
    const [row] = await this.#database.query<TokenRow>(
      `SELECT ${TOKEN_COLUMNS} FROM tokens WHERE secret_sha256 = $1 AND revoked_at IS NULL`,
      [sha256(secret)],
    );
    return row && toToken(row);
  }

  async list(): Promise<OperatorToken[]> {
    const rows = await this.#database.query<TokenRow>(
      `SELECT ${TOKEN_COLUMNS} FROM tokens WHERE revoked_at IS NULL ORDER BY created_at, id`,
    );
    return rows.map(toToken);
  }

  async revoke(id: string): Promise<boolean> {
    if (!isStorable(id)) return false;
    const revoked = await this.#database.query(
      'UPDATE tokens SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
      [id],
    );
    return revoked.length > 0;
  }
}

function toToken({ id, label, scopes, created }: TokenRow): OperatorToken {
  return { id, label, scopes: JSON.parse(scopes) as string[], createdAt: new Date(created).toISOString() };
}

function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
