import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  Achievement,
  AchievementDraft,
  Contact,
  Demand,
  DemandDraft,
  DemandSubmission,
  EventDraft,
  EventRecord,
  Incubator,
  IncubatorDraft,
  Indicator,
  IndicatorDraft,
  LanguageMap,
  Money,
  Organisation,
  PageEnvelope,
  PartialDate,
  Position,
  Timestamp,
  WebUrl,
} from '../../src/domain/index.js';

const base = {
  id: 'ach_1',
  status: 'published',
  title: { 'zh-CN': '一种钙钛矿太阳能电池', en: 'A perovskite solar cell' },
  lang: 'zh-CN',
  source: { name: 'Sample', id: 's-1' },
  createdAt: '2026-05-18T09:00:00+08:00',
  updatedAt: '2026-05-18T01:00:00.123Z',
};
const achievement = { ...base, kind: 'achievement' };
const demand = { ...base, kind: 'demand' };
const incubator = { ...base, kind: 'incubator', carrierType: 'maker-space' };
const event = {
  ...base,
  kind: 'event',
  state: 'scheduled',
  start: '2026-05-18T14:00:00+08:00',
  timeZone: 'Asia/Shanghai',
};
const indicator = { ...base, kind: 'indicator', code: 'contracts', basis: 'annualNew', observations: [] };

/** `path: message` of everything that is wrong. */
function faults(schema: z.core.$ZodType, value: unknown): string[] {
  const result = z.safeParse(schema, value);
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
const paths = (schema: z.core.$ZodType, value: unknown): string[] =>
  faults(schema, value).map((fault) => fault.slice(0, fault.indexOf(':')));

describe.each([
  ['Achievement', Achievement, AchievementDraft, achievement],
  ['Demand', Demand, DemandDraft, demand],
  ['Incubator', Incubator, IncubatorDraft, incubator],
  ['EventRecord', EventRecord, EventDraft, event],
  ['Indicator', Indicator, IndicatorDraft, indicator],
] as const)('%s', (_name, schema, draft, record) => {
  it('accepts a record that says no more than it has to', () => {
    expect(faults(schema, record)).toEqual([]);
  });
  it('ignores what a newer platform adds', () => {
    expect(schema.parse({ ...record, quantumReady: true })).toEqual(record);
  });
  it('lets a status pass that it does not know', () => {
    expect(faults(schema, { ...record, status: 'on-fire' })).toEqual([]);
  });
  it('names the field that is missing', () => {
    expect(paths(schema, { ...record, title: undefined, source: { name: 'Sample' } })).toEqual(['title', 'source.id']);
  });
  it('refuses a record of another kind', () => {
    expect(paths(schema, { ...record, kind: 'boat' })).toEqual(['kind']);
  });
  it('takes a draft without what the platform assigns', () => {
    const { id: _id, status: _status, source: _source, createdAt: _c, updatedAt: _u, ...sent } = record;
    expect(faults(draft, sent)).toEqual([]);
    expect(draft.parse({ ...sent, id: 'mine', status: 'published' })).toEqual(sent);
  });
  it('answers any JSON with a verdict, never with an exception', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof z.safeParse(schema, value).success === 'boolean'));
  });
});

describe('Achievement', () => {
  it('points into lists and nested records', () => {
    const bad = {
      ...achievement,
      ip: [{ kind: 'invention' }, { kind: '' }],
      readiness: [{ scheme: 'iso-16290-2013', level: 14 }],
      price: { amount: 20, currency: 'CNY', unit: '万' },
      keywords: { 'zh-CN': ['光伏', ''] },
      publicNotice: { start: '2026-05-01', end: '2026-05-1' },
    };
    expect(paths(Achievement, bad).toSorted()).toEqual([
      'ip.1.kind',
      'keywords.zh-CN.1',
      'price.unit',
      'publicNotice.end',
      'readiness.0.level',
    ]);
  });
  it('lets codes pass that it does not know', () => {
    const open = { ...achievement, transferModes: ['barter'], fields: [{ scheme: 'text', code: '教育事业发展' }] };
    expect(faults(Achievement, open)).toEqual([]);
  });
  it('takes keywords by language only', () => {
    const hostile = JSON.parse('{"__proto__": ["x"]}') as object;
    expect(z.safeParse(Achievement, { ...achievement, keywords: { 关键词: ['光伏'] } }).success).toBe(false);
    expect(Object.keys(Achievement.safeParse({ ...achievement, keywords: hostile }).data?.keywords ?? {})).toEqual([]);
  });
  it('keeps unknown and zero apart: an empty text is refused', () => {
    expect(paths(Achievement, { ...achievement, registrationNo: '' })).toEqual(['registrationNo']);
  });
});

