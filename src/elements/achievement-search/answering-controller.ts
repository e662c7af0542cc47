import type { ReactiveController } from 'lit';
import type { CodeLabels } from '../../domain/page.js';
import type { AchievementHit, Client, ListQuery, Page } from '../../sdk/index.js';
import type { LocalizeController } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import type { AnsweringView } from './answering.templates.js';
import { DrawingController } from './drawing-controller.js';
import type { AchievementSearchKey, FirstKey } from './messages.js';
import { answeringParts, type Parts } from './parts.js';
import type { OwnCards } from './result.js';
import type { AnsweringHost, Surroundings } from './surroundings.js';

/** What the element does for its answers. */
interface AnsweringOptions {
  readonly client: () => Client | undefined;
  readonly clearFilters: () => void;
  readonly focusResults: () => void;
  /** The reader presses a result. */
  readonly selected: () => void;
  /** The reader has opened the details of a record, or left them. */
  readonly recordShown: () => void;
}

/** Owns what a reader does with answers: turns pages, opens, compares, takes away. */
export class AnsweringController implements AnsweringView, Surroundings, ReactiveController {
  readonly host: AnsweringHost;
  readonly l10n: LocalizeController<AchievementSearchKey, FirstKey>;
  readonly search: SearchController<AchievementHit>;
  readonly client: () => Client | undefined;
  readonly clearFilters: () => void;
  readonly ownCards: OwnCards = new WeakMap();
  readonly drawing: DrawingController;
  readonly parts: Parts;
  compared: ReadonlyMap<string, AchievementHit> = new Map();
  knownLabels: CodeLabels = {};
  /** The record whose details show. */
  recordId?: string | undefined;
  readonly #options: AnsweringOptions;
  /** The record to which the address of the page led last. */
  #ledTo?: string | undefined;

  constructor(
    host: AnsweringHost,
    l10n: LocalizeController<AchievementSearchKey, FirstKey>,
    search: SearchController<AchievementHit>,
    options: AnsweringOptions,
  ) {
    this.host = host;
    this.l10n = l10n;
    this.search = search;
    this.client = options.client;
    this.clearFilters = options.clearFilters;
    this.#options = options;
    this.drawing = new DrawingController(host, search, l10n);
    this.parts = answeringParts(this);
    host.addController(this);
  }

  /** What the codes inside the results are called. */
  get labels(): CodeLabels | undefined {
    return this.search.answer?.page.labels;
  }

  hostUpdate(): void {
    if (this.host.paging === 'more') void this.parts.more.load();
    if (this.search.requestState === 'empty') void this.parts.empty.load();
    if (this.host.jsonLd) void this.parts.jsonLd.load();
  }

  readonly query = (): ListQuery => {
    const { page: _page, cursor: _cursor, ...query } = this.search.state;
    return { ...query, lang: this.l10n.lang };
  };

  readonly permalink = (id: string): string | undefined => this.client()?.achievements.permalink(id, this.l10n.lang);

  readonly learn = ({ labels }: Page<AchievementHit>): void => {
    this.knownLabels = { ...this.knownLabels, ...labels };
  };

  readonly setCompared = (compared: ReadonlyMap<string, AchievementHit>): void => {
    this.compared = compared;
    this.host.requestUpdate();
  };

  readonly compare = (achievement: AchievementHit): void => {
    const compared = new Map(this.compared);
    if (!compared.delete(achievement.id)) compared.set(achievement.id, achievement);
    this.setCompared(compared);
    void this.parts.compare.load();
  };

  readonly toggleExport = (): void => {
    void this.parts.export.load().then((menu) => {
      menu?.toggle();
    });
  };

  readonly turnPage = (step: 1 | -1): void => {
    if (step === 1) this.search.nextPage();
    else this.search.previousPage();
  };

  readonly retry = (): void => {
    this.search.retry();
    this.#options.focusResults();
  };

  /** The reader presses a title: its details show here, unless the page or the reader wants them elsewhere. */
  readonly select = (event: MouseEvent, achievement: AchievementHit, href: string): void => {
    this.#options.selected();
    const goes = this.host.dispatchEvent(
      new CustomEvent('yn-select', { detail: { achievement, href }, bubbles: true, composed: true, cancelable: true }),
    );
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (goes && (elsewhere || this.host.detailHref !== undefined)) return;
    event.preventDefault();
    if (!goes) return;
    void this.parts.record.load().then((dialog) => {
      if (dialog) dialog.show(achievement);
      else location.assign(href);
    });
  };

  readonly recordShown = (id: string | undefined, byReader: boolean): void => {
    this.recordId = id;
    this.host.requestUpdate();
    if (byReader) this.#options.recordShown();
  };

  /** Goes where the address of the page leads. */
  showRecord(id: string | undefined): void {
    this.#ledTo = id;
    if (id === undefined) this.parts.record.part?.close();
    else
      void this.parts.record.load().then((dialog) => {
        if (id === this.#ledTo) dialog?.read(id);
      });
  }
}
