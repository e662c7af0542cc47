import type { RecordKind } from '../../domain/record.js';
import type { IndexStats } from '../../search/search-index.js';
import type { OutboxEntry, Store, StoredRecord } from '../store/store.js';
import type { CallThread } from './call-thread.js';
import { IndexFullError } from './index-errors.js';
import type { RecordChange, WriterTasks } from './thread-messages.js';

export type WriterThread = CallThread<WriterTasks>;

export interface KindSessionOptions {
  readonly kind: RecordKind;
  readonly store: Store;
  readonly writer: WriterThread;
  /** Memory that the segments may take. */
  readonly maxBytes: number;
  /** Whether to stop at the next step. */
  readonly halted: () => boolean;
}

/** Records read and indexed at a time while an index is built; other kinds get their turn in between. */
const SCAN_SIZE = 500;

/** Outbox entries read at a time: so few that the first of them are found while the last are still being read. */
export const OUTBOX_SIZE = 250;

/**
 * An index is tidied up when this part of it is new. To do so costs as much as the whole of what is merged, up to some
 * seconds for 65,536 records, so that a single change is no reason for it.
 */
const TIDY_AT = 0.1;

/**
 * One kind's index in one writing thread: opened from its file or built from the store, then given the outbox's changes.
 * Nothing of it can be found before {@link KindSession.publish}.
 */
export class KindSession {
  readonly #options: KindSessionOptions;
  #seq = 0;
  /**
   * An index counts the changes it is given: first the scanned records from 1, then the outbox. This is what to add to an
   * outbox position to go on where the scan ended.
   */
  #offset = 0;
  /** Changes since the index was tidied up. */
  #untidy = 0;
  #documents = 0;

  constructor(options: KindSessionOptions) {
    this.#options = options;
  }

  /** Outbox position up to which every change is in the index. */
  get seq(): number {
    return this.#seq;
  }

  /**
   * Begins with the index in a file, if it is an earlier state of this very store's; else with an empty one. Resolves to
   * whether it could be used, and why a file that is there could not.
   */
  async open(file: string | undefined): Promise<{ readonly opened: boolean; readonly reason?: string }> {
    const { kind, store, writer } = this.#options;
    const { position, stats, refusal } = await writer.call('open', { kind, ...(file !== undefined && { file }) });
    if (!position) return { opened: false, ...(refusal !== undefined && { reason: refusal }) };
    if ((await store.outboxMark(position.seq)) !== position.mark) {
      await writer.call('open', { kind });
      return { opened: false, reason: 'It is not of this database, or the database was set back.' };
    }
    await this.#checkSize(stats);
    this.#documents = stats.documents;
    this.#seq = position.seq;
    this.#offset = stats.seq - position.seq;
    return { opened: true };
  }

  /** Puts every record of the store in. */
  async build(): Promise<void> {
    const head = await this.#options.store.outboxHead();
    let scanned = 0;
    for await (const records of this.#scan()) {
      const first = scanned + 1;
      await this.#apply(records.map((record, i) => toChange(first + i, record.id, record)));
      scanned += records.length;
    }
    await this.#tidy();
    this.#seq = head;
    this.#offset = scanned - head;
  }

  /** Brings in what the outbox holds. */
  async catchUp(): Promise<void> {
    while (!this.#options.halted()) {
      const entries = await this.#options.store.readOutbox(this.#seq, OUTBOX_SIZE);
      const last = entries.at(-1);
      if (!last) return;
      await this.follow(entries, last.seq);
    }
  }

  /**
   * Brings outbox entries in, which reach up to `seq`. Those that are in already are passed over. Resolves to whether
   * there was anything to bring in.
   */
  async follow(entries: readonly OutboxEntry[], seq: number): Promise<boolean> {
    if (seq <= this.#seq) return false;
    const { kind, store } = this.#options;
    // A record that changed several times is read once, as it is now
    const latest = new Map<string, number>();
    for (const entry of entries) if (entry.kind === kind && entry.seq > this.#seq) latest.set(entry.id, entry.seq);
    if (latest.size > 0) {
      const records = await store.getRecords(kind, [...latest.keys()]);
      const byId = new Map(records.map((record) => [record.id, record]));
      const changes = [...latest].map(([id, at]) => toChange(at + this.#offset, id, byId.get(id)));
      await this.#apply(changes.toSorted((a, b) => a.seq - b.seq));
    }
    this.#seq = seq;
    return latest.size > 0;
  }

  /** Tells the readers the whole index, and every change from then on. */
  async publish(): Promise<void> {
    await this.#options.writer.call('publish', { kind: this.#options.kind });
  }

  /** Writes the index into a file. Resolves to its length; `undefined` for the index of an empty store, which needs none. */
  async save(file: string): Promise<number | undefined> {
    const { kind, store, writer } = this.#options;
    if (this.#untidy > this.#documents * TIDY_AT) await this.#tidy();
    const seq = this.#seq;
    const mark = await store.outboxMark(seq);
    // Changes that came in since are saved, too, and given once more when the file is opened
    return mark === undefined ? undefined : writer.call('save', { kind, file, seq, mark });
  }

  async #apply(changes: readonly RecordChange[]): Promise<void> {
    const { kind, writer } = this.#options;
    this.#untidy += changes.length;
    const stats = await writer.call('apply', { kind, changes });
    this.#documents = stats.documents;
    await this.#checkSize(stats);
  }

  /** Leaves the fewest segments, which take the least memory and time; other changes get their turn between the steps. */
  async #tidy(): Promise<void> {
    const { kind, writer, halted } = this.#options;
    this.#untidy = 0;
    while (!halted() && (await writer.call('tidy', { kind })));
  }

  /** @throws {IndexFullError} when the index is too large even after all merging */
  async #checkSize({ bytes = 0 }: IndexStats): Promise<void> {
    const { kind, writer, maxBytes } = this.#options;
    if (bytes <= maxBytes) return;
    const settled = await writer.call('settle', { kind });
    if ((settled.bytes ?? 0) > maxBytes) throw new IndexFullError(kind, settled.bytes ?? 0, maxBytes);
  }

  /** All records of the kind, some at a time. While some are being indexed the database already reads the next. */
  async *#scan(): AsyncGenerator<readonly StoredRecord[]> {
    const { kind, store, halted } = this.#options;
    let next: Promise<StoredRecord[]> | undefined = store.scanRecords(kind, undefined, SCAN_SIZE);
    while (next && !halted()) {
      const records: readonly StoredRecord[] = await next;
      const last = records.length < SCAN_SIZE ? undefined : records.at(-1);
      next = last && store.scanRecords(kind, last.id, SCAN_SIZE);
      // Should indexing fail first, nobody would be left to hear of this failure
      next?.catch(() => undefined);
      yield records;
    }
  }
}

function toChange(seq: number, id: string, record: StoredRecord | undefined): RecordChange {
  return { seq, id, ...(record && { record }) };
}
