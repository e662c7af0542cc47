import { FacetDictionary } from './facet-dictionary.js';
import { decodeIndex, encodeIndex } from './index-snapshot.js';
import { runMerge, type MergedSegment, type MergePlan } from './merge.js';
import { chooseMerge, chooseQuietMerge } from './merge-policy.js';
import { NameCounter } from './name-counter.js';
import type { Change, IndexDefinition, IndexDocument, IndexStats } from './search-index.js';
import type { AddedSegment, Allocate, DeletedDocuments, NamedValue, SegmentUpdate } from './segment-update.js';
import { decodeSegment, encodeSegment } from './segment/codec.js';
import type { FacetColumn } from './segment/facet-column.js';
import { MAX_SEGMENT_DOCUMENTS } from './segment/postings.js';
import { SegmentBuilder } from './segment/segment-builder.js';
import { findDocument, type Segment } from './segment/segment.js';

/** Options of an {@link IndexWriter}. */
export interface IndexWriterOptions {
  /** Bytes of an earlier `snapshot()`. @throws {SnapshotError} when they are damaged or of another version. */
  readonly snapshot?: Uint8Array;
  /** Where segments are put. Default: memory of this thread alone. */
  readonly allocate?: Allocate;
}

/**
 * Builds an index's segments, in one thread; {@link IndexReader}s of any threads search them. Each method gives what it
 * changed as an update, to be given to every reader in that order.
 *
 * Segments are immutable and merged like an LSM tree: each `apply` makes one of its new documents and marks the old
 * versions deleted; segments of like size are merged, which also drops what was deleted. Invariant: an id is live in one
 * segment at most.
 */
export class IndexWriter {
  readonly #definition: IndexDefinition;
  readonly #allocate: Allocate;
  readonly #dictionaries: readonly FacetDictionary[];
  /** For each of the definition's named facets. */
  readonly #names: readonly NameCounter[];
  #segments: readonly WrittenSegment[] = [];
  #seq = 0;
  #version = 0;
  #lastNumber = 0;
  /** The segments that are being merged. */
  #merging: readonly WrittenSegment[] | undefined;

  constructor(definition: IndexDefinition, options: IndexWriterOptions = {}) {
    this.#definition = definition;
    this.#allocate = options.allocate ?? ((bytes): Uint8Array => new Uint8Array(bytes));
    this.#dictionaries = definition.facets.map(() => new FacetDictionary());
    this.#names = (definition.namedFacets ?? []).map((name) => new NameCounter(this.#dictionaryOf(name)));
    if (!options.snapshot) return;
    const { seq, segments } = decodeIndex(definition, options.snapshot, this.#allocate);
    this.#seq = seq;
    this.#segments = segments.map(({ bytes, deleted }) => {
      const segment = decodeSegment(definition, bytes);
      this.#renumber(segment);
      const written = this.#written(segment, bytes, deleted);
      this.#countNames(written);
      return written;
    });
    for (const names of this.#names) names.changes();
  }

