import * as z from 'zod/mini';
import { Concept, Keywords, Media, Money, Person, Position } from './concepts.js';
import { code, Contact, LanguageMap, LanguageTag, Organisation, pattern, Region, text, WebUrl } from './primitives.js';
import { draftShape, RecordId, recordShape } from './record.js';

const count = z.int().check(z.minimum(0));

/** A full date (`2026-05-18`) or an instant with offset (`2026-05-18T14:00:00+08:00`). */
export const EventTime = pattern(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/,
  'needs a date such as 2026-05-18 or a time with offset such as 2026-05-18T14:00:00+08:00',
);
export type EventTime = z.infer<typeof EventTime>;

export const Venue = z.object({
  name: z.optional(LanguageMap),
  address: z.optional(LanguageMap),
  region: z.optional(Region),
  /** WGS-84, longitude first. */
  position: z.optional(Position),
  url: z.optional(WebUrl),
});
export type Venue = z.infer<typeof Venue>;

export const AgendaItem = z.object({
  start: z.optional(EventTime),
  end: z.optional(EventTime),
  title: LanguageMap,
  speakers: z.optional(z.array(Person)),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** What came of an event, counted afterwards. A figure that nobody counted is absent. */
export const EventResult = z.object({
  attendees: z.optional(count),
  /** 促成项目: cooperations that the event brought about. */
  projects: z.optional(count),
  /** Contracts signed, and their sum. */
  deals: z.optional(count),
  amount: z.optional(Money),
  note: z.optional(LanguageMap),
});
export type EventResult = z.infer<typeof EventResult>;

const eventShape = {
  kind: z.literal('event'),

  /** Code list `event-type`. */
  eventType: z.optional(code()),
  /** `rescheduled` events have their new time in `start` and the old one in `previousStart`. */
  state: code<'scheduled' | 'cancelled' | 'postponed' | 'rescheduled'>(),
  start: EventTime,
  /** Same form as `start`. For an all-day event the last day, that day included. */
  end: z.optional(EventTime),
  /** True where `start` and `end` are dates without a time. */
  allDay: z.optional(z.boolean()),
  /** IANA name such as `Asia/Shanghai`: the zone that the times are announced in. */
  timeZone: pattern(/^(UTC|[A-Za-z_]+(\/[\w+-]+)+)$/, 'needs an IANA time zone such as Asia/Shanghai'),
  previousStart: z.optional(EventTime),

  mode: z.optional(code<'offline' | 'online' | 'hybrid'>()),
  venue: z.optional(Venue),
  streamUrl: z.optional(WebUrl),
  replayUrl: z.optional(WebUrl),
  url: z.optional(WebUrl),

  capacity: z.optional(count),
  /** Fee for one participant; an amount of 0 is free of charge, absent is not stated. */
  fee: z.optional(Money),
  registrationUrl: z.optional(WebUrl),
  registrationDeadline: z.optional(EventTime),
  audience: z.optional(LanguageMap),
  /** Languages spoken. */
  languages: z.optional(z.array(LanguageTag)),

  hosts: z.optional(z.array(Organisation)),
  coOrganisers: z.optional(z.array(Organisation)),
  contact: z.optional(Contact),
  agenda: z.optional(z.array(AgendaItem)),
  /** Records shown or discussed there. */
  achievements: z.optional(z.array(RecordId)),
  demands: z.optional(z.array(RecordId)),
  fields: z.optional(z.array(Concept)),
  keywords: z.optional(Keywords),
  media: z.optional(z.array(Media)),
  /** The series that it belongs to, such as a weekly roadshow. */
  series: z.optional(z.object({ id: text(100), title: z.optional(LanguageMap), number: z.optional(count) })),
  result: z.optional(EventResult),
};

interface Times {
  start: string;
  end?: string | undefined;
  allDay?: boolean | undefined;
}

const isDate = (time: string): boolean => !time.includes('T');

const consistentTimes = [
  z.refine<Times>((event) => isDate(event.start) === (event.allDay ?? false), {
    message: 'needs a date without a time when allDay is true, and a time with offset otherwise',
    path: ['start'],
  }),
  z.refine<Times>(
    ({ start, end }) => end === undefined || (isDate(start) === isDate(end) && Date.parse(end) >= Date.parse(start)),
    { message: 'needs the same form as start and a time not before it', path: ['end'] },
  ),
] as const;

/** 活动: a roadshow, matchmaking meeting, forum, fair or contest. Not named `Event`, which is the DOM's. */
export const EventRecord = z.object({ ...recordShape, ...eventShape }).check(...consistentTimes);
export type EventRecord = z.infer<typeof EventRecord>;

/** What an organiser sends to have an event announced. */
export const EventDraft = z.object({ ...draftShape, ...eventShape }).check(...consistentTimes);
export type EventDraft = z.infer<typeof EventDraft>;
