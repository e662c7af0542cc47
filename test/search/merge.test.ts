import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexReader, IndexWriter, runMerge, type Change, type MergePlan } from '../../src/search/index.js';
import { scan } from './support/brute-force.js';
import { note, noteIndex, type Note } from './support/notes.js';
import { SharedIndex, sharedBytes } from './support/shares.js';

const put = (record: Note, seq: number): Change => ({ seq, op: 'put', document: noteIndex.toDocument(record) });
const ids = fc.integer({ min: 0, max: 30 }).map((number) => `n${number}`);

describe('a merge in another thread', () => {
  it('takes in what changed meanwhile: answers equal a plain scan at any time', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: note(ids).map((record) => ({ record })) },
      { weight: 2, arbitrary: ids.map((gone) => ({ gone })) },
      { weight: 2, arbitrary: fc.boolean().map((quiet) => ({ plan: quiet })) },
      { weight: 2, arbitrary: fc.constant({ finish: true }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const index = new SharedIndex(noteIndex, 2);
        const truth = new Map<string, Note>();
        let plan: MergePlan | undefined;
        let seq = 0;
        for (const todo of steps) {
          if ('record' in todo) {
            truth.set(todo.record.id, todo.record);
            index.apply([put(todo.record, ++seq)]);
          } else if ('gone' in todo) {
            truth.delete(todo.gone);
            index.apply([{ seq: ++seq, op: 'delete', id: todo.gone }]);
          } else if ('plan' in todo) {
            plan ??= index.writer.planMerge(todo.plan);
          } else if (plan) {
            const merged = runMerge(noteIndex, structuredClone(plan), sharedBytes);
            index.update(index.writer.finishMerge(plan, structuredClone(merged)));
            plan = undefined;
          }
          const documents = [...truth.values()].map(noteIndex.toDocument);
          const expected = scan(documents, [], {}, ['colour']);
          const page = await index.search({ facets: ['colour'], limit: 100 });
          expect(page.hits.map(({ id }) => id).toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
          const counts = Object.fromEntries(page.facets.colour!.map(({ value, count }) => [value, count]));
          expect(counts).toEqual(expected.facets.colour);
          expect(index.writer.stats().documents).toBe(truth.size);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is one at a time, and can be given up', () => {
    const writer = new IndexWriter(noteIndex);
    const reader = new IndexReader(noteIndex);
    for (let seq = 1; seq <= 3; seq++) reader.update(writer.apply([put({ id: `n${seq}`, title: '电' }, seq)]));
    const plan = writer.planMerge(true)!;
    expect(plan.segments).toHaveLength(3);
    expect(writer.planMerge(true)).toBeUndefined();
    expect(writer.mergeStep(true)).toBeUndefined();
    writer.giveUpMerge();
    const merged = runMerge(noteIndex, plan, sharedBytes);
    expect(() => writer.finishMerge(plan, merged)).toThrow(/given up/);
    reader.update(writer.mergeStep(true)!);
    expect(reader.search({ q: '电', limit: 1 }).total).toBe(3);
    expect(writer.state().added).toHaveLength(1);
  });
});
