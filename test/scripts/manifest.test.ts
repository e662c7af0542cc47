import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import config from '../../scripts/manifest.config.mjs';

/** The analyzer reads sources with the TypeScript it came with. */
const ts: unknown = createRequire(import.meta.resolve('@custom-elements-manifest/analyzer/cli.js'))('typescript');

interface Manifest {
  modules: {
    path: string;
    declarations: { tagName?: string }[];
    exports: { kind: string; name: string; declaration?: { module?: string } }[];
  }[];
}

describe('custom-elements.json', () => {
  it('is written in one order, whichever the disk lists the sources in', () => {
    const globs = ['src/ui/base-element.ts', 'src/elements/provider/provider.ts', 'src/elements/kpi-tiles/define.ts'];
    const read = (paths: string[]) =>
      config.overrideModuleCreation({ ts, globs: paths }).map((source) => source.fileName);
    expect(read(globs)).toEqual(globs.toSorted());
    expect(read(globs.toReversed())).toEqual(globs.toSorted());
  });

  it('says of every element which module defines it', () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    const elements = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    const defined = modules.flatMap(({ path, exports }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => ({ name, path })),
    );
    expect(elements.length).toBeGreaterThan(5);
    expect(defined.map(({ name }) => name).toSorted()).toEqual(elements.toSorted());
    for (const { path } of defined) expect(path).toMatch(/\/define\.js$/);
  });
});