  /**
   * Takes changes in, in the order of their `seq`; one at or below the current position is skipped. The update holds all
   * of them, whatever has to be merged afterwards by {@link mergeStep}.
   */
  apply(changes: readonly Change[]): SegmentUpdate {
    // The last change of an id decides.
    const latest = new Map<string, IndexDocument | undefined>();
    for (const change of changes) {
      if (change.seq <= this.#seq) continue;
      if (change.op === 'put') latest.set(change.document.id, change.document);
      else latest.set(change.id, undefined);
      this.#seq = change.seq;
    }
    const known = this.#dictionaries.map(({ values }) => values.length);
    const deleted = this.#delete([...latest.keys()]);
    let builder = new SegmentBuilder(this.#definition);
    const builders = [builder];
    for (const document of latest.values()) {
      if (!document) continue;
      if (builder.documents === MAX_SEGMENT_DOCUMENTS) {
        builder = new SegmentBuilder(this.#definition);
        builders.push(builder);
      }
      builder.addDocument(document);
    }
    const added = builders.filter(({ documents }) => documents > 0).map((done) => this.#build(done));
    return {
      ...this.#replace([], added, deleted),
      values: this.#dictionaries.map(({ values }, at) => values.slice(known[at])),
      names: this.#namesOf((names) => names.changes()),
    };
  }

  /**
   * Merges one group of segments, if any is due: some seconds of work for the largest, during which this thread takes in
   * nothing; see {@link planMerge} where that is too long. Readers answer from the old segments until they have the
   * update. To be called until it gives none.
   * @param quiet merges all that fits together, which makes searches faster: for when no change has come in for a while
   */
  mergeStep(quiet = false): SegmentUpdate | undefined {
    const plan = this.planMerge(quiet);
    return plan && this.finishMerge(plan, runMerge(this.#definition, plan, this.#allocate));
  }

  /**
   * What {@link mergeStep} would merge, for {@link runMerge} in another thread; nothing while an earlier plan is neither
   * finished nor given up.
   */
  planMerge(quiet = false): MergePlan | undefined {
    if (this.#merging) return undefined;
    const group = quiet ? chooseQuietMerge(this.#segments) : chooseMerge(this.#segments);
    if (!group) return undefined;
    this.#merging = group;
    return { segments: group.map(toAdded) };
  }

  /** Puts a merged segment into the place of the planned ones. What was deleted from these since is deleted from it, too. */
  finishMerge({ segments }: MergePlan, { bytes }: MergedSegment): SegmentUpdate {
    const group = this.#merging ?? [];
    if (segments.some(({ number }, at) => group[at]?.number !== number)) {
      throw new Error('The merge was not planned by this writer, or it was given up.');
    }
    this.#merging = undefined;
    if (!bytes) return this.#replace(group, [], []);
    const segment = decodeSegment(this.#definition, bytes);
    const gone = group.flatMap((written, at) => written.deletedSince(segments[at]?.deleted));
    const deleted = gone.flatMap((id) => findDocument(segment, id) ?? []).toSorted((x, y) => x - y);
    return this.#replace(group, [this.#written(segment, bytes, Uint16Array.from(deleted))], []);
  }

  /** Forgets a plan whose thread was lost: its segments can be merged anew. */
  giveUpMerge(): void {
    this.#merging = undefined;
  }

  /** The whole index, for a reader that has nothing yet or has lost count. */
  state(): SegmentUpdate {
    return {
      version: this.#version,
      seq: this.#seq,
      whole: true,
      added: this.#segments.map(toAdded),
      removed: [],
      deleted: [],
      values: this.#dictionaries.map(({ values }) => values.slice()),
      names: this.#namesOf((names) => names.all()),
    };
  }

  /** The index as bytes, in parts to be written one after the other. They hold still whatever is applied later. */
  snapshotParts(): Uint8Array[] {
    return encodeIndex(this.#definition, { seq: this.#seq, segments: this.#segments.map(toAdded) });
  }

  /** {@link snapshotParts} in one array. */
  snapshot(): Uint8Array {
    const parts = this.snapshotParts();
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  stats(): IndexStats {
    return {
      documents: this.#segments.reduce((sum, { size }) => sum + size, 0),
      seq: this.#seq,
      bytes: this.#segments.reduce((sum, { bytes }) => sum + bytes.length, 0),
    };
  }

  #build(builder: SegmentBuilder): WrittenSegment {
    const pairs = this.#names.map((names) => names.pairs);
    const bytes = encodeSegment(builder.finish(this.#dictionaries, pairs), this.#allocate);
    const written = this.#written(decodeSegment(this.#definition, bytes), bytes, new Uint16Array(0));
    this.#countNames(written);
    return written;
  }

  #dictionaryOf(facet: string): FacetDictionary {
    const dictionary = this.#dictionaries[this.#definition.facets.indexOf(facet)];
    if (!dictionary) throw new Error(`"${facet}" is named, but it is no facet.`);
    return dictionary;
  }

  /** Counts the names that the live documents of a segment give. */
  #countNames({ segment, deleted }: WrittenSegment): void {
    for (const [at, column] of segment.names.entries()) this.#names[at]?.count(column, deleted);
  }

  /** For each facet what `read` gives of its names. */
  #namesOf(read: (names: NameCounter) => readonly NamedValue[]): (readonly NamedValue[])[] {
    const { facets, namedFacets = [] } = this.#definition;
    return facets.map((facet) => {
      const names = this.#names[namedFacets.indexOf(facet)];
      return names ? read(names) : [];
    });
  }

  /** Puts new segments into the place of old ones. */
  #replace(
    old: readonly WrittenSegment[],
    added: readonly WrittenSegment[],
    deleted: readonly DeletedDocuments[],
  ): SegmentUpdate {
    this.#segments = [...this.#segments.filter((segment) => !old.includes(segment)), ...added];
    this.#version += 1;
    return {
      version: this.#version,
      seq: this.#seq,
      whole: false,
      added: added.map(toAdded),
      removed: old.map(({ number }) => number),
      deleted,
      values: this.#dictionaries.map(() => []),
      names: this.#dictionaries.map(() => []),
    };
  }

  #delete(ids: readonly string[]): DeletedDocuments[] {
    return this.#segments.flatMap((written) => {
      const { segment, deleted } = written;
      const documents: number[] = [];
      for (const id of ids) {
        const document = findDocument(segment, id);
        if (document === undefined || deleted[document] === 1) continue;
        deleted[document] = 1;
        documents.push(document);
        for (const [at, column] of segment.names.entries()) this.#names[at]?.forget(column, document);
      }
      written.deletedCount += documents.length;
      return documents.length > 0 ? [{ segment: written.number, documents: Uint16Array.from(documents) }] : [];
    });
  }

  #written(segment: Segment, bytes: Uint8Array, deleted: Uint16Array): WrittenSegment {
    this.#lastNumber += 1;
    return new WrittenSegment(this.#lastNumber, segment, bytes, deleted);
  }

  /** Numbers a stored segment's facet values and their names anew: those that no segment has any more keep no number. */
  #renumber({ facets, names }: Segment): void {
    for (const [facet, column] of facets.entries()) renumber(column, this.#dictionaries[facet] as FacetDictionary);
    for (const [at, column] of names.entries()) renumber(column, (this.#names[at] as NameCounter).pairs);
  }
}

function renumber({ values, numbers }: FacetColumn, dictionary: FacetDictionary): void {
  for (let i = 0; i < values.size; i++) numbers[i + 1] = dictionary.number(values.at(i));
}

/** A segment as its writer knows it. */
class WrittenSegment {
  readonly number: number;
  readonly segment: Segment;
  readonly bytes: Uint8Array;
  /** 1 for each deleted document. */
  readonly deleted: Uint8Array;
  deletedCount: number;

  constructor(number: number, segment: Segment, bytes: Uint8Array, deleted: Uint16Array) {
    this.number = number;
    this.segment = segment;
    this.bytes = bytes;
    this.deleted = new Uint8Array(segment.documents);
    for (const document of deleted) this.deleted[document] = 1;
    this.deletedCount = deleted.length;
  }

  get size(): number {
    return this.segment.documents - this.deletedCount;
  }

  /** Ids of the documents deleted beyond those. */
  deletedSince(known: Uint16Array = new Uint16Array(0)): string[] {
    if (known.length === this.deletedCount) return [];
    const before = new Set(known);
    const { deleted, segment } = this;
    const ids: string[] = [];
    for (let document = 0; document < deleted.length; document++) {
      if (deleted[document] === 1 && !before.has(document)) ids.push(segment.ids.at(document));
    }
    return ids;
  }
}

function toAdded({ number, bytes, deleted, deletedCount }: WrittenSegment): AddedSegment {
  const documents = new Uint16Array(deletedCount);
  let count = 0;
  for (let document = 0; count < deletedCount; document++) if (deleted[document] === 1) documents[count++] = document;
  return { number, bytes, deleted: documents };
}
