import type { ReactiveElement } from 'lit';
import type { DeskSubmission } from '../../domain/index.js';
import type { Client, DeskQuery } from '../../sdk/index.js';
import type { LocalizeController } from '../../ui/localize-controller.js';
import type { CodeWords } from './code-words.js';
import type { ReviewDeskFirstKey, ReviewDeskKey } from './messages.js';
import type { SessionController } from './session-controller.js';

/** The desk as its parts see it that are fetched when they are first used. */
export interface DeskAround {
  readonly host: ReactiveElement & { readonly headingLevel: number };
  readonly l10n: LocalizeController<ReviewDeskKey, ReviewDeskFirstKey>;
  readonly session: SessionController;
  readonly codes: CodeWords;
  readonly client: () => Client | undefined;
  /** Shows another submission. */
  readonly open: (reference: string) => void;
  /** Goes back to the queue. */
  readonly leave: () => void;
  /** A submission was read: takes up how it stands. */
  readonly seen: (submission: DeskSubmission) => void;
  /** A submission was changed at this desk. */
  readonly changed: (submission: DeskSubmission) => void;
  /** New submissions came through this desk. */
  readonly arrived: () => void;
  /** What the queue shows. */
  readonly query: () => DeskQuery;
  /** Tells the page of a failure, and asks for a token where that is what failed. */
  readonly failed: (error: unknown) => void;
}
