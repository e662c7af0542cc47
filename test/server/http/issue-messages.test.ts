import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Achievement } from '../../../src/domain/achievement.js';
import { faultsOf } from '../../../src/server/http/issue-messages.js';
import type { Language } from '../../../src/server/language.js';
import { NEEDS_IN_CHINESE } from '../../../src/server/http/need-texts.js';
import { achievement } from './support.js';

function faults(changes: Record<string, unknown>, lang: Language = 'en'): unknown[] {
  const input = { ...achievement('a'), ...changes };
  const { error } = Achievement.safeParse(input);
  return faultsOf(error?.issues ?? [], input, lang).map(({ path, code, message }) => [path, code, message]);
}

describe('the faults of a record', () => {
  it.each<[Record<string, unknown>, string, string, string]>([
    [{ title: undefined }, 'title', 'missing', 'This field is missing. Add it.'],
    [{ title: 'text' }, 'title', 'invalid_type', 'This is of the wrong type. Give a JSON object.'],
    [{ title: {} }, 'title', 'invalid', 'This value is not valid: it needs text in at least one language.'],
    [{ registrationNo: '' }, 'registrationNo', 'too_short', 'This is empty. Fill it in or leave the field out.'],
    [{ title: { en: 'x'.repeat(60_001) } }, 'title.en', 'too_long', 'Up to 60000 characters are accepted. Shorten it.'],
    [{ negotiable: 'yes' }, 'negotiable', 'invalid_type', 'This is of the wrong type. Give true or false.'],
    [{ ip: {} }, 'ip', 'invalid_type', 'This is of the wrong type. Give a list (a JSON array).'],
    [
      { readiness: [{ scheme: 'cn-13', level: 1.5 }] },
      'readiness.0.level',
      'invalid_type',
      'This is of the wrong type. Give a whole number.',
    ],
    [{ kind: 'demand' }, 'kind', 'invalid_value', 'Use one of: achievement.'],
    [
      { region: '33' },
      'region',
      'invalid_format',
      'The format is wrong: it needs the six digits of a GB/T 2260 region.',
    ],
    [{ readiness: [{ scheme: 'cn-13', level: 14 }] }, 'readiness.0.level', 'too_big', 'Give at most 13.'],
    [{ readiness: [{ scheme: 'cn-13', level: 0 }] }, 'readiness.0.level', 'too_small', 'Give at least 1.'],
  ])('say where, what kind and what to do: %j', (changes, path, code, message) => {
    expect(faults(changes)).toEqual([[path, code, message]]);
  });

  it('are told in Chinese', () => {
    expect(faults({ publishedOn: '去年', title: {} }, 'zh-CN')).toEqual([
      ['title', 'invalid', '此值有误：请至少填写一种语言的文本。'],
      ['publishedOn', 'invalid_format', '格式有误：请填写日期，例如 2024、2024-06 或 2024-06-30。'],
    ]);
  });

  it('have Chinese words for everything that a schema needs', () => {
    const folder = 'src/domain';
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const needs = sources.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/'needs [^']+'/g) ?? []);
    expect(needs.length).toBeGreaterThan(10);
    expect(needs.map((need) => need.slice(1, -1)).filter((need) => !NEEDS_IN_CHINESE[need])).toEqual([]);
  });
});
