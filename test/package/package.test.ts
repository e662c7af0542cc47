import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPgliteFolder } from '../support/pglite.js';
import { bundle } from './bundle.js';
import { installPackage, type InstalledPackage } from './installed-package.js';

let installed: InstalledPackage;

beforeAll(async () => {
  installed = await installPackage();
}, 120_000);
afterAll(() => installed?.remove());

// Files of the tarball that a target of the exports map, perhaps with a `*`, stands for
function filesAt(target: string): string[] {
  const [before = '', after = ''] = target.slice(2).split('*');
  if (!target.includes('*')) return installed.files.filter((file) => file === before);
  return installed.files.filter(
    (file) =>
      file.startsWith(before) &&
      file.endsWith(after) &&
      !file.slice(before.length, file.length - after.length).includes('/'),
  );
}

// Names that a subpath of the exports map with a `*` has in the tarball
function namesOf(subpath: string): string[] {
  const target = installed.manifest.exports[subpath];
  if (typeof target !== 'object') throw new Error(`no ${subpath} in the exports map`);
  const [before = '', after = ''] = target.default.slice(2).split('*');
  return filesAt(target.default).map((file) => file.slice(before.length, -after.length));
}

describe('what is installed', () => {
  it('depends on three packages and on nothing that only a server needs', () => {
    expect(Object.keys(installed.manifest.dependencies).toSorted()).toEqual(['ky', 'lit', 'zod']);
    const { peerDependencies, peerDependenciesMeta } = installed.manifest;
    expect(Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)).toEqual([]);
  });

  it('holds no sources, tests or settings', () => {
    expect(installed.files.filter((file) => /^(src|test|stories|bench|\.storybook)\/|\.tgz$|\.env/.test(file))).toEqual(
      [],
    );
  });

  it('has a file for every entry of the exports map, with types first', () => {
    const broken = Object.entries(installed.manifest.exports).flatMap(([subpath, target]) => {
      if (typeof target === 'string') return filesAt(target).length > 0 ? [] : [`${subpath}: nothing at ${target}`];
      expect(Object.keys(target)).toEqual(['types', 'default']);
      const modules = filesAt(target.default);
      const untyped = modules.filter((file) => !installed.files.includes(file.replace(/\.js$/, '.d.ts')));
      return modules.length > 0 ? untyped : [`${subpath}: nothing at ${target.default}`];
    });
    expect(broken).toEqual([]);
  });

  it('has a module that registers for every element class, kept by `sideEffects`', () => {
    expect(installed.manifest.sideEffects).toContain('./dist/elements/*/define.js');
    expect(namesOf('./define/*.js')).toEqual(namesOf('./elements/*.js'));
  });

  it('shows no type of the HTTP library', async () => {
    const declarations = installed.files.filter((file) => /^dist\/(index|sdk\/.*)\.d\.ts$/.test(file));
    expect(declarations.length).toBeGreaterThan(10);
    const texts = await Promise.all(declarations.map((file) => readFile(join(installed.root, file), 'utf8')));
    expect(declarations.filter((_, index) => /from ['"]ky['"]|import\(['"]ky/.test(texts[index] ?? ''))).toEqual([]);
  });
});

describe('importing in Node, where there is no page', () => {
  it('`yuniao/sdk` gives a working client', async () => {
    const printed = await installed.runModule(`
      import { createClient, HttpError } from 'yuniao/sdk';
      const answer = { items: [], total: 0, facets: [], asOf: '2026-10-01T00:00:00Z', source: 's' };
      const client = createClient({ baseUrl: 'https://platform.example.org', fetch: async () => Response.json(answer) });
      const page = await client.achievements.list({ q: '电池' });
      console.log(typeof document, page.total, HttpError.name);
    `);
    expect(printed).toBe('undefined 0 HttpError');
  });

  it('`yuniao` gives the SDK and the vocabulary', async () => {
    const printed = await installed.runModule(`
      import * as all from 'yuniao';
      import * as sdk from 'yuniao/sdk';
      console.log(Object.keys(sdk).every((name) => all[name] === sdk[name]), all.pickText({ en: 'x' }, 'zh').text);
    `);
    expect(printed).toBe('true x');
  });

  it.each(['elements', 'define', 'locales'])('every `yuniao/%s/…` loads', async (folder) => {
    const names = namesOf(`./${folder}/*.js`);
    expect(names.length).toBeGreaterThan(0);
    const printed = await installed.runModule(`
      for (const name of ${JSON.stringify(names)}) {
        const module = await import(\`yuniao/${folder}/\${name}.js\`);
        if (${folder !== 'define'} && Object.keys(module).length === 0) console.log(name, 'exports nothing');
      }
      console.log(typeof document);
    `);
    expect(printed).toBe('undefined');
  });

  it('files that are not in the exports map stay private', async () => {
    const printed = await installed.runModule(`
      const inner = ['yuniao/dist/sdk/transport.js', 'yuniao/sdk/transport.js', 'yuniao/dist/index.js'];
      const results = await Promise.allSettled(inner.map((name) => import(name)));
      console.log(results.map(({ reason }) => reason?.code).join());
    `);
    expect(printed).toBe(Array.from({ length: 3 }, () => 'ERR_PACKAGE_PATH_NOT_EXPORTED').join());
  });
});

