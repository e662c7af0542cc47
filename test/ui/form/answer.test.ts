import { describe, expect, it } from 'vitest';
import { definition as achievement } from '../../../src/elements/achievement-form/full/achievement-full-part.js';
import { definition as shortAchievement } from '../../../src/elements/achievement-form/fields.js';
import { definition as demand } from '../../../src/elements/demand-form/full/demand-full-part.js';
import { definition as shortDemand } from '../../../src/elements/demand-form/fields.js';
import { definition as enquiry } from '../../../src/elements/enquiry-form/full/enquiry-full-part.js';
import { definition as shortEnquiry } from '../../../src/elements/enquiry-form/fields.js';
import { checkForm } from '../../../src/ui/form/check.js';
import type { FormDefinition } from '../../../src/ui/form/definition.js';
import { decompose } from '../../../src/ui/form/lazy/decompose.js';
import { layOver, type Sent } from '../../../src/ui/form/lazy/lay-over.js';
import { type Entry, type Values, withEntry } from '../../../src/ui/form/values.js';
import { sampleSettings } from '../../support/fake-submissions.js';
import {
  exampleAchievementSubmission,
  exampleDemandSubmission,
  exampleEnquirySubmission,
} from '../../../src/server/exchange/openapi-submission-examples.js';

// The bodies of the published document
const sentDemand = exampleDemandSubmission as unknown as Sent;
const sentAchievement = exampleAchievementSubmission as unknown as Sent;
const sentEnquiry = exampleEnquirySubmission as unknown as Sent;

function compose(definition: FormDefinition, values: Values): Record<string, unknown> {
  return checkForm({
    definition,
    values,
    lang: 'zh-CN',
    isRequired: ({ isRequired = false }) => isRequired,
    consents: sampleSettings.consents,
    files: undefined,
  }).body;
}

/** What is sent after `changes` by key. */
function answer(definition: FormDefinition, sent: Sent, changes: Readonly<Record<string, Entry>> = {}): Sent {
  let values = decompose(definition, sent);
  for (const [key, entry] of Object.entries(changes)) values = withEntry(values, key, entry);
  const { draft, submitter } = layOver(sent, compose(definition, values), values, definition);
  return { draft, submitter } as Sent;
}

const whole = [
  ['demand', demand, sentDemand],
  ['demand, short', shortDemand, sentDemand],
  ['achievement', achievement, sentAchievement],
  ['achievement, short', shortAchievement, sentAchievement],
  ['enquiry', enquiry, sentEnquiry],
  ['enquiry, short', shortEnquiry, sentEnquiry],
] as const;

describe('what was sent, in a form again', () => {
  it.each(whole)('comes back word for word where nothing is changed: %s', (_, definition, sent) => {
    expect(answer(definition, sent)).toEqual({ draft: sent.draft, submitter: sent.submitter });
  });

  it('is what the fields of the full form make of it, without any help of what was sent', () => {
    // All of it has a field, but for the region of the owner
    const { draft, submitter } = compose(demand, decompose(demand, sentDemand)) as unknown as Sent;
    expect(submitter).toEqual(sentDemand.submitter);
    const { region: _, ...owner } = sentDemand.draft['owner'] as Record<string, unknown>;
    expect(draft).toEqual({ ...sentDemand.draft, owner });
  });

  it.each(whole)('is made of nothing that was not there: %s', (_, definition, sent) => {
    const { draft, submitter } = compose(definition, decompose(definition, sent)) as unknown as Sent;
    expect(sent).toMatchObject({ draft, submitter });
    expect(Object.keys(draft).length).toBeGreaterThan(3);
  });

  it('shows every change, and keeps what no field shows', () => {
    const { draft, submitter } = answer(achievement, sentAchievement, {
      'title.zh-CN': '更好的标题',
      'ip.0.patentNo': 'ZL202410000001.X',
      completers: '周某某、吴某某',
      'price.price': '70',
      phone: '0571-1234567',
    });
    expect(draft).toEqual({
      ...sentAchievement.draft,
      title: { 'zh-CN': '更好的标题' },
      ip: [{ ...(sentAchievement.draft['ip'] as object[])[0], patentNo: 'ZL202410000001.X' }],
      completers: [(sentAchievement.draft['completers'] as object[])[1], { name: '吴某某' }],
      price: { amount: 70, currency: 'CNY', unit: '万元' },
    });
    expect(submitter).toEqual({ ...sentAchievement.submitter, phone: '0571-1234567' });
  });

  it('keeps what belongs to a row when one before it is removed', () => {
    const rows = sentDemand.draft['indicators'] as object[];
    const sent = {
      ...sentDemand,
      draft: { ...sentDemand.draft, indicators: rows.map((row, at) => ({ ...row, note: at })) },
    };
    const [, second, third] = decompose(demand, sent)['indicators'] as Entry[];
    const { draft } = answer(demand, sent, { indicators: [second ?? {}, { ...(third as Values), unit: 'rpm' }] });
    expect(draft['indicators']).toEqual([
      { ...rows[1], note: 1 },
      { ...rows[2], note: 2, unit: 'rpm' },
    ]);
  });

  it('takes away what was emptied, and what was only there for it', () => {
    const sent = { ...sentAchievement, draft: { ...sentAchievement.draft, tryFirst: { freeMonths: 6 } } };
    const { draft } = answer(achievement, sent, { freeMonths: '', benefit: '', innovationPoints: {} });
    expect(Object.keys(draft)).not.toEqual(expect.arrayContaining(['tryFirst']));
    expect(draft['benefit']).toBeUndefined();
    expect(draft['innovationPoints']).toBeUndefined();
  });

  it('keeps terms and levels that a field does not offer', () => {
    const { draft } = answer(shortAchievement, sentAchievement, { readiness: 'cn-registration-3:2' });
    expect(draft['readiness']).toEqual([
      { scheme: 'cn-registration-3', level: 2 },
      ...(sentAchievement.draft['readiness'] as object[]),
    ]);
  });

  it('names the owner anew with the organisation, and no more once it is not to be named', () => {
    const renamed = answer(demand, sentDemand, { organisation: '新名机床有限公司' });
    expect(renamed.draft['owner']).toEqual({
      name: { 'zh-CN': '新名机床有限公司' },
      creditCode: '91330110MA2B00001P',
      region: '330110',
    });
    expect(answer(demand, sentDemand, { anonymous: 'on' }).draft).not.toHaveProperty('owner');
  });

  it('reads money in any unit, as a range, and in words', () => {
    const money = (amount: number, unit: string): object => ({ amount, currency: 'CNY', unit });
    const values = (definition: FormDefinition, budget: object): unknown =>
      decompose(definition, { draft: { budget } })['budget'];
    expect(values(demand, { min: money(8000, '元'), max: money(5, '万元') })).toEqual({
      min: '8000',
      max: '50000',
      unit: '元',
    });
    expect(values(enquiry, { min: money(80, '万元'), max: money(150, '万元') })).toEqual({
      max: '80-150',
      unit: '万元',
    });
    expect(values(enquiry, { text: '50 万元以内', negotiable: true })).toEqual({
      max: '50 万元以内',
      negotiable: 'on',
    });
    expect(values(demand, { max: { amount: 5, currency: 'USD', unit: '万元' } })).toBeUndefined();
  });

  it('ignores names that every object has', () => {
    const sent = JSON.parse('{"draft":{"title":{"__proto__":"x"},"kind":"demand"},"submitter":{}}') as Sent;
    expect(decompose(demand, sent)).toEqual({});
  });
});
