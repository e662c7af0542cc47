// How custom-elements.json is made from the elements' docblocks (`npm run manifest`).
import { readFileSync } from 'node:fs';

/** Members that are not public would otherwise show up in Storybook and in editors. */
const publicOnly = {
  name: 'public-members-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(
          (member) =>
            !['private', 'protected'].includes(member.privacy) && !member.name.startsWith('#') && !member.static,
        );
      }
    }
  },
};

/** A class is registered by its folder's define.ts, through a helper that the analyzer does not recognise. */
const definitions = {
  name: 'definitions',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules)
      module.exports = (module.exports ?? []).filter((entry) => entry.kind !== 'custom-element-definition');
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (!declaration.tagName) continue;
        const define = customElementsManifest.modules.find(
          (other) => other.path === module.path.replace(/[^/]+$/, 'define.ts'),
        );
        define?.exports.push({
          kind: 'custom-element-definition',
          name: declaration.tagName,
          declaration: { name: declaration.name, module: module.path },
        });
      }
    }
  },
};

/** Readers of the manifest have the published files, not our sources. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    for (const module of customElementsManifest.modules) {
      module.path = published(module.path);
      for (const entry of module.exports ?? [])
        if (entry.declaration?.module) entry.declaration.module = published(entry.declaration.module);
      for (const declaration of module.declarations ?? []) {
        if (declaration.superclass?.module) declaration.superclass.module = published(declaration.superclass.module);
        for (const item of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          if (item.inheritedFrom?.module) item.inheritedFrom.module = published(item.inheritedFrom.module);
      }
    }
    // Modules without anything to say (styles, templates, messages) would only be noise in the diff
    customElementsManifest.modules = customElementsManifest.modules.filter(
      (module) =>
        module.declarations?.some((declaration) => declaration.customElement) ||
        module.exports?.some((entry) => entry.kind === 'custom-element-definition'),
    );
  },
};

/** Folders are read side by side and come in whatever order the disk answers; the manifest must not. */
function inOrder({ ts, globs }) {
  return globs
    .toSorted()
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2015, true));
}

export default {
  overrideModuleCreation: inOrder,
  globs: ['src/elements/**/*.ts', 'src/ui/base-element.ts', 'src/ui/form/form-element.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, definitions, publishedPaths],
};