describe('types', () => {
  it.each(['nodenext', 'bundler'] as const)('serve a strict project that resolves modules the %s way', async (way) => {
    const errors = await installed.typeErrorsOf(
      `
        import { type Achievement, createClient, HttpError } from 'yuniao';
        import { type AchievementHit, createClient as same, type Page } from 'yuniao/sdk';
        import { YnAchievementSearch } from 'yuniao/elements/achievement-search.js';
        import 'yuniao/define/achievement-search.js';

        const client = createClient({ baseUrl: 'https://platform.example.org' });
        const page: Page<AchievementHit> = await client.achievements.list({ q: '电池' });
        const first: Achievement | undefined = page.items[0];
        const title: string | undefined = first?.title['zh-CN'];
        const element: YnAchievementSearch = document.createElement('yn-achievement-search');
        console.log(title, element, same === createClient, HttpError.isInstance(undefined));
        // @ts-expect-error types are real: a title is not a number
        const wrong: number = page.items[0]!.title;
      `,
      way,
    );
    expect(errors).toBe('');
  });
});

describe('what a bundler keeps', () => {
  it('of the SDK: no Lit, no element, and of zod only the small build', async () => {
    const { modules } = await bundle(installed.project, `export { createClient } from 'yuniao/sdk';`);
    expect(modules).toContain('yuniao/dist/sdk/client.js');
    expect(modules.filter((id) => /^(lit|@lit)|yuniao\/dist\/(ui|elements|server|search)\//.test(id))).toEqual([]);
    expect(modules.filter((id) => /zod\/v4\/(classic|locales)|zod\/v3/.test(id))).toEqual([]);
  });

  it('of the SDK: nothing that a strict content security policy would stop', async () => {
    const { code } = await bundle(installed.project, `export * from 'yuniao';`);
    expect(code).not.toMatch(/\beval\(|\bnew Function\b|\bFunction\(/);
  });

  it('of one resource that is not used: next to nothing', async () => {
    const { code } = await bundle(installed.project, `import { createClient } from 'yuniao';`);
    expect(code.length).toBeLessThan(100);
  });

  it('of any element class that is not used: next to nothing', async () => {
    for (const name of namesOf('./elements/*.js')) {
      const { code } = await bundle(installed.project, `import * as element from 'yuniao/elements/${name}.js';`);
      expect(code.length, name).toBeLessThan(100);
    }
  });

  it('of any element class that is used: the class, registering nothing', async () => {
    for (const name of namesOf('./elements/*.js')) {
      const { code, modules } = await bundle(installed.project, `export * from 'yuniao/elements/${name}.js';`);
      expect(modules).toContain(`yuniao/dist/elements/${name}/${name}.js`);
      expect(modules.filter((id) => id.endsWith('define.js'))).toEqual([]);
      expect(code).not.toMatch(/customElements\.define\(/);
    }
  });

  it('of a bare `import` of any define module: the element and its registration', async () => {
    for (const name of namesOf('./define/*.js')) {
      const { code, modules } = await bundle(installed.project, `import 'yuniao/define/${name}.js';`);
      expect(modules).toContain(`yuniao/dist/elements/${name}/${name}.js`);
      expect(modules).toContain(`yuniao/dist/elements/${name}/define.js`);
      expect(code).toMatch(/customElements\.define\(/);
      expect(code).toContain(`yn-${name}`);
    }
  });
});

describe('the platform', () => {
  it('can be asked about where the packages of a server are not installed', async () => {
    expect(await installed.runCommand('--version')).toBe(installed.manifest.version);
    expect(await installed.runCommand('--help')).toMatch(/yuniao serve/);
    expect(await installed.runCommand('serve')).toMatch(/npm install .*hono/);
  });

  it('runs from the tarball once they are, and answers the SDK', async () => {
    await installed.addPeers();
    await createPgliteFolder(join(installed.project, 'data/pgdata'));
    const printed = await installed.runModule(`
      import { startPlatform } from 'yuniao/server';
      import { createClient } from 'yuniao/sdk';
      const platform = await startPlatform({ dataDir: 'data' });
      const client = createClient({ baseUrl: platform.url });
      console.log((await client.achievements.list({ q: '电池', facets: ['field'] })).total);
      await platform.close();
    `);
    expect(printed).toBe('0');
  }, 120_000);
});
