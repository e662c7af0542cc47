import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { nodeFlags } from './test/support/node-flags.js';

/** Shortens the html, svg and css templates of the CDN build; must see the literals before TypeScript is stripped. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /(html|css|svg)`/ },
      // keepClosingSlash: without it <path/> in svg`` loses its end and swallows its siblings
      handler: (code, id) => minifyHTMLLiterals(code, { fileName: id, html: { keepClosingSlash: true } }),
    },
  };
}

/** Oxc after terser and terser after oxc each find some 3 % more. */
function squeeze(): Plugin {
  return {
    name: 'squeeze',
    apply: 'build',
    async renderChunk(code, { fileName }) {
      const [{ minify: minifyByOxc }, { minify }] = await Promise.all([import('vite'), import('terser')]);
      const options = {
        module: true,
        ecma: 2022 as const,
        compress: { passes: 3, hoist_props: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
        format: { comments: false },
      };
      const first = await minify(code, { ...options, sourceMap: { asObject: true } });
      const second = await minifyByOxc(fileName, first.code ?? code, {
        module: true,
        compress: { target: 'es2022' },
        sourcemap: true,
        inputMap: first.map as never,
      });
      const small = await minify(second.code, {
        ...options,
        sourceMap: { asObject: true, content: second.map as never },
      });
      return { code: small.code ?? code, map: small.map as never };
    },
  };
}

/** What the compiler applies decorators with is shorter in a page: see that file. It is no import that can be aliased. */
function decorateInPage(): Plugin {
  const inPage = fileURLToPath(new URL('./src/embed/decorate.ts', import.meta.url));
  return {
    name: 'decorate-in-page',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { code: '@oxc-project/runtime/helpers/decorate' },
      handler: (code) => ({ code: code.replace('@oxc-project/runtime/helpers/decorate', inPage), map: null }),
    },
  };
}

/**
 * Leaves out of the schemas of what is read in a page the words on what a field needs: nobody meets them there. Schemas of
 * what is submitted keep theirs, for forms to know faults by.
 */
function dropSchemaWords(): Plugin {
  return {
    name: 'drop-schema-words',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/domain\/(primitives|concepts|record|achievement|indicator)\.ts$/ },
      handler: (code) => ({ code: code.replaceAll(/(['"])needs .*?\1/g, 'undefined'), map: null }),
    },
  };
}

/**
 * Gives forms a copy of their own of what records consist of. Shared with the elements that show records it would stand in
 * files of its own, which every one of those had to fetch; few pages hold both.
 */
function schemasOfForms(): Plugin {
  return {
    name: 'schemas-of-forms',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!/^\.\/(achievement|demand|enquiry|concepts)\.js$/.test(source)) return undefined;
      if (!importer || !/\/domain\/\w+(-submission\.ts|\.ts\?form)$/.test(importer)) return undefined;
      const found = await this.resolve(source, importer.replace('?form', ''), { skipSelf: true });
      return found && `${found.id}?form`;
    },
  };
}

/**
 * Takes the bundler's one helper, which some chunks import from a file of its own and the others only to keep an order,
 * into the chunks that use it: no page should wait for a file of 200 bytes.
 */
function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    apply: 'build',
    generateBundle(_, bundle) {
      const runtime = Object.keys(bundle).find((file) => file.includes('rolldown-runtime'));
      const helper = runtime === undefined ? undefined : bundle[runtime];
      if (runtime === undefined || helper?.type !== 'chunk') return;
      const [, own, code] = /^((?:.|\n)*?)export\s*\{\s*(\w+) as \w+\s*\};/.exec(helper.code) ?? [];
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk === helper) continue;
        chunk.imports = chunk.imports.filter((file) => file !== runtime);
        chunk.code = chunk.code.replace(
          /import\s*(?:\{\s*(?:\w+ as )?(\w+)\s*\}\s*from\s*)?["'][^"']*rolldown-runtime[^"']*["'];/,
          (_import, name?: string) => (name === undefined ? '' : `const ${name}=(()=>{${own}return ${code}})();`),
        );
      }
      delete bundle[runtime];
      delete bundle[`${runtime}.map`];
    },
  };
}

/**
 * Makes the loader ask for all chunks of an element at once. A chunk that only the import of another one names would be
 * met a round trip later.
 */
