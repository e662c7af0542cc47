import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeLabel, codeLists, FIELD_SCHEMES, findCode } from '../../src/domain/code-lists/index.js';
import { LanguageMap, PartialDate, Region } from '../../src/domain/primitives.js';

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));

const lists = [...codeLists.values()].map((list) => [list.id, list] as const);

describe.each(lists)('code list %s', (id, list) => {
  it('says in two languages what it lists, of which date and from where', () => {
    expect(Object.keys(list.label).toSorted()).toEqual(['en', 'zh-CN']);
    expect(LanguageMap.safeParse(list.label).success).toBe(true);
    expect(PartialDate.safeParse(list.version).success).toBe(true);
    expect(list.source.trim()).not.toBe('');
  });

  it('has each code once, in plain ASCII', () => {
    const codes = list.entries.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('labels every entry in Chinese and English', () => {
    for (const { label } of list.entries) {
      expect(Object.keys(label).toSorted()).toEqual(['en', 'zh-CN']);
      expect(LanguageMap.safeParse(label).success).toBe(true);
      expect(label.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('resolves every code, label and alias to its own entry and to no other', () => {
    for (const { code, label, aliases = [] } of list.entries) {
      for (const spelling of [code, ...Object.values(label), ...aliases]) {
        expect(findCode(id, spelling), spelling).toBe(code);
        expect(findCode(id, ` ${fullWidth(spelling.toUpperCase())}`), spelling).toBe(code);
      }
    }
  });
});

describe('codeLists', () => {
  it('never gives one code to two technical fields, since a facet value carries the code alone', () => {
    const codes = FIELD_SCHEMES.flatMap((scheme) => codeLists.get(scheme)?.entries.map(({ code }) => code) ?? []);
    expect(codes.length).toBeGreaterThan(22 + 8);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('holds the 22 classes of the Chinese Library Classification', () => {
    const classes = codeLists.get('clc')?.entries.filter(({ code }) => code.length === 1) ?? [];
    expect(classes.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKNOPQRSTUVXZ');
  });

  it('has regions of six digits', () => {
    for (const { code } of codeLists.get('region')?.entries ?? []) expect(Region.safeParse(code).success).toBe(true);
  });

  it('owns up to lists that could not be sourced completely', () => {
    expect(codeLists.get('zj-hubs')?.complete).toBe(false);
    for (const list of codeLists.values()) {
      if (list.source.includes('general knowledge') && list.id !== 'iso-16290-2013') expect(list.complete).toBe(false);
    }
  });
});

describe('codeLabel', () => {
  it('speaks the language that is asked for', () => {
    expect(codeLabel('hightech-8', 'new-materials', 'zh-CN')).toBe('新材料');
    expect(codeLabel('hightech-8', 'new-materials', 'en-GB')).toBe('New materials');
  });
  it('falls back to Chinese for a language it does not know', () => {
    expect(codeLabel('region', '330110', 'fr')).toBe('余杭区');
  });
  it('shows a code that a newer platform sent as it is', () => {
    expect(codeLabel('hightech-8', 'quantum', 'zh-CN')).toBe('quantum');
    expect(codeLabel('no-such-list', 'x', 'en')).toBe('x');
  });
});

describe('findCode', () => {
  it('reads the spellings of real data', () => {
    expect(findCode('transfer-mode', '技术作价投资')).toBe('equity');
    expect(findCode('region', '杭州市余杭区')).toBe('330110');
    expect(findCode('hightech-8', '新能源及节能技术')).toBe('new-energy');
  });
  it('does not mind width, case and space', () => {
    expect(findCode('zj-hubs', ' 互联网＋ ')).toBe('zj-internet-plus');
    expect(findCode('iso-16290-2013', 'ｔｒｌ　５')).toBe('5');
    expect(findCode('ip-kind', 'Invention  PATENT')).toBe('invention');
    expect(findCode('carrier-type', '科技企业孵化器(专业)')).toBe('incubator-specialised');
  });
  it('does not guess', () => {
    expect(findCode('transfer-mode', '技术转让或许可收入')).toBeUndefined();
    expect(findCode('hightech-8', '')).toBeUndefined();
    expect(findCode('no-such-list', '新材料')).toBeUndefined();
  });
});

const papers = fileURLToPath(new URL('../../../shared/data/achievements/chinaxiv-zh.jsonl.gz', import.meta.url));

describe.skipIf(!existsSync(papers))('fields of the real records in ../shared/data', () => {
  it('are classes of the Chinese Library Classification', () => {
    const fields = new Set<string>();
    for (const line of gunzipSync(readFileSync(papers)).toString('utf8').trim().split('\n')) {
      const { field } = JSON.parse(line) as { field: string | null };
      if (field !== null) fields.add(field);
    }
    expect(fields.size).toBeGreaterThan(40);
    expect([...fields].filter((field) => findCode('clc', field) === undefined)).toEqual([]);
  });
});
