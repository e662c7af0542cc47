import { parentPort, workerData } from 'node:worker_threads';
import { type Change, createMemoryIndex } from '../../search/index.js';
import { DEFINITIONS } from './definitions.js';
import type {
  IndexAnswer,
  IndexCall,
  IndexTask,
  IndexTasks,
  IndexThreadData,
  RecordChange,
} from './thread-messages.js';

/** The thread of one kind's index. Every task is done in one go, so that the order of the calls is the order of the work. */
const port = parentPort;
if (!port) throw new Error('index-worker runs as a worker thread only');
const { kind } = workerData as IndexThreadData;
const definition = DEFINITIONS[kind];
if (!definition) throw new Error(`There is no index definition for "${kind}".`);
const index = createMemoryIndex(definition);
const { toDocument } = definition;

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

function send(message: IndexAnswer): void {
  port?.postMessage(message);
}

function toChange({ seq, id, record }: RecordChange): Change {
  return record?.status === 'published' ? { seq, op: 'put', document: toDocument(record) } : { seq, op: 'delete', id };
}
