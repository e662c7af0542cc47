import { parentPort, workerData } from 'node:worker_threads';
import { type Change, createMemoryIndex, type MemoryIndexOptions, type SearchIndex } from '../../search/index.js';
import type { Phonetics } from '../../search/phonetics.js';
import { readSnapshotFile, writeSnapshotFile } from './snapshot-file.js';
import { DEFINITIONS } from './definitions.js';
import type {
  IndexAnswer,
  IndexCall,
  IndexTask,
  IndexTasks,
  IndexThreadData,
  OpenedFile,
  RecordChange,
} from './thread-messages.js';

/** The thread of one kind's index. What reads or changes the index does so in one go: in the order of the calls. */
const port = parentPort;
if (!port) throw new Error('index-worker runs as a worker thread only');
const { kind } = workerData as IndexThreadData;
const definition = DEFINITIONS[kind];
if (!definition) throw new Error(`There is no index definition for "${kind}".`);
const { toDocument } = definition;
const phonetics = await readings();
const openIndex = (options?: MemoryIndexOptions): SearchIndex =>
  createMemoryIndex(definition, { ...options, ...(phonetics && { phonetics }) });
let index = openIndex();

type Perform = {
  readonly [Task in IndexTask]: (given: IndexTasks[Task]['given']) => Promise<IndexTasks[Task]['answer']>;
};

const perform: Perform = {
  apply: (changes) => index.apply(changes),
  applyRecords: async (changes) => {
    await index.apply(changes.map(toChange));
    return index.stats();
  },
  search: (query) => index.search(query),
  suggest: (query) => index.suggest(query),
  facetValues: (query) => index.facetValues(query),
  snapshot: () => index.snapshot(),
  stats: () => index.stats(),
  open,
  save: async ({ file, ...position }) => writeSnapshotFile(file, kind, position, await index.snapshot()),
  clear: async () => {
    index = openIndex();
    return undefined;
  },
};

port.on('message', (call: IndexCall) => void answer(call));

async function answer({ id, task, given }: IndexCall): Promise<void> {
  try {
    const result: unknown = await perform[task](given as never);
    send({ id, result });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    send({ id, error: { name, message } });
  }
}

/** How Chinese characters are read, so that pinyin finds them; nothing where pinyin-pro, an optional peer, is absent. */
async function readings(): Promise<Phonetics | undefined> {
  try {
    const { pinyinPhonetics } = await import('../../search/pinyin.js');
    return pinyinPhonetics();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Opens the index in a file. Whatever is wrong with the file, the index stays as it was. */
async function open({ file }: { readonly file: string }): Promise<OpenedFile> {
  try {
    const found = await readSnapshotFile(file, kind);
    if (!found) return { stats: await index.stats() };
    const { snapshot, seq, mark } = found;
    index = openIndex({ snapshot });
    return { position: { seq, mark }, stats: await index.stats() };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error), stats: await index.stats() };
  }
}

function send(message: IndexAnswer): void {
  port?.postMessage(message);
}

function toChange({ seq, id, record }: RecordChange): Change {
  return record?.status === 'published' ? { seq, op: 'put', document: toDocument(record) } : { seq, op: 'delete', id };
}
