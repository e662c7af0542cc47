// The thread of the embedded database where its driver is not installed.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('@electric-sql/pglite')) return next(specifier, context);
    throw Object.assign(new Error(`Cannot find package '@electric-sql/pglite'`), { code: 'ERR_MODULE_NOT_FOUND' });
  },
});

await import('../../../../src/server/store/pglite-worker.js');
