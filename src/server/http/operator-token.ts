import type { Store } from '../store/store.js';
import type { AppContext } from './app-env.js';
import { ProblemError } from './problems.js';

const MAX_TOKEN_LENGTH = 500;

/**
 * Lets only a request through that bears a known token with `scope`.
 * @throws {ProblemError} 401 without a valid token, 403 when its scopes do not allow it.
 */
export async function requireScope(store: Store, c: AppContext, scope: string): Promise<void> {
  const challenge = 'Bearer realm="yuniao"';
  const secret = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (secret === undefined) throw new ProblemError('unauthorized', { headers: { 'WWW-Authenticate': challenge } });
  const token = secret.length <= MAX_TOKEN_LENGTH ? await store.findToken(secret) : undefined;
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
}