describe('Demand', () => {
  const submitter = {
    organisation: { name: { 'zh-CN': '示例企业' } },
    person: '示例联系人',
    email: 'office@example.org',
  };
  const consents = [{ purpose: 'contact', recipient: '示例平台', textVersion: '1' }];

  it('drops private data that comes with a public record', () => {
    expect(Demand.parse({ ...demand, submitter, triage: { complexity: 'simple' } })).toEqual(demand);
  });
  it('takes figures to reach with operator and unit', () => {
    const indicators = [{ name: { 'zh-CN': '耐压' }, operator: '>=', value: 35, unit: 'kV' }];
    expect(Demand.parse({ ...demand, indicators }).indicators).toEqual(indicators);
    expect(paths(Demand, { ...demand, indicators: [{ ...indicators[0], value: '35' }] })).toEqual([
      'indicators.0.value',
    ]);
  });
  it('asks a submitter for a way to answer and for a consent', () => {
    const submission = { draft: { kind: 'demand', title: demand.title, lang: 'zh-CN' }, submitter, consents };
    expect(faults(DemandSubmission, submission)).toEqual([]);
    expect(faults(DemandSubmission, { ...submission, submitter: { ...submitter, email: undefined } })).toEqual([
      'submitter.phone: needs a phone number or an e-mail address',
    ]);
    expect(faults(DemandSubmission, { ...submission, consents: [] })).toEqual(['consents: needs at least one consent']);
  });
});

describe('Incubator', () => {
  it('takes a place in WGS-84, areas, recognitions and an enclave', () => {
    const full = {
      ...incubator,
      position: [119.97, 30.28],
      boundary: [
        [
          [119, 30],
          [120, 30],
          [120, 31],
          [119, 30],
        ],
      ],
      area: { total: 20000, available: 0 },
      recognitions: [{ level: 'municipal', year: 2024, certificateNo: '示例-001' }],
      enclave: { origin: { name: { 'zh-CN': '甲地' } }, host: { name: { 'zh-CN': '乙地' }, region: '330110' } },
    };
    expect(Incubator.parse(full)).toEqual(full);
  });
  it('refuses latitude before longitude, negative areas and shares over the whole', () => {
    const bad = { ...incubator, position: [30.28, 119.97], area: { total: -1 }, occupancyPercent: 101 };
    expect(paths(Incubator, bad)).toEqual(['position.1', 'area.total', 'occupancyPercent']);
  });
});

describe('EventRecord', () => {
  it('takes all-day events as dates and others as times with an offset', () => {
    expect(faults(EventRecord, { ...event, allDay: true, start: '2026-05-18', end: '2026-05-18' })).toEqual([]);
    expect(faults(EventRecord, { ...event, end: '2026-05-18T09:30:00Z' })).toEqual([]);
  });
  it('refuses times that contradict allDay', () => {
    expect(paths(EventRecord, { ...event, allDay: true })).toEqual(['start']);
    expect(paths(EventRecord, { ...event, start: '2026-05-18' })).toEqual(['start']);
  });
  it('refuses an end before the start, also across offsets, or in another form', () => {
    expect(paths(EventRecord, { ...event, end: '2026-05-18T05:59:00Z' })).toEqual(['end']);
    expect(paths(EventRecord, { ...event, end: '2026-05-19' })).toEqual(['end']);
    expect(paths(EventDraft, { ...event, end: '2026-05-17T14:00:00+08:00' })).toEqual(['end']);
  });
  it('refuses local times without an offset, since nobody could tell when it starts', () => {
    expect(paths(EventRecord, { ...event, start: '2026-05-18T14:00:00' })).toContain('start');
  });
  it('names the zone that times are announced in, and refuses abbreviations, which several zones share', () => {
    expect(faults(EventRecord, { ...event, timeZone: 'America/Argentina/Buenos_Aires' })).toEqual([]);
    for (const timeZone of ['CST', 'UTC+8', '+08:00', '北京时间', '']) {
      expect(faults(EventRecord, { ...event, timeZone })).toEqual([
        'timeZone: needs an IANA time zone such as Asia/Shanghai',
      ]);
    }
  });
  it('keeps a result of zero and leaves an uncounted one absent', () => {
    expect(EventRecord.parse({ ...event, result: { deals: 0 } }).result).toEqual({ deals: 0 });
  });
});

describe('Indicator', () => {
  const observed = (observation: object): object => ({
    ...indicator,
    observations: [{ periodStart: '2025', periodEnd: '2025', ...observation }],
  });

  it('takes zero as a value', () => {
    expect(faults(Indicator, observed({ value: 0 }))).toEqual([]);
  });
  it('takes an unknown figure only with the reason for its absence', () => {
    expect(faults(Indicator, observed({ absence: 'not-available' }))).toEqual([]);
    expect(faults(Indicator, observed({}))).toEqual([
      'observations.0.value: needs either a value or the reason for its absence',
    ]);
    expect(paths(Indicator, observed({ value: 0, absence: 'not-available' }))).toEqual(['observations.0.value']);
  });
  it('refuses "na" as a figure', () => {
    expect(paths(Indicator, observed({ value: 'na' }))).toContain('observations.0.value');
  });
  it('keeps what a figure was before it was corrected', () => {
    const revisions = [{ value: 290, replacedAt: '2026-02-01T00:00:00Z', reason: { 'zh-CN': '补报' } }];
    expect(faults(Indicator, observed({ value: 301, revisions }))).toEqual([]);
  });
});

