import type { Achievement } from '../../domain/achievement.js';
import type { AchievementSubmission } from '../../domain/submission.js';
import { type ListQuery, listParams } from '../list-query.js';
import type { Transport } from '../transport.js';
import { loadAchievement } from './load-code.js';
import { createRecords, type Detail, type Hit, type RecordsResource } from './records.js';
import { submitter, type Submits } from './submissions.js';

/** An achievement as a search found it. */
export type AchievementHit = Hit<Achievement>;

/** An achievement as it is read alone. */
export type AchievementDetail = Detail<Achievement>;

/** Files that a result set can be taken away in; `atom` is a feed of the newest 50. */
export type ExportFormat = 'csv' | 'json' | 'ris' | 'atom';

/** Achievements (科技成果) that the platform has published. */
export interface AchievementsResource extends RecordsResource<Achievement>, Submits<AchievementSubmission> {
  /** Address of everything that `query` finds (up to 10,000 records) as a file: for a link, not for `fetch`. */
  exportUrl(format: ExportFormat, query?: ListQuery): string;
  /** Address of the platform's own page that lists what `query` finds, in Chinese or English: a link to share. */
  listUrl(query?: ListQuery): string;
  /** Address of the platform's page that shows one achievement, in Chinese or English. */
  permalink(id: string, lang?: string): string;
}

/** What makes a result set, without what makes one page of it. */
function linkable({
  limit: _limit,
  cursor: _cursor,
  facets: _facets,
  countRanges: _ranges,
  texts: _texts,
  ...query
}: ListQuery): ListQuery {
  return query;
}

/** Address of the platform's page that lists achievements, in Chinese or English. */
export function achievementsPage({ baseUrl, lang: ofClient }: Transport, lang: string | undefined = ofClient): string {
  return `${baseUrl}${lang && !/^zh/i.test(lang) ? 'en/' : ''}achievements`;
}

/** The achievements of the platform at the other end of `transport`. */
export function createAchievements(transport: Transport): AchievementsResource {
  return {
    ...createRecords(transport, 'achievements', async () => (await loadAchievement()).Achievement),
    submit: submitter(transport, 'achievements'),
    exportUrl: (format, query = {}) => transport.url(`achievements.${format}`, listParams(linkable(query))),
    listUrl: ({ lang, ...query } = {}) =>
      `${achievementsPage(transport, lang)}?${listParams(linkable(query)).toString()}`.replace(/\?$/, ''),
    permalink: (id, lang) => `${achievementsPage(transport, lang)}/${id}`,
  };
}
