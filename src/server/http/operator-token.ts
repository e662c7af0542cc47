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

/**
 * Lets only a request through that bears a known token with `scope`, and tells which.
 * @throws {ProblemError} 401 without a valid token, 403 when its scopes do not allow it.
 */
export async function requireScope(store: Store, c: AppContext, scope: string): Promise<OperatorToken> {
  const challenge = 'Bearer realm="yuniao"';
  const secret = secretOf(c);
  if (secret === undefined) throw new ProblemError('unauthorized', { headers: { 'WWW-Authenticate': challenge } });
  const token = await tokenOf(store, secret);
  if (!token) {
    throw new ProblemError('invalid-token', { headers: { 'WWW-Authenticate': `${challenge}, error="invalid_token"` } });
  }
  if (!token.scopes.includes(scope)) {
    const error = `error="insufficient_scope", scope="${scope}"`;
    throw new ProblemError('insufficient-scope', {
      values: { scope },
      headers: { 'WWW-Authenticate': `${challenge}, ${error}` },
    });
  }
  return token;
}

function secretOf(c: AppContext): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

async function tokenOf(store: Store, secret: string): Promise<OperatorToken | undefined> {
  return secret.length <= MAX_TOKEN_LENGTH ? store.findToken(secret) : undefined;
}
