import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SubmissionKind, SubmissionStatus } from '../../domain/index.js';
import type { Facet } from '../../domain/page.js';
import type { DeskRow } from '../../domain/index.js';
import type { DeskQuery, DeskResource, Page } from '../../sdk/index.js';
import { LoadController } from '../../ui/load-controller.js';
import { RequestController, type RequestState } from '../../ui/request-controller.js';

/** Submissions on one page of the queue, and the most that the platform gives at once. */
const PAGE_SIZE = 50;
const MOST = 100;

/** What an operator wants to see of the queue. */
export interface QueueFilters {
  readonly q: string;
  readonly kind?: SubmissionKind;
  readonly status?: SubmissionStatus;
  /** `me`, `nobody`; unset for all. */
  readonly assignee?: 'me' | 'nobody';
  readonly sort: NonNullable<DeskQuery['sort']>;
}

export const NO_FILTERS: QueueFilters = { q: '', sort: 'oldest' };

export interface QueueOptions {
  desk(): DeskResource | undefined;
  /** Label of the one who is signed in. */
  me(): string | undefined;
  lang(): string;
  onFailure(error: unknown): void;
}

/**
 * The queue as it is listed. What came since does not move what somebody is reading: new submissions wait behind a
 * button, and listed ones change in their places.
 */
