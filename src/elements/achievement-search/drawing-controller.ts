import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import { afterPaint } from '../../ui/after-paint.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import type { Answer } from '../../ui/search-types.js';

interface Step {
  /** The first result that it draws, of those before which nothing has changed. */
  readonly from: number;
  /** How many results show after it. */
  readonly results: number;
  /** Whether the facets show after it. */
  readonly facets: boolean;
}

/** Everything, and what has changed in between. */
export const ALL: Step = { from: 0, results: Infinity, facets: true };

/** A window shows six results or so. */
const STEPS: readonly Step[] = [
  { from: 0, results: 3, facets: false },
  { from: 3, results: 6, facets: false },
  { from: 6, results: 6, facets: true },
  { from: 6, results: 12, facets: true },
  ALL,
];
const LAST_STEP = STEPS.length - 1;

/**
 * Draws an answer in steps, and lets the browser paint between them, so that a slow machine shows the first results soon
 * and is never held up for long. What was there before stays until its turn comes.
 */
export class DrawingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #search: SearchController<AchievementHit>;
  readonly #l10n: Pick<Localizer<never>, 'hasTexts'>;
  #answer?: Answer<AchievementHit> | undefined;
  #step = LAST_STEP;
  #waits = false;
  /** How many results of the answer before may still show. */
  olderResults = 0;
  /** Whether there are facets of an answer before that may still show. */
  hasOlderFacets = false;

  constructor(
    host: ReactiveControllerHost,
    search: SearchController<AchievementHit>,
    l10n: Pick<Localizer<never>, 'hasTexts'>,
  ) {
    this.#host = host;
    this.#search = search;
    this.#l10n = l10n;
    host.addController(this);
  }

  /** Whether everything of the answer shows. */
  get isDone(): boolean {
    return this.#step === LAST_STEP;
  }

  /** What is drawn now. */
  get step(): Step {
    return STEPS[this.#step] ?? ALL;
  }

  /** A few results are not worth the steps in between. */
  get #hasMoreResults(): boolean {
    return (this.#answer?.page.items.length ?? 0) > this.step.results;
  }

  hostUpdate(): void {
    const { answer } = this.#search;
    if (answer === this.#answer) return;
    this.olderResults = this.#answer?.page.items.length ?? 0;
    this.hasOlderFacets = this.#answer !== undefined;
    this.#answer = answer;
    this.#step = answer ? 0 : LAST_STEP;
  }

  hostUpdated(): void {
    // What is drawn without words is not seen, and drawn again with them
    if (this.isDone || this.#waits || !this.#l10n.hasTexts) return;
    this.#waits = true;
    afterPaint(() => {
      this.#waits = false;
      if (this.isDone) return;
      this.#step = this.#hasMoreResults ? this.#step + 1 : LAST_STEP;
      this.#host.requestUpdate();
    });
  }
}
