import type { ReactiveElement } from 'lit';
import type { CodeLabels } from '../../domain/page.js';
import type { AchievementHit, Client, ListQuery, Page } from '../../sdk/index.js';
import type { LocalizeController } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import type { AchievementSearchKey, AchievementSearchMessages, FirstKey } from './messages.js';
import type { RenderItem } from './result.js';

/** What the author of the page says about answers. */
export interface AnsweringHost extends ReactiveElement {
  readonly messages?: AchievementSearchMessages;
  readonly pageSize: number;
  readonly headingLevel: number;
  readonly detailHref?: string;
  readonly layout: 'list' | 'compact';
  readonly paging: 'pages' | 'more';
  readonly renderItem?: RenderItem;
  readonly enquiryHandled: boolean;
  readonly jsonLd: boolean;
  readonly compareHidden: boolean;
  readonly exportHidden: boolean;
  readonly urlState?: string;
}

/** A result shows but two lines of a text; what the page draws itself may show all of it. */
export function textsFor({ renderItem }: Pick<AnsweringHost, 'renderItem'>): ListQuery['texts'] {
  return renderItem ? 'whole' : 'excerpts';
}

/** The element as the parts see it that are fetched when they are first used. */
export interface Surroundings {
  readonly host: AnsweringHost;
  readonly l10n: LocalizeController<AchievementSearchKey, FirstKey>;
  readonly search: SearchController<AchievementHit>;
  /** What the codes inside the records that came so far are called. */
  readonly knownLabels: CodeLabels;
  /** The achievements to compare, in the order chosen. */
  readonly compared: ReadonlyMap<string, AchievementHit>;
  readonly clearFilters: () => void;
  readonly client: () => Client | undefined;
  /** What is searched for, without its page. */
  readonly query: () => ListQuery;
  /** Address of the platform's page of a record. */
  readonly permalink: (id: string) => string | undefined;
  /** Takes up what a page of results tells beside its records. */
  readonly learn: (page: Page<AchievementHit>) => void;
  /** The details of a record show, or no longer do; `byReader` unless the address of the page led there. */
  readonly recordShown: (id: string | undefined, byReader: boolean) => void;
  readonly setCompared: (compared: ReadonlyMap<string, AchievementHit>) => void;
}
