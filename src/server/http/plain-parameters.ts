import type { AppContext } from './app-env.js';
import { Parameters } from './parameters.js';

/** For addresses that take nothing but a language. @throws {ProblemError} 400 for anything else */
export function readPlain(c: AppContext): void {
  const params = new Parameters(c.req.url, c.var.lang);
  params.allowOnly(['lang', 'siteKey']);
  params.language('lang');
  params.single('siteKey', 200);
  params.assertValid();
}
