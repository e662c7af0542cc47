// nDCG@10 by kind of query over real records, beside plain BM25; `npm run bench -- relevance parts` shows what each part
// of the search contributes, `parts <word>` only of those with the word in their name.
import { achievementIndex, createMemoryIndex, type IndexDefinition } from '../src/search/index.js';
import { pinyinPhonetics } from '../src/search/pinyin.js';
import { PARTS, type Part } from './support/relevance-parts.js';
import { meanGains, plainBm25, type JudgedQuery, type Search } from './support/relevance.js';
import { bilingualSet, chineseSet, type RelevanceSet } from './support/relevance-sets.js';
import { printTable } from './support/table.js';

const phonetics = pinyinPhonetics();
const sets = [chineseSet(phonetics), bilingualSet()];

async function indexOf({ documents }: RelevanceSet, part: Part): Promise<Search> {
  const definition: IndexDefinition = { ...achievementIndex, ...part.definition };
  const index = createMemoryIndex(definition, part.silent ? {} : { phonetics });
  const text = part.text ?? ((each: string): string => each);
  await index.apply(
    documents.map((document, at) => ({
      seq: at + 1,
      op: 'put',
      document: {
        ...document,
        texts: Object.fromEntries(Object.entries(document.texts).map(([field, list]) => [field, list.map(text)])),
      },
    })),
  );
  return async (q, limit) => {
    const typed = part.query ? part.query(text(q), documents) : text(q);
    const { hits } = await index.search({ q: typed, limit });
    return hits.filter(({ relaxed }) => !(part.strict && relaxed)).map(({ id }) => id);
  };
}

async function gainsOf(
  searchOf: (set: RelevanceSet) => Promise<Search>,
  only: Part['only'] = () => true,
): Promise<Map<string, number>> {
  const gains = new Map<string, number>();
  for (const set of sets) {
    const queries = set.queries.filter(({ type }) => only(type));
    if (queries.length === 0) continue;
    for (const [type, gain] of await meanGains(queries, await searchOf(set))) gains.set(type, gain);
  }
  return gains;
}

const gainsOfPart = (part: Part): Promise<Map<string, number>> => gainsOf((set) => indexOf(set, part), part.only);

const numberOf = (type: string): string =>
  String(sets.flatMap(({ queries }) => queries).filter((query: JudgedQuery) => query.type === type).length);
const figure = (gain: number | undefined): string => gain?.toFixed(3) ?? '';

const ours = await gainsOfPart({ name: 'the index as it is' });
if (process.argv.includes('parts')) {
  const types = [...ours.keys()];
  const rows = [['the index as it is', ...types.map((type) => figure(ours.get(type)))]];
  const word = process.argv.at(-1) ?? '';
  for (const part of PARTS.filter(({ name }) => word === 'parts' || name.includes(word))) {
    const gains = await gainsOfPart(part);
    rows.push([
      part.name,
      ...types.map((type) => (figure(gains.get(type)) === figure(ours.get(type)) ? '=' : figure(gains.get(type)))),
    ]);
  }
  printTable(['', ...types], rows);
} else {
  const plain = await gainsOf(async ({ documents }) => plainBm25(documents));
  printTable(
    ['kind of query', 'queries', 'plain BM25', 'index', 'ratio'],
    Array.from(ours, ([type, gain]) => {
      const before = plain.get(type) ?? 0;
      return [type, numberOf(type), figure(before), figure(gain), before === 0 ? '–' : (gain / before).toFixed(2)];
    }),
  );
}
