import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPgliteFolder } from '../support/pglite.js';
import { installPackage, type InstalledPackage } from './installed-package.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(repository, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(repository, 'custom-elements.json'), 'utf8')) as {
  modules: {
    declarations?: { tagName?: string; attributes?: { name: string }[]; cssProperties?: { name: string }[] }[];
  }[];
};
const elements = new Map(
  manifest.modules.flatMap(({ declarations = [] }) =>
    declarations.flatMap((each) => (each.tagName ? [[each.tagName, each] as const] : [])),
  ),
);

/** The contents of the code blocks in one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);
}

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
  await installed.addPeers();
  await createPgliteFolder(join(installed.project, 'data/pgdata'));
}, 120_000);
afterAll(() => installed?.remove());

describe('the README', () => {
  it('names only elements and attributes that there are', () => {
    for (const code of blocks('html')) {
      for (const [, tag = '', attributes = ''] of code.matchAll(/<(yn-[a-z-]+)([^>]*)>/g)) {
        const known = new Set(elements.get(tag)?.attributes?.map(({ name }) => name));
        expect(elements.has(tag), tag).toBe(true);
        for (const [, name = ''] of attributes.matchAll(/\s([a-z-]+)(?==|\s|$)/g))
          expect(known, `<${tag} ${name}>`).toContain(name);
      }
    }
    for (const [name] of blocks('css')
      .join('')
      .matchAll(/--yn-[a-z-]+/g))
      expect(
        [...elements.values()].flatMap((each) => each.cssProperties?.map((property) => property.name) ?? []),
      ).toContain(name);
  });

  it('lists what a server needs, all of it and nothing else', () => {
    const line = blocks('sh')
      .join('')
      .split('\n')
      .find((each) => each.startsWith('npm install yuniao @'));
    const named = new Set(line?.split(/\s+/).slice(3));
    const peers = new Set(Object.keys(installed.manifest.peerDependencies));
    named.add('pg'); // named below, for those who set DATABASE_URL
    expect(named).toEqual(peers);
  });

  it('shows SDK code that runs against a platform with the sample records', { timeout: 120_000 }, async () => {
    const sample = join(repository, 'demo/sample/achievements.jsonl');
    expect(await installed.runCommand('import', 'achievements', sample, '--data', 'data')).toMatch(/36\s+created/);
    const [code = ''] = blocks('ts');
    expect(code).toContain('http://127.0.0.1:8787');
    const printed = await installed.runModule(`
      import { startPlatform } from 'yuniao/server';
      const platform = await startPlatform({ dataDir: 'data' });
      ${code.replace("'http://127.0.0.1:8787'", 'platform.url')}
      await platform.close();
    `);
    const [first = '', ...ids] = printed.split(/\n(?=ach_)/);
    expect(first).toMatch(/^[1-9]\d* \[[^]*电池[^]*\]$/);
    expect(ids).toHaveLength(Number(first.split(' ')[0]));
    for (const line of ids) expect(line).toMatch(/^ach_\w+ sample-\d+$/);
  });
});
