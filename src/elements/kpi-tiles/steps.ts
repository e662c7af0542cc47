import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterPaint } from '../../ui/after-paint.js';
import type { Stage } from './tile.js';

/** How many tiles come at once. */
const TILES_A_STEP = 4;

/** How many tiles have their figures, and how many of those what comes after. */
interface Drawn {
  readonly figures: number;
  readonly extras: number;
}

/**
 * Draws tiles a few at a time and lets the browser paint between, so that a slow machine shows the first ones soon and is
 * never held up for long: first the figures of all, then what comes after them. What was drawn stays drawn.
 */
export class DrawingSteps implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** How many there are to draw by now. */
  readonly #wanted: () => Drawn;
  #drawn: Drawn = { figures: TILES_A_STEP, extras: 0 };
  #before: Drawn = this.#drawn;
  #waits = false;

  constructor(host: ReactiveControllerHost, wanted: () => Drawn) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** Whether everything is drawn. */
  get isDone(): boolean {
    const { figures, extras } = this.#wanted();
    return this.#drawn.figures >= figures && this.#drawn.extras >= extras;
  }

  /** How much of a tile is to be drawn. */
  stage(index: number): Stage {
    return stageIn(this.#drawn, index);
  }

  /** Whether this step brings the tile nothing new. */
  leaves(index: number): boolean {
    return this.stage(index) === stageIn(this.#before, index);
  }

  hostUpdated(): void {
    this.#before = this.#drawn;
    if (this.isDone || this.#waits) return;
    this.#waits = true;
    afterPaint(() => {
      this.#waits = false;
      const { figures, extras } = this.#drawn;
      this.#drawn =
        figures < this.#wanted().figures
          ? { figures: figures + TILES_A_STEP, extras }
          : { figures, extras: extras + TILES_A_STEP };
      this.#host.requestUpdate();
    });
  }
}

function stageIn({ figures, extras }: Drawn, index: number): Stage {
  if (index >= figures) return 'room';
  return index < extras ? 'whole' : 'figure';
}
