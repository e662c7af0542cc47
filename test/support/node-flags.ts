import { fileURLToPath } from 'node:url';

/**
 * What Node is started with to run the TypeScript sources in tests, be it a worker of Vitest or a program that a test
 * starts: each needs the same.
 */
export const nodeFlags: readonly string[] = [
  // Imports in the sources end in .js
  '--import',
  fileURLToPath(new URL('../../scripts/resolve-ts.mjs', import.meta.url)),
  // V8 13.6 now and then crashes in WasmImportWrapperCache when a thread with WebAssembly ends while another calls
  // out of its own: here Node's reader of types in each thread, beside PGlite's. Wrappers that are never compiled
  // are never freed.
  '--wasm-wrapper-tiering-budget=2000000000',
  // A test's database lives for seconds: compiling PGlite a second time, and better, takes longer than all it is asked
  '--liftoff-only',
];
