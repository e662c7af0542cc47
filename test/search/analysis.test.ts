import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, foldText, type TermKind } from '../../src/search/index.js';

interface Found {
  readonly term: string;
  readonly kind: TermKind;
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

function found(text: string): Found[] {
  const list: Found[] = [];
  analyse(text, (term, kind, position, start, end) => list.push({ term, kind, position, start, end }));
  return list;
}

const terms = (text: string, kind?: TermKind): string[] =>
  found(text)
    .filter((token) => kind === undefined || token.kind === kind)
    .map(({ term }) => term);

/** Text with everything that makes folding hard: marks, ligatures, wide forms, joined letters, pairs, lone halves. */
const hard = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(
        'ﬁ',
        '㈱',
        '㎡',
        '①',
        'ｶﾞ',
        'が',
        'カ\u3099',
        'ㄱㅏ',
        '가',
        'é',
        'e\u0301',
        'İ',
        'ß',
        'Σ',
        'ς',
        '鈣',
        '𠮷',
        '𨭎',
        '⼀',
        '⻋',
        '豈',
        '\u200b',
        '\u00ad',
        '葛\u{e0100}',
        '👩‍🔬',
        '\ud842',
        '\udfb7',
        '-',
        '12345-6',
        ' ',
        'A',
        '电池',
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('folding', () => {
  it('brings width, case, script and compatibility forms together', () => {
    expect(foldText('ＡＩ＋製造　ＧＰＳ')).toBe('ai+制造 gps');
    expect(foldText('⼀⻋豈㎡①')).toBe('一车岂m21');
    expect(foldText('Schrödinger é e\u0301 ﬁ ǆ')).toBe('schrodinger e e fi dz');
    expect(foldText('й')).toBe('й'.normalize('NFC'));
  });
  it('knows traditional characters beyond the basic plane', () => {
    expect(foldText('𠮷𨭎')).toBe('𠮷𬭳');
    expect(foldText('鿏')).toBe('鿏');
  });
  it('removes what nobody sees', () => {
    expect(foldText('电\u200b池\ufeff\u00ad\u2060材\u{e0100}料')).toBe('电池材料');
  });
  it('joins the letters of a Korean syllable however they were typed', () => {
    expect(foldText('ㄱㅏㄳ')).toBe(foldText('갃'));
    expect(foldText('가\uffaa')).toBe(foldText('갉'));
  });
  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(hard, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('terms', () => {
  it('are the characters and pairs of a run, each at its place', () => {
    expect(found('钙钛矿')).toEqual([
      { term: '钙', kind: 'single', position: 0, start: 0, end: 1 },
      { term: '钛', kind: 'single', position: 1, start: 1, end: 2 },
      { term: '钙钛', kind: 'pair', position: 0, start: 0, end: 2 },
      { term: '矿', kind: 'single', position: 2, start: 2, end: 3 },
      { term: '钛矿', kind: 'pair', position: 1, start: 1, end: 3 },
    ]);
  });
  it('are never made across punctuation, space or another script', () => {
    expect(terms('电，池 材x料', 'pair')).toEqual([]);
  });
  it('are whole words in scripts with word spaces', () => {
    expect(terms("Don't stop BERT-base模型 2023年")).toEqual([
      'don',
      't',
      'stop',
      'bert',
      'base',
      '模',
      '型',
      '模型',
      '2023',
      '年',
    ]);
    expect(terms('Электроника Ισχύς', 'word')).toEqual(['электроника', 'ισχύσ']);
    expect(terms('طاقة شمسية', 'word')).toEqual(['طاقة', 'شمسية']);
  });
  it('are pairs in kana, Hangul and Thai too, across Han', () => {
    expect(terms('太陽エネルギー', 'pair')).toContain('阳エ');
    expect(terms('태양광', 'pair')).toEqual(['태양', '양광']);
    expect(terms('พลัง', 'word')).toEqual([]);
  });
  it('keep numbers whole as well', () => {
    expect(terms('CAS 7440-44-0', 'number')).toEqual(['7440440']);
    expect(terms('ZL201310123456.7', 'number')).toEqual(['zl2013101234567', '2013101234567']);
    expect(terms('US6109270', 'number')).toEqual(['6109270']);
    expect(terms('专利ZL 2013 1 0123456.7，1998 2 7654321 X', 'number')).toEqual([
      '2013101234567',
      '01234567',
      '199827654321x',
    ]);
    expect(terms('CN103456789B', 'number')).toEqual(['103456789b', '103456789']);
    expect(terms('2013 1 3 2020', 'number')).toEqual([]);
    expect(terms('GB/T 34670—2017', 'number')).toEqual(['346702017']);
    expect(terms('well-known state-of-the-art 1.5', 'number')).toEqual([]);
  });
  it('cut a word that no language writes', () => {
    expect(terms('x'.repeat(5000))).toEqual(['x'.repeat(64)]);
  });
});

describe('ranges', () => {
  it('lie in the original text, in order of position, and fold to their term', () => {
    fc.assert(
      fc.property(hard, (text) => {
        for (const { term, kind, start, end } of found(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          // A range covers whole characters, so what it folds to has the term in it.
          if (kind !== 'number' && end - start < 64) expect(foldText(text.slice(start, end))).toContain(term);
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('point at what was written, whatever it folds to', () => {
    const text = 'x ㈱ ﬁlm 鈣\u200b鈦';
    const pair = found(text).find(({ term }) => term === '钙钛')!;
    expect(text.slice(pair.start, pair.end)).toBe('鈣\u200b鈦');
    const word = found(text).find(({ term }) => term === 'film')!;
    expect(text.slice(word.start, word.end)).toBe('ﬁlm');
  });
});
