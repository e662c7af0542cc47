import type { OperatorToken, Store } from '../store/store.js';
import type { AppContext } from './app-env.js';
import { ProblemError } from './problems.js';

const MAX_TOKEN_LENGTH = 500;

/** Whether the request bears a known token with `scope`: for reads that tell an operator more. */
export async function hasScope(store: Store, c: AppContext, scope: string): Promise<boolean> {
  const secret = secretOf(c);
  const token = secret === undefined ? undefined : await tokenOf(store, secret);
  return token?.scopes.includes(scope) ?? false;
}

const CHALLENGE = 'Bearer realm="yuniao"';

/**
 * Lets only a request through that bears a known token, and tells which.
 * @throws {ProblemError} 401 without a valid token.
 */
export async function requireToken(store: Store, c: AppContext): Promise<OperatorToken> {
  const secret = secretOf(c);
  if (secret === undefined) throw new ProblemError('unauthorized', { headers: { 'WWW-Authenticate': CHALLENGE } });
  const token = await tokenOf(store, secret);
  if (token) return token;
  throw new ProblemError('invalid-token', { headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` } });
}

/**
 * Lets only a request through that bears a known token with `scope`, and tells which.
 * @throws {ProblemError} 401 without a valid token, 403 when its scopes do not allow it.
 */
export async function requireScope(store: Store, c: AppContext, scope: string): Promise<OperatorToken> {
  const token = await requireToken(store, c);
  assertScope(token, scope);
  return token;
}

/** @throws {ProblemError} 403 when the scopes of `token` do not allow it. */
export function assertScope(token: OperatorToken, scope: string): void {
  if (token.scopes.includes(scope)) return;
  throw insufficientScope(scope);
}

/** The answer to a token that lacks `scope`. */
export function insufficientScope(scope: string): ProblemError {
  const error = `error="insufficient_scope", scope="${scope}"`;
  return new ProblemError('insufficient-scope', {
    values: { scope },
    headers: { 'WWW-Authenticate': `${CHALLENGE}, ${error}` },
  });
}

function secretOf(c: AppContext): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

async function tokenOf(store: Store, secret: string): Promise<OperatorToken | undefined> {
  return secret.length <= MAX_TOKEN_LENGTH ? store.findToken(secret) : undefined;
}
