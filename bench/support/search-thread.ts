// A thread that searches its share of an index whose segments it shares with the others.
import { parentPort } from 'node:worker_threads';
import {
  achievementIndex,
  IndexReader,
  transferablesOf,
  type SearchQuery,
  type SegmentUpdate,
  type Share,
} from '../../src/search/index.js';

/** What the thread is sent: first the index, then questions. */
export type ThreadMessage =
  | { readonly update: SegmentUpdate }
  | { readonly id: number; readonly query: SearchQuery; readonly share: Share };

const reader = new IndexReader(achievementIndex);

parentPort?.on('message', (message: ThreadMessage) => {
  if ('update' in message) reader.update(message.update);
  else {
    const partial = reader.search(message.query, message.share);
    parentPort?.postMessage({ id: message.id, partial }, transferablesOf(partial));
  }
});
