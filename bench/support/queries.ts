import type { SearchQuery } from '../../src/search/index.js';
import { realDocuments, seededRandom } from './corpus.js';

/** What one page asks for beside its words: top 20, exact total, six facets. */
export const PAGE: SearchQuery = {
  facets: ['field', 'institution', 'year', 'lang', 'source', 'readiness'],
  limit: 20,
};

/** Queries drawn from the real records by class, so that most find something; the same ones in every run. */
export function drawQueries(perClass: number): Record<string, SearchQuery[]> {
  const random = seededRandom(11);
  const documents = realDocuments();
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const draw = (make: () => string | undefined, beside: Partial<SearchQuery> = {}): SearchQuery[] => {
    const queries: SearchQuery[] = [];
    while (queries.length < perClass) {
      const q = make();
      if (q) queries.push({ q, ...PAGE, ...beside });
    }
    return queries;
  };
  const run = (length: number): string | undefined => {
    const runs = (any(documents).texts.text?.[0] ?? '').match(/\p{Script=Han}+/gu) ?? [];
    const characters = Array.from(any(runs) ?? '');
    if (characters.length < length) return undefined;
    const start = Math.floor(random() * (characters.length - length + 1));
    return characters.slice(start, start + length).join('');
  };
  const word = (): string | undefined => /[A-Za-z]{4,}/.exec(any(documents).texts.text?.[0] ?? '')?.[0];
  const keyword = (): string | undefined => any(any(documents).texts.keywords ?? ['']);
  const pair = (): string | undefined => run(2);
  const title = (): string | undefined => any(documents).texts.title?.[0];
  return {
    'one character': draw(() => run(1)),
    'two characters': draw(pair),
    'four characters': draw(() => run(4)),
    'six and more': draw(() => run(6)),
    keyword: draw(keyword),
    'two keywords': draw(() => [keyword(), keyword()].join(' ')),
    'English word': draw(word),
    mixed: draw(() => [word(), pair()].join(' ')),
    'no hit': draw(() => `${run(2) ?? ''}罒${run(2) ?? ''}`),
    'very common': draw(() => any(['的', '研究', '分析', '结果', '中国 研究'])),
    'two filters': draw(pair, { filters: { year: ['2018', '2019', '2020'], source: ['ChinaXiv'] } }),
    'whole title': draw(title),
    'nothing typed': draw(() => ' '),
    'a range': draw(pair, {
      ranges: { published: { min: Date.UTC(2018, 0) / 86_400_000 } },
      countRanges: ['price', 'published', 'readiness'],
    }),
    'by date': draw(pair, { sort: 'newest' }),
  };
}
