import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { achievementIndex, demandIndex, eventIndex, incubatorIndex } from '../../src/search/index.js';
import { B, K1 } from '../../src/search/ranking.js';

/** Its tables are aligned by the formatter. */
const page = readFileSync(new URL('../../docs/ranking.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');

describe('the page on ranking', () => {
  it('prints the weights that the search has', () => {
    for (const { kind, fields } of [achievementIndex, demandIndex, incubatorIndex, eventIndex]) {
      const weights = fields.map(({ name, weight }) => `${name} ${weight}`).join(', ');
      expect(page).toContain(`| ${kind} | ${weights} |\n`);
    }
  });
  it('prints its constants', () => {
    expect(page).toContain(`k1 is ${K1} and b is ${B}.`);
  });
});
