import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import type { Answer, SearchController } from '../../ui/search-controller.js';

/** How many results come at once: as many as a window shows. */
const FIRST_RESULTS = 6;

/** The results of a window, the facets, everything. */
const LAST_STEP = 2;

/**
 * Draws an answer in steps, and lets the browser paint between them, so that a slow machine shows the first results soon
 * and is never held up for long. What was there before stays until its turn comes.
 */
export class DrawingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #search: SearchController<AchievementHit>;
  #answer?: Answer<AchievementHit> | undefined;
  #step = LAST_STEP;
  #waits = false;
  /** How many results of the answer before may still show. */
  olderResults = 0;
  /** Whether there are facets of an answer before that may still show. */
  hasOlderFacets = false;

  constructor(host: ReactiveControllerHost, search: SearchController<AchievementHit>) {
    this.#host = host;
    this.#search = search;
    host.addController(this);
  }

  /** Whether everything of the answer shows. */
  get isDone(): boolean {
    return this.#step === LAST_STEP;
  }

  /** How many results are to be drawn. */
  get results(): number {
    return this.isDone ? Infinity : FIRST_RESULTS;
  }

  /** Whether the facets are to be drawn. */
  get facets(): boolean {
    return this.#step > 0;
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
    if (this.isDone || this.#waits) return;
    this.#waits = true;
    afterPaint(() => {
      this.#waits = false;
      if (this.isDone) return;
      this.#step += 1;
      this.#host.requestUpdate();
    });
  }
}

/** Calls `then` once what was drawn is on the screen; at once where no one looks. */
function afterPaint(then: () => void): void {
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}
