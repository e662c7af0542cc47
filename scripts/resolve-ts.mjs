// Lets Node run the TypeScript sources as they are: a relative import of './x.js' finds './x.ts' when only that exists.
// What it makes of them is kept: each process and each thread would else take the types out of every file again.
import { existsSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? (specifier.startsWith('file:') ? specifier : undefined);
    if (parent && specifier.endsWith('.js') && (specifier.startsWith('.') || specifier.startsWith('file:'))) {
      const js = new URL(specifier, parent);
      const ts = new URL(js.href.replace(/\.js$/, '.ts'));
      if (js.protocol === 'file:' && !existsSync(fileURLToPath(js)) && existsSync(fileURLToPath(ts)))
        return next(ts.href, context);
    }
    return next(specifier, context);
  },
});
