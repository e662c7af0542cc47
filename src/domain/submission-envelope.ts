import * as z from 'zod/mini';
import { code, EmailAddress, Organisation, pattern, text } from './primitives.js';

// What the bodies of all submissions have in common. Each body stands in a file of its own, so that a page's form
// carries no other's.

/** Most files that come with one submission. */
export const MAX_ATTACHMENTS = 10;

/**
 * A consent given for one purpose and one recipient (Personal Information Protection Law art. 14, 23). The platform notes
 * the time itself.
 */
export const ConsentGiven = z.object({
  /** Code list `consent-purpose`. */
  purpose: code<'contact' | 'forwarding' | 'statistics'>(),
  /** Who may use the data for it. */
  recipient: text(500),
  /** Version of the text that was agreed to. */
  textVersion: text(100),
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;

const personShape = {
  person: text(200),
  /** Position in the organisation. */
  role: z.optional(text(200)),
  phone: z.optional(pattern(/\d.*\d.*\d/, 'needs a phone number').check(z.maxLength(50))),
  email: z.optional(EmailAddress),
};

interface Reachable {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/* @__NO_SIDE_EFFECTS__ */
function reachable<Schema extends z.ZodMiniType<Reachable>>(schema: Schema): Schema {
  return schema.check(
    z.refine((submitter) => submitter.phone !== undefined || submitter.email !== undefined, {
      message: 'needs a phone number or an e-mail address',
      path: ['phone'],
    }),
  ) as Schema;
}

/**
 * Who sends a demand or an achievement. Private: for those who deal with it and for whom a consent names, never part of a
 * record or of a log.
 */
export const Submitter = /* @__PURE__ */ reachable(z.object({ organisation: Organisation, ...personShape }));
export type Submitter = z.infer<typeof Submitter>;

/** Who enquires; private like {@link Submitter}. People may ask for themselves. */
export const Enquirer = /* @__PURE__ */ reachable(z.object({ organisation: z.optional(Organisation), ...personShape }));
export type Enquirer = z.infer<typeof Enquirer>;

/**
 * Who is on file for a submission. What an operator entered from a table may lack a way to reach them, which nobody who
 * sends something themselves may leave out.
 */
export const PersonOnFile = z.object({ organisation: z.optional(Organisation), ...personShape });
export type PersonOnFile = z.infer<typeof PersonOnFile>;

/** Everything beside the draft and who sends it. */
export const envelopeShape = {
  consents: z.array(ConsentGiven).check(z.minLength(1, 'needs at least one consent'), z.maxLength(20)),
  /** Ids of files that were uploaded before. */
  attachments: z.optional(z.array(text(64)).check(z.maxLength(MAX_ATTACHMENTS))),
  /** The solved challenge of `GET /api/v1/submission-settings`, where that asks for one. */
  challenge: z.optional(text(4000)),
  /** Stays empty: a field that people do not see and programs fill in. What comes with it is kept, but set apart. */
  website: z.optional(z.string().check(z.maxLength(2000))),
};
