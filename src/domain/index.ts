// What the field talks about. Every public name is listed by hand: the building blocks of schemas (`text`, `pattern`,
// `between`, `code`, the shapes) and the hash are withheld on purpose.
export { Achievement, AchievementDraft, IpRight } from './achievement.js';
export type { CodeEntry, CodeList } from './code-lists/code-list.js';
export { codeLabel, codeLists, FIELD_SCHEMES, findCode } from './code-lists/index.js';
export { isCreditCode } from './credit-code.js';
export { Budget, Demand, DemandDraft, DemandTriage, RequiredIndicator } from './demand.js';
export {
  AssignRequest,
  AuditEntry,
  AuditVerification,
  DeskMe,
  DeskRow,
  DeskStep,
  DeskSubmission,
  EditRequest,
  MergeRequest,
  Objection,
  ObjectionReceipt,
  ObjectionRequest,
  PersonalData,
  PublicNotice,
  SettlementRequest,
  TransitionRequest,
} from './desk.js';
export { EnquiryDraft } from './enquiry.js';
export { AgendaItem, EventDraft, EventRecord, EventResult, EventTime, Venue } from './event.js';
export { CarrierYear, EnclavePlace, FloorArea, Incubator, IncubatorDraft, Recognition, Rent } from './incubator.js';
export { FigureSource, Indicator, IndicatorDraft, Observation, PlanSection, Revision, Target } from './indicator.js';
export {
  type IndicatorChange,
  indicatorProgress,
  type IndicatorProgress,
  type ProgressState,
} from './indicator-progress.js';
export { type LocalText, pickText } from './language.js';
export { Facet, FacetValue, Highlights, PageEnvelope, Range, Suggestion, TextRange } from './page.js';
export { Concept, Keywords, Media, Money, Person, Position, Readiness } from './concepts.js';
export {
  type Code,
  Contact,
  EmailAddress,
  LanguageMap,
  LanguageTag,
  MAX_TEXT,
  Organisation,
  PartialDate,
  Region,
  Timestamp,
  WebUrl,
} from './primitives.js';
export { Problem, ProblemField } from './problem.js';
export { RECORD_KINDS, RecordId, type RecordKind, RecordSource } from './record.js';
export { recordId } from './record-id.js';
export {
  AchievementSubmission,
  Attachment,
  Consent,
  ConsentGiven,
  ConsentRequest,
  DemandSubmission,
  Enquirer,
  PersonOnFile,
  EnquirySubmission,
  NoticePeriod,
  Reference,
  SUBMISSION_KINDS,
  type SubmissionKind,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
  SubmissionStep,
  Submitter,
} from './submission.js';
export {
  findTransition,
  MIN_NOTICE_DAYS,
  SUBMISSION_STATUSES,
  type SubmissionStatus,
  type Transition,
  transitionsFrom,
} from './workflow.js';
