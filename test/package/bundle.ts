import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

export interface Bundle {
  readonly code: string;
  /** Each file by its address in the site that is built, the entry under `entry.js`. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that left code in the bundle, from the package's name on: `yuniao/dist/sdk/client.js`. */
  readonly modules: readonly string[];
}

/** What a bundler makes of `code` in a project that has the package installed: dependencies included, minified. */
export async function bundle(project: string, code: string): Promise<Bundle> {
  const entry = join(project, 'entry.js');
  const result = (await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: {
      write: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { minify: true, entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
        onwarn: (warning) => {
          throw new Error(warning.message);
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = result.output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk');
  return {
    code: chunks.map((chunk) => chunk.code).join('\n'),
    files: new Map(chunks.map(({ fileName, code: text }) => [`/${fileName}`, text])),
    modules: chunks.flatMap((chunk) =>
      Object.entries(chunk.modules)
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => id.slice(id.lastIndexOf('/node_modules/') + '/node_modules/'.length)),
    ),
  };
}
