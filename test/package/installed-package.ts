import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly bin: { readonly yuniao: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly sideEffects: readonly string[];
}

/** The package as `npm install yuniao` would leave it in a project: the packed files and the dependencies it declares. */
export interface InstalledPackage {
  /** The project that has it in its `node_modules`. */
  readonly project: string;
  readonly root: string;
  readonly manifest: PackageManifest;
  /** All files of the tarball, relative to `root`. */
  readonly files: readonly string[];
  /** Runs an ES module in plain Node, in the project, and gives what it prints. */
  runModule(code: string): Promise<string>;
  /** Runs the command line tool in the project and gives all that it prints, whatever its exit code. */
  runCommand(...args: string[]): Promise<string>;
  /** Installs what only a server needs. */
  addPeers(): Promise<void>;
  /** What the compiler says about `code` in the project, all checks on and libraries included; `''` when it is content. */
  typeErrorsOf(code: string, moduleResolution: 'nodenext' | 'bundler'): Promise<string>;
  remove(): Promise<void>;
}

/** Packs what `npm publish` would send and installs it into a fresh project, without a registry. */
export async function installPackage(): Promise<InstalledPackage> {
  for (const built of ['dist/index.js', 'cdn/yuniao.js']) {
    if (existsSync(join(repository, built))) continue;
    throw new Error(`${built} is missing: run \`npm run build\` first (\`npm test\` does so by itself).`);
  }
  const project = await mkdtemp(join(tmpdir(), 'yuniao-package-'));
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: repository,
    maxBuffer: 64 * 1024 * 1024,
  });
  const [tarball] = JSON.parse(packed.stdout) as { filename: string; files: { path: string }[] }[];
  if (!tarball) throw new Error('npm pack made nothing');

  const modules = join(project, 'node_modules');
  const root = join(modules, 'yuniao');
  await mkdir(root, { recursive: true });
  await run('tar', ['-xzf', join(project, tarball.filename), '-C', root, '--strip-components=1']);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as PackageManifest;
  const link = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      await mkdir(dirname(join(modules, name)), { recursive: true });
      await symlink(join(repository, 'node_modules', name), join(modules, name));
    }
  };
  // Only what is declared can be found, so that a forgotten dependency shows
  await link(Object.keys(manifest.dependencies));
  const { NODE_OPTIONS: _, ...env } = process.env;
  const runNode = (args: readonly string[]): ReturnType<typeof run> =>
    run(process.execPath, args, { cwd: project, env });

  return {
    project,
    root,
    manifest,
    files: tarball.files.map(({ path }) => path),
    runModule: async (code) => {
      // A file rather than --eval, whose --input-type worker threads inherit and choke on
      await writeFile(join(project, 'main.mjs'), code);
      return String((await runNode(['main.mjs'])).stdout).trim();
    },
    runCommand: async (...args) => {
      const printed = await runNode([join(root, manifest.bin.yuniao), ...args]).catch(
        (error: { stdout: string; stderr: string }) => error,
      );
      return `${String(printed.stdout)}${String(printed.stderr)}`.trim();
    },
    addPeers: () => link(Object.keys(manifest.peerDependencies)),
    typeErrorsOf: async (code, moduleResolution) => {
      await writeFile(join(project, 'package.json'), '{ "type": "module" }');
      await writeFile(join(project, 'main.ts'), code);
      const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
      const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext';
      const compiler = join(repository, 'node_modules/typescript/bin/tsc');
      try {
        await runNode([compiler, ...options, '--module', module, '--moduleResolution', moduleResolution, 'main.ts']);
        return '';
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    },
    remove: () => rm(project, { recursive: true, force: true }),
  };
}