export class QueueController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: QueueOptions;
  readonly #first: LoadController<DeskResource, Page<DeskRow>>;
  readonly #next: RequestController<Page<DeskRow>>;
  readonly #look: RequestController<Page<DeskRow>>;
  #filters: QueueFilters = NO_FILTERS;
  #rows: readonly DeskRow[] = [];
  #fresh: readonly DeskRow[] = [];
  /** References of those that came while the list was open. */
  #arrived: ReadonlySet<string> = new Set();
  #facets: readonly Facet[] = [];
  #total = 0;
  #rejected = 0;
  #nextCursor?: string;
  #listedAt = '';
  #limit = PAGE_SIZE;

  constructor(host: ReactiveControllerHost, options: QueueOptions) {
    this.#host = host;
    this.#options = options;
    const onFailure = (error: unknown): void => {
      options.onFailure(error);
    };
    this.#first = new LoadController<DeskResource, Page<DeskRow>>(host, {
      source: () => options.desk(),
      key: () => JSON.stringify(this.query),
      load: async (desk, signal) => desk.list({ ...this.query, limit: this.#limit }, { signal }),
      isEmpty: ({ items }) => items.length === 0,
      onAnswer: (page) => {
        this.#list(page);
      },
      onFailure,
    });
    this.#next = new RequestController<Page<DeskRow>>(host, {
      isEmpty: () => false,
      onAnswer: (page) => {
        this.#append(page);
      },
      onFailure,
    });
    this.#look = new RequestController<Page<DeskRow>>(host, {
      isEmpty: () => false,
      onAnswer: (page) => {
        this.#compare(page);
      },
      onFailure,
    });
    host.addController(this);
  }

  get state(): RequestState {
    return this.#first.state;
  }
  get error(): unknown {
    return this.#first.error;
  }
  /** The failure of the page after those that are listed. */
  get moreError(): unknown {
    return this.#next.state === 'error' ? this.#next.error : undefined;
  }
  get isPending(): boolean {
    return this.#first.isPending;
  }
  get isLoadingMore(): boolean {
    return this.#next.isPending;
  }
  get filters(): QueueFilters {
    return this.#filters;
  }
  get isFiltered(): boolean {
    const { q, kind, status, assignee } = this.#filters;
    return q !== '' || kind !== undefined || status !== undefined || assignee !== undefined;
  }
  get rows(): readonly DeskRow[] {
    return this.#rows;
  }
  get total(): number {
    return this.#total;
  }
  get rejected(): number {
    return this.#rejected;
  }
  get listedAt(): string {
    return this.#listedAt;
  }
  get hasMore(): boolean {
    return this.#nextCursor !== undefined;
  }
  /** How many came that are not listed yet. */
  get freshCount(): number {
    return this.#fresh.length;
  }

  isArrived(reference: string): boolean {
    return this.#arrived.has(reference);
  }

  /** How many submissions have a value, all other filters applied. */
  countOf(facet: 'kind' | 'status', value: string): number | undefined {
    const found = this.#facets.find(({ id }) => id === facet);
    return found && (found.values.find((each) => each.value === value)?.count ?? 0);
  }

  hostUpdate(): void {
    if (this.#first.state === 'idle' && this.#rows.length > 0) this.#clear();
  }

  filter(changes: Partial<QueueFilters>): void {
    this.#filters = { ...this.#filters, ...changes };
    this.#limit = PAGE_SIZE;
    this.#host.requestUpdate();
  }

  clearFilters(): void {
    this.filter({ ...NO_FILTERS, kind: undefined, status: undefined, assignee: undefined, sort: this.#filters.sort });
  }

  /** Lists anew, as many as are listed now. */
  refresh(): void {
    this.#limit = Math.min(Math.max(PAGE_SIZE, this.#rows.length), MOST);
    this.#first.refresh();
  }

  retry(): void {
    this.#first.retry();
  }

  more(): void {
    const desk = this.#options.desk();
    const cursor = this.#nextCursor;
    if (!desk || cursor === undefined || this.#next.isPending || this.#first.isPending) return;
    this.#next.run(async (signal) => desk.list({ ...this.query, limit: PAGE_SIZE, cursor }, { signal }));
  }

  /** Looks what has come or changed since, without moving anything. */
  look(): void {
    const desk = this.#options.desk();
    if (!desk || this.#listedAt === '' || this.#first.isPending) return;
    this.#look.run(async (signal) => desk.list({ ...this.query, sort: 'updated', limit: PAGE_SIZE }, { signal }));
  }

  /** Puts what has come at the head of the list, whatever its order. */
  showFresh(): void {
    this.#arrived = new Set([...this.#arrived, ...this.#fresh.map(({ reference }) => reference)]);
    this.#rows = [...this.#fresh, ...this.#rows];
    this.#total += this.#fresh.length;
    this.#fresh = [];
    this.#host.requestUpdate();
  }

  /** Takes up how a submission stands now; it stays where it is listed, even if the filters no longer mean it. */
  update(submission: DeskRow): void {
    const row = rowOf(submission);
    this.#rows = this.#rows.map((each) => (each.reference === row.reference ? row : each));
    this.#host.requestUpdate();
  }

  /** What is listed, all pages together. */
  get query(): DeskQuery {
    const { q, kind, status, assignee, sort } = this.#filters;
    return {
      ...(q !== '' && { q }),
      ...(kind && { kinds: [kind] }),
      ...(status && { statuses: [status] }),
      ...(assignee === 'me' && { assignee: this.#options.me() }),
      ...(assignee === 'nobody' && { unassigned: true }),
      sort,
      lang: this.#options.lang(),
    };
  }

  #list(page: Page<DeskRow>): void {
    this.#next.reset();
    this.#look.reset();
    this.#rows = page.items;
    this.#fresh = [];
    this.#arrived = new Set();
    this.#listedAt = page.asOf;
    this.#rejected = page.rejected;
    this.#take(page);
  }

  #append(page: Page<DeskRow>): void {
    const listed = new Set(this.#rows.map(({ reference }) => reference));
    this.#rows = [...this.#rows, ...page.items.filter(({ reference }) => !listed.has(reference))];
    this.#rejected += page.rejected;
    this.#take(page);
  }

  #take({ total, facets, nextCursor }: Page<DeskRow>): void {
    this.#total = total;
    this.#facets = facets;
    this.#nextCursor = nextCursor;
  }

  #compare({ items, facets }: Page<DeskRow>): void {
    const now = new Map(items.map((row) => [row.reference, row]));
    this.#rows = this.#rows.map((row) => now.get(row.reference) ?? row);
    const listed = new Set(this.#rows.map(({ reference }) => reference));
    const since = Date.parse(this.#listedAt);
    this.#fresh = items.filter(({ reference, receivedAt }) => !listed.has(reference) && Date.parse(receivedAt) > since);
    this.#facets = facets;
  }

  #clear(): void {
    this.#next.reset();
    this.#look.reset();
    this.#rows = [];
    this.#fresh = [];
    this.#arrived = new Set();
    this.#facets = [];
    this.#total = 0;
    this.#nextCursor = undefined;
    this.#listedAt = '';
  }
}

/** What the queue lists of a submission, and nothing else: its private part does not belong in a list. */
function rowOf({
  reference,
  kind,
  status,
  title,
  organisation,
  assignee,
  suspicious,
  receivedAt,
  updatedAt,
}: DeskRow): DeskRow {
  return { reference, kind, status, title, organisation, assignee, suspicious, receivedAt, updatedAt };
}