function importTogether(): Plugin {
  return {
    name: 'import-together',
    apply: 'build',
    generateBundle(_, bundle) {
      const withImports = (file: string): string[] => {
        const chunk = bundle[file];
        return chunk?.type === 'chunk' ? [file, ...chunk.imports.flatMap(withImports)] : [];
      };
      for (const entry of Object.values(bundle)) {
        if (entry.type !== 'chunk' || !entry.isEntry) continue;
        // What else an element is asked for needs no more than the element does. What a chunk exports, which may follow, is
        // of no use to the loader
        const imported = /(\bload:async\s*\(\)\s*=>\s*)?import\([`'"]\.\/([^`'"]+)[`'"]\)(\.then\(\w+=>\w+\.\w+\))?/g;
        entry.code = entry.code.replace(imported, (_own, load: string | undefined, file: string) => {
          if (load === undefined) return `import('./${file}')`;
          const imports = [...new Set(withImports(file))].map((each) => `import('./${each}')`);
          return load + (imports.length > 1 ? `Promise.all([${imports.join()}])` : imports.join());
        });
      }
    },
  };
}

/** An element's English texts are named after its folder. */
function englishChunkName(moduleId: string): string | undefined {
  const [, folder] = /elements\/([^/]+)\/messages\.en\.ts$/.exec(moduleId) ?? [];
  return folder && `en-${folder}`;
}

/**
 * The element whose file a module belongs to: all that stands directly in its folder but the English texts, and what
 * no other element needs of the rooms below.
 */
function elementOf(moduleId: string): string | undefined {
  if (/\/domain\/(indicator|indicator-standing|partial-date)\.ts$|\/indicators-reader\.ts$/.test(moduleId))
    return 'kpi-tiles';
  if (/\/domain\/(achievement|concepts)\.ts$|\/ui\/(highlight|search-key)\.ts$/.test(moduleId))
    return 'achievement-search';
  return (
    /elements\/([^/]+)\/(?!messages\.([^/]+\.)?en)[^/]+\.ts$/.exec(moduleId)?.[1] ??
    /embed\/(achievement-search|kpi-tiles|[a-z]+-form)\.ts$/.exec(moduleId)?.[1]
  );
}

/** What forms share beside that: their core, and the way of a submission to the platform. */
function isOfForms(moduleId: string): boolean {
  return /\/ui\/(form|submit)\/(?!lazy\/|attachments\/|challenge|sha256)|\/domain\/((demand|enquiry|concepts)\.ts\?form|credit-code\.ts)$/.test(
    moduleId,
  );
}

/** What elements share: Lit, the SDK, and what `ui/` draws from the start. */
function isShared(moduleId: string): boolean {
  if (elementOf(moduleId) !== undefined || isOfForms(moduleId)) return false;
  if (/\/src\/domain\//.test(moduleId)) return /\/(primitives|record|page|problem|language)\.ts$/.test(moduleId);
  if (/\/src\/sdk\//.test(moduleId))
    return !/\/(search-params|status-url|idempotency-key|submissions-reader|attachments-sender|code-lists-reader|desk-[a-z-]+)\.ts$/.test(
      moduleId,
    );
  // What stands in folders of their own there is for some elements only, or fetched on need
  if (/\/src\/ui\//.test(moduleId))
    return /\/ui\/(?!url-mirror|load-controller|submission-secret)[^/]+\.ts$/.test(moduleId);
  if (/\/lit(-html)?\/directive/.test(moduleId)) return false;
  return /node_modules\/|oxc-project|\/embed\/(?!loader|first-question|yuniao)/.test(moduleId);
}

/** The bundle for pages has a retry loop of its own in place of ky: see that file. */
const inPage = { ky: fileURLToPath(new URL('./src/embed/ky.ts', import.meta.url)) };

/** Likewise Lit's decorators, of which a page needs one kind. */
const decoratorsInPage = { 'lit/decorators.js': fileURLToPath(new URL('./src/embed/decorators.ts', import.meta.url)) };

/** Likewise its schemas. Not for the SDK's tests, which start a real server, and that needs more of zod than a page. */
const schemasInPage = { 'zod/mini': fileURLToPath(new URL('./src/embed/zod-mini.ts', import.meta.url)) };

/**
 * Likewise parts of the SDK that a page has no use for as they are: the words of errors, which no page shows, and what
 * only a client of a page's own code would be given.
 */
const sdkInPage = ['base-url', 'headers', 'load-code', 'observers', 'words'].map((name) => ({
  find: new RegExp(`^\\.\\.?/(errors/)?${name}\\.js$`),
  replacement: fileURLToPath(new URL(`./src/embed/${name}.ts`, import.meta.url)),
}));

/** Likewise Lit's style sheets, which its own files import by this name. */
const stylesInPage = {
  find: './css-tag.js',
  replacement: fileURLToPath(new URL('./src/embed/css-tag.ts', import.meta.url)),
};

const aliasesInPage = [
  ...Object.entries({ ...inPage, ...schemasInPage, ...decoratorsInPage }).map(([find, replacement]) => ({
    find,
    replacement,
  })),
  ...sdkInPage,
  stylesInPage,
];

/** Bare imports met in a browser test: one found mid-run would make Vite reload the page or load a second Lit. */
const prebundled = [
  'lit',
  'lit/decorators.js',
  'lit/directive-helpers.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  '@open-wc/testing',
  'zod/mini',
  'ky',
  'fast-check',
  'opencc-js/dict/TSCharacters',
];

/** For busy machines. Only what fails waits for so long. */
const patience = { testTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

async function testProjects(): Promise<TestProjectInlineConfiguration[]> {
  // Loaded here because a build needs none of it and should not wait for it
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const { playwright } = await import('@vitest/browser-playwright');
  const { findBrowser } = await import('./scripts/browser.mjs');
  const { path, env } = await findBrowser();
  // A new object each time: Vitest writes a project's name into it
  const browser = (): NonNullable<TestProjectInlineConfiguration['test']>['browser'] => ({
    enabled: true,
    headless: true,
    ui: false,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { executablePath: path, env: { ...(process.env as Record<string, string>), ...env } },
    }),
    instances: [{ browser: 'chromium' as const }],
  });
  const node = {
    environment: 'node',
    pool: 'forks' as const,
    execArgv: [...nodeFlags],
    ...patience,
    hookTimeout: 120_000,
  };
  return [
    {
      test: {
        ...node,
        name: 'node',
        include: ['test/{domain,search,sdk,server,cli,package,scripts,demo}/**/*.test.ts'],
      },
    },
    {
      resolve: { alias: inPage },
      // Nothing here leaves traces, so files may share a process
      test: { ...node, name: 'sdk-in-page', include: ['test/sdk/**/*.test.ts'], isolate: false },
    },
    {
      // @open-wc/testing's dom diff imports it for snapshots that only @web/test-runner serves
      resolve: {
        alias: {
          '@web/test-runner-commands': fileURLToPath(new URL('./test/support/wtr-commands-stub.js', import.meta.url)),
        },
      },
      // Tests on real data read it beside the checkout, and skip where it is absent
      server: { fs: { allow: ['.', '../shared/data'] } },
      optimizeDeps: { include: prebundled },
      test: {
        ...patience,
        name: 'elements',
        include: ['test/{ui,elements,embed}/**/*.test.ts'],
        setupFiles: ['test/support/setup.ts'],
        browser: browser(),
      },
    },
    {
      optimizeDeps: { include: prebundled },
      test: {
        ...patience,
        name: 'search-in-browser',
        isolate: false,
        include: ['test/search/**/*.test.ts'],
        exclude: ['test/search/**/*.node.test.ts'],
        browser: browser(),
      },
    },
    {
      plugins: [storybookTest({ configDir: '.storybook' })],
      optimizeDeps: { include: prebundled },
      test: { ...patience, name: 'stories', browser: browser() },
    },
  ];
}

export default defineConfig(async ({ command, mode }) => ({
  base: './',
  plugins: [
    schemasOfForms(),
    minifyTemplates(),
    dropSchemaWords(),
    decorateInPage(),
    squeeze(),
    inlineRuntime(),
    importTogether(),
  ],
  resolve: { alias: command === 'build' ? aliasesInPage : [] },
  build: {
    outDir: 'cdn',
    emptyOutDir: true,
    // Syntax and built-ins of Chromium 94, for old office machines: no `toSorted`, `findLast`, `Object.groupBy`
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { yuniao: 'src/embed/yuniao.ts' }, formats: ['es' as const] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // A schema that uses what the stand-in for zod lacks would break in the page: it has to break here
      onwarn(warning: { code?: string; message: string }, warn: (warning: { message: string }) => void) {
        if (warning.code === 'IMPORT_IS_UNDEFINED' || warning.code === 'MISSING_EXPORT')
          throw new Error(warning.message);
        warn(warning);
      },
      output: {
        hashCharacters: 'hex' as const, // a compressor makes less of longer alphabets
        generatedCode: { symbols: false },
        minify: false, // `squeeze` does
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId }: { facadeModuleId: string | null }) =>
          `chunks/${englishChunkName(facadeModuleId ?? '') ?? '[name]'}-[hash:7].js`,
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: isShared,
              minShareCount: 2,
            },
            // What forms ask of a platform, and what else follows a submission
            {
              name: 'submissions',
              test: /\/domain\/submission-(answers|envelope)|\/resources\/(submissions|code-lists)-reader|\/sdk\/idempotency-key/,
            },
            { name: 'submission-status-link', test: /\/ui\/submission-secret|\/sdk\/status-url/ },
            { name: 'form', test: isOfForms, minShareCount: 2 },
            { name: 'load', test: /\/ui\/(load-controller|refresh\/)/ },
            { name: 'directives', test: /\/lit(-html)?\/directive/ },
            // What an element shares with its own parts stays in its file, instead of costing one more
            { name: (id: string) => elementOf(id) ?? null },
          ],
        },
      },
    },
  },
  test:
    mode === 'test'
      ? {
          projects: await testProjects(),
          // Most tests wait for servers, databases and pages rather than for a processor
          maxWorkers: Math.max(2, availableParallelism()),
          onConsoleLog: (log: string) => !log.includes('Lit is in dev mode'),
        }
      : {},
}));
