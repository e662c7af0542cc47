import * as z from 'zod/mini';

/** Longest text a single field may hold, in UTF-16 code units. Real records reach 6,000; ten times that is abuse. */
export const MAX_TEXT = 60_000;

// The annotations below let a bundler leave out schemas that nobody imports, although calls make them.

/** Text without translations, never empty. */
/* @__NO_SIDE_EFFECTS__ */
export function text(maxLength: number): z.ZodMiniString<string> {
  return z.string().check(z.minLength(1), z.maxLength(maxLength));
}

/**
 * Text of a fixed form. `message` says which, since readers of an error do not read patterns. Our own patterns instead
 * of zod's formats, which would cost every page about a kilobyte.
 */
/* @__NO_SIDE_EFFECTS__ */
export function pattern(regex: RegExp, message: string): z.ZodMiniString<string> {
  return z.string().check(z.regex(regex, message));
}

/** A whole number, 0 or more. */
/* @__NO_SIDE_EFFECTS__ */
export function count(): z.ZodMiniNumberFormat {
  return z.int().check(z.minimum(0));
}

/** A BCP 47 language tag such as `zh-CN`. */
export const LanguageTag = pattern(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'needs a BCP 47 language tag such as zh-CN');
export type LanguageTag = z.infer<typeof LanguageTag>;

/** Text in one or more languages: `{'zh-CN': '钙钛矿电池', en: 'Perovskite cell'}`. Never empty. */
export const LanguageMap = z
  .record(LanguageTag, text(MAX_TEXT))
  .check(z.refine((map) => Object.keys(map).length > 0, { message: 'needs text in at least one language' }));
export type LanguageMap = z.infer<typeof LanguageMap>;

/** A calendar date at the precision that is known: `2024`, `2024-06` or `2024-06-30`. */
export const PartialDate = pattern(
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  'needs a date such as 2024, 2024-06 or 2024-06-30',
);
export type PartialDate = z.infer<typeof PartialDate>;

/** An instant, ISO 8601 with offset or `Z`. */
export const Timestamp = pattern(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  'needs a time with offset such as 2024-06-30T09:00:00+08:00',
);
export type Timestamp = z.infer<typeof Timestamp>;

/** An http(s) address. Other schemes (`javascript:`, `data:`) never become a link. */
export const WebUrl = pattern(
  /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#\\]+([/?#]\S*)?$/,
  'needs an address that starts with http:// or https://',
).check(z.maxLength(2048));
export type WebUrl = z.infer<typeof WebUrl>;

/** GB/T 2260 region, six digits: 330110 is 余杭区. */
export const Region = pattern(/^\d{6}$/, 'needs the six digits of a GB/T 2260 region');
export type Region = z.infer<typeof Region>;

/**
 * A code from a code list, open on purpose: a value that a newer server knows must not blank a page, so any non-empty
 * string passes, while editors still offer the known ones. The lists are in `code-lists/`.
 */
export type Code<Known extends string = never> = Known | (string & {});
/** Schema of a {@link Code}. */
/* @__NO_SIDE_EFFECTS__ */
export function code<Known extends string = never>(): z.ZodMiniType<Code<Known>, Code<Known>> {
  return text(200) as unknown as z.ZodMiniType<Code<Known>, Code<Known>>;
}

/** An organisation as a record names it. */
export const Organisation = z.object({
  name: LanguageMap,
  /** 统一社会信用代码, 18 characters (GB 32100). */
  creditCode: z.optional(
    pattern(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'needs the 18 characters of a unified social credit code'),
  ),
  region: z.optional(Region),
  url: z.optional(WebUrl),
});
export type Organisation = z.infer<typeof Organisation>;

/** An e-mail address of the practical kind; quoted local parts and address lists are refused. */
export const EmailAddress = pattern(
  /^[\w+'-]+(\.[\w+'-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]+$/,
  'needs an e-mail address',
).check(z.maxLength(254));
export type EmailAddress = z.infer<typeof EmailAddress>;

/** A way to reach the owner; a role mailbox is preferred to a person's. */
export const Contact = z.object({
  name: z.optional(text(200)),
  email: z.optional(EmailAddress),
  phone: z.optional(text(50)),
  url: z.optional(WebUrl),
});
export type Contact = z.infer<typeof Contact>;
