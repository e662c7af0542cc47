import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Achievement } from '../../src/domain/achievement.js';
import { Highlights, PageEnvelope } from '../../src/domain/page.js';
import { Problem } from '../../src/domain/problem.js';
import {
  AchievementSubmission,
  DemandSubmission,
  EnquirySubmission,
  SubmissionSettings,
  SubmissionState,
} from '../../src/domain/submission.js';
import { issuesOf } from '../../src/sdk/parse.js';

const schemas = {
  Achievement,
  Highlights,
  PageEnvelope,
  Problem,
  DemandSubmission,
  AchievementSubmission,
  EnquirySubmission,
  SubmissionSettings,
  SubmissionState,
} satisfies Record<string, z.ZodMiniType>;
type Name = keyof typeof schemas;
let inPage: Record<Name, z.ZodMiniType>;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('zod/mini', () => import('../../src/embed/zod-mini.js'));
  inPage = {
    ...(await import('../../src/domain/achievement.js')),
    ...(await import('../../src/domain/page.js')),
    ...(await import('../../src/domain/problem.js')),
    ...(await import('../../src/domain/submission.js')),
  };
});
afterAll(() => {
  vi.doUnmock('zod/mini');
  vi.resetModules();
});

/** The data, or the first fault at each place: zod looks at the length of a value that is of the wrong type, too. */
function verdict(schema: z.ZodMiniType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  return {
    faults: new Map(
      issuesOf(result.error)
        .toReversed()
        .map(({ path, message }) => [path, message]),
    ),
  };
}

const samples = readFileSync(new URL('../../demo/sample/achievements.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line, index) =>
    Object.assign(JSON.parse(line) as object, {
      id: `ach_${index}`,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-02T00:00:00+08:00',
    }),
  );
const consents = [{ purpose: 'contact', recipient: '示例平台', textVersion: '2026-11-29' }];
const person = { person: '王工', role: '研发负责人', phone: '0571-8888 8888', email: 'wang@example.com' };
const valid: Record<Name, unknown[]> = {
  DemandSubmission: [
    {
      draft: {
        kind: 'demand',
        title: { 'zh-CN': '耐高温密封材料' },
        lang: 'zh-CN',
        indicators: [{ name: { 'zh-CN': '耐温' }, operator: 'range', value: 300, upper: 350, unit: '℃' }],
        budget: { max: { amount: 50, currency: 'CNY', unit: '万元' }, negotiable: true, text: '视方案' },
        cooperationModes: ['licence'],
      },
      submitter: { organisation: { name: { 'zh-CN': '示例公司' }, creditCode: '91330110MA2H00000X' }, ...person },
      consents,
      attachments: ['a1'],
      challenge: 'x',
      website: '',
    },
    {
      draft: { kind: 'demand', title: { en: 'Seal' }, lang: 'en' },
      submitter: { organisation: { name: { en: 'A' } }, person: 'B', phone: '123' },
      consents,
    },
  ],
  AchievementSubmission: samples.slice(0, 2).map((draft) => ({
    draft,
    submitter: { organisation: { name: { 'zh-CN': '示例大学' } }, ...person },
    consents,
  })),
  EnquirySubmission: [
    {
      draft: {
        kind: 'enquiry',
        about: { kind: 'achievement', id: 'ach_1', title: '钙钛矿' },
        topic: 'licence',
        message: '想了解许可条件',
        lang: 'zh-CN',
        neededBy: '2027-01-31',
      },
      submitter: { person: '李', email: 'li@example.com' },
      consents,
    },
  ],
  SubmissionSettings: [
    {
      consents: [
        { purpose: 'contact', required: true, recipient: '示例平台', textVersion: '1', label: '同意', notice: '说明' },
      ],
      challenge: { algorithm: 'SHA-256', challenge: 'c', maxnumber: 50_000, salt: 's', signature: 'g' },
      attachments: { maxCount: 5, maxBytes: 10_000_000, mediaTypes: ['application/pdf'] },
    },
  ],
  SubmissionState: [
    {
      reference: 'D26-7K4Q-X9MT',
      kind: 'demand',
      status: 'returned',
      title: { 'zh-CN': '耐高温密封材料' },
      receivedAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-02T00:00:00Z',
      steps: [{ status: 'returned', at: '2026-01-02T00:00:00Z', note: { 'zh-CN': '请补充指标' } }],
      notice: { start: '2026-01-02', end: '2026-01-17' },
      consents: [{ ...consents[0], at: '2026-01-01T00:00:00Z' }],
      actions: ['withdraw'],
    },
  ],
  Achievement: samples,
  Highlights: [{ 'title.zh-CN': [[0, 2]], 'summary.en': [] }],
  PageEnvelope: [
    {
      items: [{}, null, 1],
      total: 3,
      facets: [{ id: 'field', label: '技术领域', values: [{ value: 'a', label: 'A', count: 2 }] }],
      ranges: [
        { id: 'price', label: '价格', type: 'money', unit: 'CNY', min: 1, max: 2.5, count: 1 },
        { id: 'published', label: '发布日期', type: 'date', min: '2026-01-01', count: 0 },
      ],
      nextCursor: 'next',
      asOf: '2026-01-01T00:00:00Z',
      source: '示例平台',
      strict: 1,
    },
  ],
  Problem: [
    {
      type: 'about:blank',
      title: 'Bad',
      status: 400,
      errors: [{ path: 'limit', code: 'range', message: 'too large' }],
    },
  ],
};

/** Values that schemas tell apart, beside those that are simply of another type. */
const peculiar = [
  '',
  '2024-02',
  '2024-13',
  'javascript:alert(1)',
  'https://example.org',
  '😀'.repeat(200),
  '😀'.repeat(201),
  'x'.repeat(60_001),
  '\ud800',
  -1,
  0.5,
  14,
  2 ** 53,
  -(2 ** 60),
  Infinity,
  null,
  {},
  [],
  [[1]],
  { 'zh-CN': '' },
  { 'not a tag': 'x', en: 1 },
  JSON.parse('{"__proto__": "x", "en": "y"}') as unknown,
  { constructor: 1 },
];

/** `value` with what stands somewhere inside it replaced, or taken away by `undefined`. */
function changed(value: unknown, steps: readonly number[], part: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return part;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return part;
  const inner = changed((value as Record<string, unknown>)[key], rest, part);
  if (Array.isArray(value)) return value.map((each: unknown, index) => (String(index) === key ? inner : each));
  const { [key]: _, ...others } = value as Record<string, unknown>;
  return inner === undefined ? others : { ...others, [key]: inner };
}

describe.each(Object.keys(valid) as Name[])('%s in the bundle for pages', (name) => {
  it('accepts what is right, and leaves out what it does not know', () => {
    for (const value of valid[name]) {
      expect(inPage[name].safeParse(value).success).toBe(true);
      const more = name === 'Highlights' ? value : { ...(value as object), ofTomorrow: 1 };
      expect(verdict(inPage[name], more)).toEqual(verdict(schemas[name], value));
    }
  });

  it('has the same data, or the same faults in the same places, as zod has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...valid[name]),
        fc.array(
          fc.tuple(
            fc.array(fc.nat(60), { maxLength: 5 }),
            fc.oneof(fc.constantFrom(...peculiar), fc.constant(undefined), fc.jsonValue()),
          ),
          { maxLength: 3 },
        ),
        (value, changes) => {
          const given = changes.reduce<unknown>((before, [steps, part]) => changed(before, steps, part), value);
          expect(verdict(inPage[name], given)).toEqual(verdict(schemas[name], given));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
