import { brand, brandOf, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('SchemaError');

/** One way in which an answer differs from the contract. */
export interface SchemaIssue {
  /** Where: `total`, `items.3.title`; empty for the answer as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The answer arrived but is not what the contract promises, so nothing of it is used. */
export class SchemaError extends YuniaoError {
  readonly issues: readonly SchemaIssue[];
  /** Which address answered, without its query. */
  readonly endpoint: string;

  constructor(options: { message: string; endpoint: string; issues: readonly SchemaIssue[]; cause?: unknown }) {
    const { message, endpoint, issues, ...rest } = options;
    super(message, { code: 'schema', retryable: false, ...rest });
    this.name = 'SchemaError';
    this.issues = issues;
    this.endpoint = endpoint;
    brand(this, BRAND);
  }

  static override isInstance(error: unknown): error is SchemaError {
    return hasBrand(error, BRAND);
  }
}
