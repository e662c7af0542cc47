export { analyse, ANALYSER_VERSION, type TermKind, type TermSink } from './analysis.js';
export { achievementIndex } from './definitions/achievement.js';
export { demandIndex } from './definitions/demand.js';
export { eventIndex } from './definitions/event.js';
export { incubatorIndex } from './definitions/incubator.js';
export { foldText } from './fold.js';
export { highlight } from './highlight.js';
export { IndexReader, type IndexReaderOptions } from './index-reader.js';
export { IndexWriter, type IndexWriterOptions } from './index-writer.js';
export { createMemoryIndex, type MemoryIndexOptions } from './memory-index.js';
export { transferablesOf, type PartialPage, type Share } from './partial-page.js';
export { runMerge, type MergedSegment, type MergePlan } from './merge.js';
export type { Phonetics } from './phonetics.js';
export {
  MAX_QUERY_LENGTH,
  MAX_QUERY_TERMS,
  parseQuery,
  type Clause,
  type ParsedQuery,
  type QueryTerm,
} from './query.js';
export {
  InvalidCursorError,
  MAX_FACET_VALUES,
  MAX_RELAXED_HITS,
  type Change,
  type FacetValuesQuery,
  type IndexDefinition,
  type IndexDocument,
  type IndexField,
  type IndexStats,
  type RangeFilter,
  type SearchHit,
  type SearchIndex,
  type SearchPage,
  type SearchQuery,
  type SearchSelection,
  type Suggestion,
  type SuggestQuery,
  type ValueCount,
  type ValueName,
} from './search-index.js';
export { SnapshotError } from './snapshot.js';
export type { Allocate, SegmentUpdate } from './segment-update.js';
export { ShareGatherer, type AskShare, type ShareGathererOptions } from './share-gatherer.js';
