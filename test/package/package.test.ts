import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { installPackage, type InstalledPackage } from './installed-package.js';

let installed: InstalledPackage;

beforeAll(async () => {
  installed = await installPackage();
}, 120_000);
afterAll(() => installed?.remove());

/** Names that a pattern of the exports map (`./elements/*.js`) has in the tarball. */
function namesOf(subpath: string): string[] {
  const target = installed.manifest.exports[subpath];
  const [before = '', after = ''] = (typeof target === 'object' ? target.default : '').replace('./', '').split('*');
  return installed.files
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, -after.length))
    .filter((name) => !name.includes('/'));
}

describe('what is installed', () => {
  it('depends on four packages and on nothing that only a server needs', () => {
    expect(Object.keys(installed.manifest.dependencies).toSorted()).toEqual(['@lit/context', 'ky', 'lit', 'zod']);
    const { peerDependencies, peerDependenciesMeta } = installed.manifest;
    expect(Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)).toEqual([]);
  });

  it('holds no sources, tests or settings', () => {
    expect(installed.files.filter((file) => /^(src|test|stories|bench|\.storybook)\/|\.tgz$|\.env/.test(file))).toEqual(
      [],
    );
  });

  it('has a file with types for every entry of the exports map', () => {
    const broken = Object.entries(installed.manifest.exports).flatMap(([subpath, target]) => {
      if (typeof target === 'string') return [];
      expect(Object.keys(target)).toEqual(['types', 'default']);
      const names = subpath.includes('*') ? namesOf(subpath) : [''];
      const files = names.flatMap((name) => Object.values(target).map((file) => file.slice(2).replace('*', name)));
      const missing = files.filter((file) => !installed.files.includes(file));
      return names.length === 0 ? [`${subpath}: nothing there`] : missing;
    });
    expect(broken).toEqual([]);
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
