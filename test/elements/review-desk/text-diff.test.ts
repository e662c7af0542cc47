import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText, type Stretch } from '../../../src/elements/review-desk/compare/text-diff.js';

const written = (stretches: readonly Stretch[]): string =>
  stretches.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('');

describe('the difference of two texts', () => {
  it.each([
    ['循环寿命超过一千次。', '循环寿命超过两千次。', '循环寿命超过[-一-]{+两+}千次。'],
    ['about 20 minutes', 'about 15 minutes', 'about [-20-]{+15+} minutes'],
    ['检出灵敏度', '检出灵敏度（pC）', '检出灵敏度{+（pC）+}'],
    ['家庭👨‍👩‍👧用', '家庭👩‍👧用', '家庭[-👨‍👩‍👧-]{+👩‍👧+}用'],
    ['一致', '一致', '一致'],
    ['', '新', '{+新+}'],
    ['旧', '', '[-旧-]'],
  ])('of “%s” and “%s” is “%s”', (before, after, expected) => {
    expect(written(diffText(before, after))).toBe(expected);
  });

  it('takes one character that is equal by chance for changed, for nobody reads confetti', () => {
    expect(written(diffText('电机的控制', '阀门的监测'))).toBe('[-电机的控制-]{+阀门的监测+}');
  });

  it('gives both texts back to the last character, whatever they are', () => {
    const text = fc.string({
      unit: fc.constantFrom('中', '文', 'a', 'b', ' ', '\n', '👍🏽', '<', '\u0301', '9'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = diffText(before, after);
        const of = (kind: Stretch['kind']): string =>
          stretches
            .filter((each) => each.kind === 'same' || each.kind === kind)
            .map((each) => each.text)
            .join('');
        expect(of('removed')).toBe(before);
        expect(of('added')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('ends soon for two long texts that have nothing in common', () => {
    const started = performance.now();
    const stretches = diffText('甲乙丙丁'.repeat(5000), '子丑寅卯'.repeat(5000));
    expect(stretches.map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
