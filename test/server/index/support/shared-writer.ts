import { type IndexDefinition, IndexWriter } from '../../../../src/search/index.js';

/** A writer whose segments can be read by other threads. */
export function sharedWriter(definition: IndexDefinition): IndexWriter {
  return new IndexWriter(definition, { allocate: (bytes) => new Uint8Array(new SharedArrayBuffer(bytes)) });
}
