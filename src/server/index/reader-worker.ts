import type { RecordKind } from '../../domain/record.js';
import { IndexReader, type PartialPage, type Phonetics, ShareGatherer, transferablesOf } from '../../search/index.js';
import { definitionOf } from './definitions.js';
import { serveCalls } from './serve-calls.js';
import type { ReaderTasks } from './thread-messages.js';

/** A thread that answers searches in the indexes of all kinds, over the writer's segments. */
interface Kind {
  readonly reader: IndexReader;
  readonly gatherer: ShareGatherer;
}

const kinds = new Map<RecordKind, Kind>();
const phonetics = await readings();

function kindOf(kind: RecordKind): Kind {
  let found = kinds.get(kind);
  if (!found) {
    const definition = definitionOf(kind);
    found = {
      reader: new IndexReader(definition, phonetics && { phonetics }),
      gatherer: new ShareGatherer(definition, phonetics && { phonetics }),
    };
    kinds.set(kind, found);
  }
  return found;
}

serveCalls<ReaderTasks>(
  {
    update: ({ kind, update }) => {
      const { reader, gatherer } = kindOf(kind);
      reader.update(update);
      gatherer.update(update);
      return undefined;
    },
    search: ({ kind, query }) => {
      const { reader, gatherer } = kindOf(kind);
      return gatherer.searchAlone(query, (asked) => reader.search(asked));
    },
    share: ({ kind, query, share }) => kindOf(kind).reader.search(query, share),
    suggest: ({ kind, query }) => kindOf(kind).reader.suggest(query),
    facetValues: ({ kind, query }) => {
      const { reader, gatherer } = kindOf(kind);
      return gatherer.facetValuesAlone(query, (asked) => reader.search(asked));
    },
  },
  (task, result) => (task === 'share' ? transferablesOf(result as PartialPage) : []),
);

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
