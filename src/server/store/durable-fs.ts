import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/** The part of Emscripten's file system that is used here; its own types leave it open. */
interface EmscriptenModule {
  readonly NODEFS: {
    readonly realPath: (node: unknown) => string;
    readonly stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => number };
  };
}

/** EIO as Emscripten (WASI) numbers it. */
const WASM_EIO = 29;

/**
 * PGlite's Node file system with an `fsync` that reaches the disk. As it comes, PGlite's has none, so a commit that was
 * reported as done could be lost when the machine stops. Works only together with {@link durableStartParams}.
 */
export class DurableNodeFS extends NodeFS {
  readonly #onFailure: (error: unknown) => void;
  #syncs = 0;

  /** @param onFailure told when the disk refuses a sync; has to end the thread, for PostgreSQL cannot go on safely */
  constructor(folder: string, onFailure: (error: unknown) => void) {
    super(folder);
    this.#onFailure = onFailure;
  }

  /** How many times PostgreSQL had a file or folder synced. */
  get syncs(): number {
    return this.#syncs;
  }

  override async init(pg: PGlite, options: EmscriptenOptions): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    preRun.push((module: unknown) => {
      const { NODEFS } = module as EmscriptenModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => this.#sync(nfd, () => NODEFS.realPath(node));
    });
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  /** Folders have no descriptor of their own in Emscripten: they are opened for the sync. */
  #sync(fd: number | undefined, pathOf: () => string): number {
    try {
      if (fd === undefined) syncFolder(pathOf());
      else fdatasyncSync(fd);
      this.#syncs += 1;
      return 0;
    } catch (error) {
      this.#onFailure(error);
      return WASM_EIO;
    }
  }
}

/** Makes the names in a folder last: files created in, renamed in and removed from it. */
export function syncFolder(path: string): void {
  // Windows can neither open nor needs to sync a folder
  if (process.platform === 'win32') return;
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * PGlite's start parameters without `-F` (which turns syncing off) and with the one way of syncing the log that the
 * file system above sees: `open_datasync` and `fdatasync` end nowhere in Emscripten.
 */
export function durableStartParams(defaults: readonly string[]): string[] {
  return [...defaults.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];
}
