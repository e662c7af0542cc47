import { pinyin } from 'pinyin-pro';
import { foldText } from './fold.js';
import type { Phonetics } from './phonetics.js';

/**
 * Readings of Chinese characters, from pinyin-pro (300 KB). A module of its own: who does not search by pinyin does not
 * load it.
 */
export function pinyinPhonetics(): Phonetics {
  return {
    readings(character) {
      if (!/^\p{Script=Han}$/u.test(character)) return [];
      const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array' });
      // ü is typed as u or v; both fold to u.
      return [...new Set(readings.map(foldText).filter((reading) => /^[a-z]+$/.test(reading)))];
    },
  };
}
