import { expect, it } from 'vitest';
import { IndexReader, IndexWriter } from '../../src/search/index.js';
import { noteIndex } from './support/notes.js';

it('segments in shared memory are read where they are, and not copied on their way to another thread', () => {
  const blocks: ArrayBufferLike[] = [];
  const writer = new IndexWriter(noteIndex, {
    allocate: (bytes) => {
      const block = new SharedArrayBuffer(bytes);
      blocks.push(block);
      return new Uint8Array(block);
    },
  });
  const document = noteIndex.toDocument({ id: 'a', title: '电池' });
  const update = writer.apply([{ seq: 1, op: 'put', document }]);
  expect(update.added.map(({ bytes }) => bytes.buffer)).toEqual(blocks);
  const posted = structuredClone(update);
  const reader = new IndexReader(noteIndex);
  reader.update(posted);
  expect(reader.search({ q: '电池', limit: 1 }).total).toBe(1);
  // What the writer's thread writes there is seen here: it is one memory.
  new Uint8Array(blocks[0]!).fill(7, -1);
  expect(posted.added[0]!.bytes.at(-1)).toBe(7);
});
