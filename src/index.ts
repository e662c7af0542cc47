// The package root: the SDK and the vocabulary it speaks. Elements and the server have entries of their own, so that
// importing this one needs neither a DOM nor a database.
export * from './sdk/index.js';

export {
  indicatorProgress,
  type IndicatorChange,
  type IndicatorProgress,
  type ProgressState,
} from './domain/indicator-progress.js';
export { type LocalText, pickText } from './domain/language.js';

// Types only: the schemas behind them stay inside, so that a caller's zod and ours need not agree
export type { Achievement, IpRight } from './domain/achievement.js';
export type { FigureSource, Indicator, Observation, Revision, Target } from './domain/indicator.js';
export type { Facet, FacetValue, Highlights, Range, Suggestion, TextRange } from './domain/page.js';
export type { Concept, Money, Person, Position, Readiness } from './domain/concepts.js';
export type { Code, Contact, LanguageMap, Organisation, PartialDate, Timestamp, WebUrl } from './domain/primitives.js';
export type { Problem, ProblemField } from './domain/problem.js';
export type { RecordKind, RecordSource } from './domain/record.js';
