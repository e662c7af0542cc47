import type { RecordKind } from '../../domain/record.js';
import { type Change, type IndexDefinition, IndexWriter, type SegmentUpdate } from '../../search/index.js';
import type { StoredRecord } from '../store/store.js';
import { definitionOf } from './definitions.js';
import { serveCalls, tell } from './serve-calls.js';
import { readSnapshotFile, writeSnapshotFile } from './snapshot-file.js';
import type { OpenedFile, RecordChange, WriterEvent, WriterTasks } from './thread-messages.js';

/** The thread that builds the indexes of all kinds, and is never asked by visitors. */
interface Kind {
  readonly definition: IndexDefinition<StoredRecord>;
  writer: IndexWriter;
  published: boolean;
  merging: boolean;
}

const kinds = new Map<RecordKind, Kind>();
/** Segments lie in memory that the reading threads share. */
const allocate = (bytes: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes));

serveCalls<WriterTasks>({
  open: ({ kind, file }) => open(kind, file),
  apply: ({ kind, changes }) => {
    const of = kindOf(kind);
    told(kind, of.writer.apply(changes.map((change) => toChange(of.definition, change))));
    mergeOn(kind);
    return of.writer.stats();
  },
  settle: ({ kind }) => {
    while (mergeStep(kind));
    return kindOf(kind).writer.stats();
  },
  tidy: ({ kind }) => mergeStep(kind, true),
  publish: ({ kind }) => {
    const of = kindOf(kind);
    of.published = true;
    told(kind, of.writer.state());
    return undefined;
  },
  save: ({ kind, file, ...position }) => writeSnapshotFile(file, kind, position, kindOf(kind).writer.snapshotParts()),
});

function kindOf(kind: RecordKind): Kind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`The index of "${kind}" was not opened.`);
  return found;
}

/** Whatever is wrong with the file, there is an index then, if need be an empty one. */
async function open(kind: RecordKind, file: string | undefined): Promise<OpenedFile> {
  const definition = definitionOf(kind);
  const begin = (snapshot?: Uint8Array): IndexWriter => {
    const writer = new IndexWriter(definition, { allocate, ...(snapshot && { snapshot }) });
    kinds.set(kind, { definition, writer, published: false, merging: false });
    return writer;
  };
  try {
    const found = file === undefined ? undefined : await readSnapshotFile(file, kind);
    if (!found) return { stats: begin().stats() };
    const { snapshot, seq, mark } = found;
    return { stats: begin(snapshot).stats(), position: { seq, mark } };
  } catch (error) {
    return { stats: begin().stats(), refusal: error instanceof Error ? error.message : String(error) };
  }
}

function told(kind: RecordKind, update: SegmentUpdate, merged = false): void {
  const { published, writer } = kindOf(kind);
  if (published) tell({ kind, update, stats: writer.stats(), merged } satisfies WriterEvent);
}

/** Merges what is due, one group at a time: what came in meanwhile goes first. */
function mergeOn(kind: RecordKind): void {
  const of = kindOf(kind);
  if (of.merging) return;
  of.merging = true;
  setImmediate(() => {
    of.merging = false;
    // Another one may have been opened in its place
    if (kinds.get(kind) === of && mergeStep(kind)) mergeOn(kind);
  });
}

function mergeStep(kind: RecordKind, quiet = false): boolean {
  const update = kindOf(kind).writer.mergeStep(quiet);
  if (update) told(kind, update, true);
  return update !== undefined;
}

function toChange({ toDocument }: IndexDefinition<StoredRecord>, { seq, id, record }: RecordChange): Change {
  return record?.status === 'published' ? { seq, op: 'put', document: toDocument(record) } : { seq, op: 'delete', id };
}