describe('LanguageMap', () => {
  it('is never empty, has no empty text and only language tags as keys', () => {
    expect(faults(LanguageMap, {})).toEqual([': needs text in at least one language']);
    expect(paths(LanguageMap, { en: '' })).toEqual(['en']);
    expect(z.safeParse(LanguageMap, { 中文: '电池' }).success).toBe(false);
    expect(z.safeParse(LanguageMap, { 'zh-Hant-TW': '電池' }).success).toBe(true);
  });
});

describe('WebUrl', () => {
  it.each([
    'https://example.org',
    'HTTP://example.org/a?b=c#d',
    'https://例子.测试/路径',
    'http://[2001:db8::1]:8080/',
  ])('takes %s', (url) => {
    expect(faults(WebUrl, url)).toEqual([]);
  });
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://example.org',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'blob:https://example.org/1',
    '//example.org',
    '/relative',
    'https://',
    'https:example.org',
    'https://exa mple.org',
    'https://example.org/\njavascript:alert(1)',
    `https://example.org/${'a'.repeat(2048)}`,
    '',
  ])('refuses %j', (url) => {
    expect(z.safeParse(WebUrl, url).success).toBe(false);
  });
  it('takes nothing that a browser would open as another scheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (noise, url) => {
        for (const candidate of [noise, noise + url, url + noise]) {
          if (z.safeParse(WebUrl, candidate).success && URL.canParse(candidate)) {
            expect(new URL(candidate).protocol).toMatch(/^https?:$/);
          }
        }
      }),
    );
  });
});

describe('dates and times', () => {
  it.each(['2024', '2024-06', '2024-06-30'])('PartialDate takes %s', (date) => {
    expect(faults(PartialDate, date)).toEqual([]);
  });
  it.each(['24', '2024-13', '2024-6', '2024-06-32', '2024-06-30T00:00:00Z', '2024/06/30', '二〇二四年'])(
    'PartialDate refuses %s and says what it wants',
    (date) => {
      expect(faults(PartialDate, date)).toEqual([': needs a date such as 2024, 2024-06 or 2024-06-30']);
    },
  );
  it('Timestamp takes whatever a Date writes', () => {
    const recent = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(recent, (date) => z.safeParse(Timestamp, date.toISOString()).success));
  });
  it.each(['2024-06-30', '2024-06-30T09:00:00', '2024-06-30T25:00:00Z', '2024-06-30 09:00:00Z', '1719700000'])(
    'Timestamp refuses %s',
    (time) => {
      expect(z.safeParse(Timestamp, time).success).toBe(false);
    },
  );
});

describe('Contact', () => {
  it.each(['tto@example.org', "o'neil.b+c_d-e@mail.example.org", 'x@a.xn--p1ai'])('takes %s', (email) => {
    expect(faults(Contact, { email })).toEqual([]);
  });
  it.each(['tto', 'a@b', 'a@b.c?cc=d@e.org', 'a@b.org,c@d.org', 'a@@b.org', '.a@b.org', 'a@b.org\n', 'a b@c.org', ''])(
    'refuses %j as an e-mail address',
    (email) => {
      expect(faults(Contact, { email })).toEqual(['email: needs an e-mail address']);
    },
  );
});

describe('Money, Organisation and Position', () => {
  it('never takes an amount without currency and unit', () => {
    expect(paths(Money, { amount: 20 })).toEqual(['currency', 'unit']);
    expect(paths(Money, { amount: '20', currency: 'CNY', unit: '万元' })).toEqual(['amount']);
    expect(paths(Money, { amount: Number.NaN, currency: 'CNY', unit: '万元' })).toEqual(['amount']);
  });
  it('checks the form of a credit code and of a region', () => {
    const name = { 'zh-CN': '示例研究院' };
    expect(faults(Organisation, { name, creditCode: '91330110MA00000000', region: '330110' })).toEqual([]);
    expect(paths(Organisation, { name, creditCode: '9133011OMA00000000', region: '33011' })).toEqual([
      'creditCode',
      'region',
    ]);
  });
  it('refuses a place off the globe', () => {
    expect(paths(Position, [181, 91])).toEqual(['0', '1']);
    expect(z.safeParse(Position, [120]).success).toBe(false);
  });
});

describe('PageEnvelope', () => {
  it('leaves the items to be parsed one by one', () => {
    const page = { items: [{ broken: true }, 7], total: 2, facets: [], asOf: base.updatedAt, source: 'Sample' };
    expect(PageEnvelope.parse(page)).toEqual(page);
  });
  it('refuses a page without its total', () => {
    expect(paths(PageEnvelope, { items: [], facets: [], asOf: base.updatedAt, source: 'Sample' })).toEqual(['total']);
  });
});
