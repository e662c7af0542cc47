import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryIndex, type SearchIndex, type ValueName } from '../../src/search/index.js';
import { pinyinPhonetics } from '../../src/search/pinyin.js';
import { noteIndex } from './support/notes.js';

const names: readonly (readonly [value: string, count: number, name?: string])[] = [
  ['天津大学', 3, 'Tianjin University'],
  ['北京天津科技有限公司', 5],
  ['天津科技大学', 2, 'Tianjin University of Science & Technology'],
  ['浙江大学', 4, 'Zhejiang University'],
  ['中国科学院（西安）光学研究所', 1],
  ['重庆大学', 2],
  ['绿色能源实验室', 1],
  ['TJ Dalian Lab', 1],
  ['臺灣大學', 1],
  ['3D打印中心', 1],
];
const documents = names.flatMap(([value, count, name]) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${value} ${at}`,
    texts: { title: [value] },
    facets: { colour: [value] },
    names: { colour: name === undefined ? [] : [[value, name] as ValueName] },
    sorts: {},
    ranges: {},
  })),
);

describe('looking for values of a facet', () => {
  const given = { ...noteIndex, namedFacets: ['colour'] };
  const index = createMemoryIndex(given, { phonetics: pinyinPhonetics() });
  beforeAll(async () => {
    await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
  });
  const found = async (contains: string, of: SearchIndex = index): Promise<string[]> =>
    (await of.facetValues({ facet: 'colour', contains, limit: 100 })).map(({ value }) => value);

  it.each([
    ['pinyin', 'tianjindaxue', ['天津大学']],
    ['pinyin in syllables', "xi'an", ['中国科学院（西安）光学研究所']],
    ['pinyin in words, full-width capitals', 'ＣＨＯＮＧ ＱＩＮＧ', ['重庆大学']],
    ['ü as v', 'lvse', ['绿色能源实验室']],
    ['a syllable that is not typed to its end', 'zhejiangd', ['浙江大学']],
    ['a syllable of which one letter is missing', 'chongqin', ['重庆大学']],
    ['initials', 'tjdx', ['天津大学']],
    ['initials and syllables mixed', 'tianjindx', ['天津大学']],
    ['letters among characters', '3ddayin', ['3D打印中心']],
    ['a traditional value by its pinyin', 'taiwandaxue', ['臺灣大學']],
    ['a simplified value in traditional characters', '綠色', ['绿色能源实验室']],
    ['a traditional value in simplified ones', '台湾', ['臺灣大學']],
    ['an English name, however cased and wide', 'ＺＨＥＪＩＡＮＧ university', ['浙江大学']],
    ['what stands inside an English name', 'science & tech', ['天津科技大学']],
    ['nothing that is there', 'qinghua', []],
    ['characters and letters that do not belong together', '天津lab', []],
    ['signs', '（', ['中国科学院（西安）光学研究所']],
  ])('finds %s', async (_, contains, expected) => {
    expect(await found(contains)).toEqual(expected);
  });

  it('lists what begins so first, then what has it as written, then what sounds so; each most frequent first', async () => {
    expect(await found('tianjin')).toEqual(['天津大学', '天津科技大学', '北京天津科技有限公司']);
    expect(await found('tj')).toEqual(['天津大学', '天津科技大学', 'TJ Dalian Lab', '北京天津科技有限公司']);
    expect((await found('da'))[0]).toBe('TJ Dalian Lab');
    expect(await found('da')).toContain('浙江大学');
    expect(await found('天津')).toEqual(['天津大学', '天津科技大学', '北京天津科技有限公司']);
  });

  it('takes one letter for the first of a value, or for a letter written anywhere', async () => {
    expect((await found('l')).slice(0, 1)).toEqual(['绿色能源实验室']);
    expect(await found('k')).toEqual([]);
  });

  it('gives the best of them where fewer are asked for', async () => {
    const two = await index.facetValues({ facet: 'colour', contains: 'tianjin', limit: 2 });
    expect(two).toEqual([
      { value: '天津大学', count: 3, name: 'Tianjin University' },
      { value: '天津科技大学', count: 2, name: 'Tianjin University of Science & Technology' },
    ]);
  });

  it('looks into what values are shown as, where that is given', async () => {
    const labels = new Map([
      ['天津大学', '北洋'],
      ['浙江大学', '求是'],
    ]);
    const asked = { facet: 'colour', labels, values: ['天津大学', '浙江大学'], limit: 9 };
    const values = async (contains: string): Promise<string[]> =>
      (await index.facetValues({ ...asked, contains })).map(({ value }) => value);
    expect(await values('beiyang')).toEqual(['天津大学']);
    expect(await values('求')).toEqual(['浙江大学']);
    expect(await values('大学')).toEqual([]);
  });

  it('finds by pinyin only where the index knows readings', async () => {
    const plain = createMemoryIndex(given, { snapshot: await index.snapshot() });
    expect(await found('tianjindaxue', plain)).toEqual([]);
    expect(await found('Tianjin Uni', plain)).toEqual(['天津大学', '天津科技大学']);
  });

  it('reads hostile input and finds nothing by it', async () => {
    for (const contains of [
      'a'.repeat(100_000),
      'xian'.repeat(15),
      "'".repeat(1000),
      'shi '.repeat(15),
      '\ud800',
      '\u0000',
    ]) {
      expect(await found(contains)).toEqual([]);
    }
  });
});
