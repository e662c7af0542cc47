import { describe, expect, it } from 'vitest';
import { definition as achievement } from '../../../src/elements/achievement-form/full/achievement-full-part.js';
import { definition as demand } from '../../../src/elements/demand-form/full/demand-full-part.js';
import { definition as enquiry } from '../../../src/elements/enquiry-form/full/enquiry-full-part.js';
import { type Checked, checkForm, faultsFrom } from '../../../src/ui/form/check.js';
import { countCharacters } from '../../../src/ui/form/count-characters.js';
import type { FormDefinition } from '../../../src/ui/form/definition.js';
import { entryAt, type Values, withEntry } from '../../../src/ui/form/values.js';
import { sampleSettings } from '../../support/fake-submissions.js';

function check(definition: FormDefinition, values: Values, more: { lang?: 'zh-CN' | 'en' } = {}): Checked {
  return checkForm({
    definition,
    values,
    lang: more.lang ?? 'zh-CN',
    isRequired: ({ isRequired = false }) => isRequired,
    consents: sampleSettings.consents,
    files: undefined,
  });
}

const codes = ({ faults }: Checked): Record<string, string> =>
  Object.fromEntries([...faults].map(([key, { code }]) => [key, code]));

const whole: Values = {
  title: { 'zh-CN': '电机用耐高温绝缘漆', en: 'Insulating varnish' },
  problem: { 'zh-CN': '200 ℃ 以上开裂。' },
  indicators: [
    { name: '耐温', operator: 'range', value: '２２０', upper: '240', unit: '℃' },
    {},
    { name: '击穿电压', value: '3.5万', unit: 'V' },
  ],
  keywords: { 'zh-CN': '绝缘漆、电机，耐高温' },
  field: ['hightech-8:new-materials', '特种涂料'],
  demandType: 'breakthrough',
  cooperationModes: ['commissioned-development', 'licence'],
  budget: { min: '50', max: '80万', negotiable: 'on' },
  deadline: '2027-06-30',
  organisation: '示例电机有限公司',
  creditCode: '９１１１０１０８５６０４１４１３１Ｘ',
  person: ' 王工 ',
  phone: '０５７１－８８００００００',
  consents: { contact: 'on' },
};

describe('what a form makes of what was typed', () => {
  it('is the body that the platform takes, and nothing that nobody typed', () => {
    const { body } = check(demand, { ...whole, creditCode: '' });
    expect(body).toEqual({
      draft: {
        kind: 'demand',
        lang: 'zh-CN',
        title: { 'zh-CN': '电机用耐高温绝缘漆', en: 'Insulating varnish' },
        problem: { 'zh-CN': '200 ℃ 以上开裂。' },
        indicators: [
          { name: { 'zh-CN': '耐温' }, operator: 'range', value: 220, upper: 240, unit: '℃' },
          { name: { 'zh-CN': '击穿电压' }, operator: '>=', value: 35_000, unit: 'V' },
        ],
        keywords: { 'zh-CN': ['绝缘漆', '电机', '耐高温'] },
        fields: [
          { scheme: 'hightech-8', code: 'new-materials' },
          { scheme: 'text', code: '特种涂料' },
        ],
        demandType: 'breakthrough',
        cooperationModes: ['commissioned-development', 'licence'],
        budget: {
          min: { amount: 50, currency: 'CNY', unit: '万元' },
          max: { amount: 80, currency: 'CNY', unit: '万元' },
          negotiable: true,
        },
        deadline: '2027-06-30',
        owner: { name: { 'zh-CN': '示例电机有限公司' } },
      },
      submitter: {
        organisation: { name: { 'zh-CN': '示例电机有限公司' } },
        person: '王工',
        phone: '0571-88000000',
      },
      consents: [{ purpose: 'contact', recipient: '示例平台', textVersion: 'contact-2026-11-29' }],
    });
    expect(codes(check(demand, { ...whole, creditCode: '' }))).toEqual({});
  });

  it('does not name who wants to stay unnamed', () => {
    const { body } = check(demand, { ...whole, creditCode: '', anonymous: 'on' });
    expect(body['draft']).toMatchObject({ anonymous: true });
    expect(body['draft']).not.toHaveProperty('owner');
  });

  it('keeps money in the words of whoever cannot put a figure to it', () => {
    const { body } = check(demand, { ...whole, budget: { max: '视方案而定' } });
    expect(body['draft']).toMatchObject({ budget: { text: '视方案而定' } });
  });

  it('says what is missing, in reading order', () => {
    expect(codes(check(demand, {}))).toEqual({
      'title.zh-CN': 'required',
      'problem.zh-CN': 'required',
      organisation: 'required',
      person: 'required',
      phone: 'reach',
      'consents.contact': 'consent',
    });
    expect(codes(check(enquiry, {}))).toMatchObject({ topic: 'choose', message: 'required', person: 'required' });
  });

  it('says what is wrong, at the field where it was typed', () => {
    const faulty: Values = {
      ...whole,
      title: { 'zh-CN': '字'.repeat(61) },
      indicators: [
        { name: '耐温', value: '二百' },
        { name: '', value: '35' },
        { name: '范围', operator: 'range', value: '9', upper: '3' },
      ],
      budget: { min: '90万', max: '80万' },
      creditCode: '911101085604141310',
      phone: '12',
      email: 'wang@',
    };
    expect(codes(check(demand, faulty))).toEqual({
      'title.zh-CN': 'tooLong',
      'indicators.0.value': 'number',
      'indicators.1.name': 'required',
      'indicators.2.upper': 'upper',
      'budget.max': 'upper',
      creditCode: 'creditCode',
      phone: 'phone',
      email: 'email',
    });
  });

  it('brings the faults that a platform finds to their fields, whatever rows were left empty', () => {
    const { places } = check(demand, whole);
    const told = faultsFrom(
      [
        { path: 'draft.indicators.1.value', code: 'too_big', message: '不得大于 100。' },
        { path: 'submitter.organisation.creditCode', code: 'invalid', message: '查无此码。' },
        { path: 'draft.region', code: 'invalid_format', message: '格式有误。' },
        { path: 'consents.0.textVersion', code: 'invalid_value', message: '请重新阅读。' },
      ],
      places,
    );
    expect([...told.keys()]).toEqual(['indicators.2.value', 'creditCode', 'region', 'consents.contact']);
  });

  it('reads a result with every kind of field', () => {
    const { body, faults } = check(achievement, {
      ...whole,
      creditCode: '',
      indicators: { 'zh-CN': '附着力 ≥ 5 MPa' },
      summary: { 'zh-CN': '一种绝缘漆。' },
      innovationPoints: { 'zh-CN': '不含溶剂\n\n常温固化' },
      completers: '王工、李工',
      readiness: 'cn-registration-3:2',
      transferModes: ['licence'],
      price: { price: '300' },
      ip: [{ kind: 'invention', title: '一种绝缘漆', patentNo: 'ZL202610000000.0' }],
      ownershipShares: [{ holder: '王工', percent: '70' }],
      startDate: '2024-03',
      publicEmail: 'tto@example.com',
    });
    expect([...faults]).toEqual([]);
    expect(body['draft']).toMatchObject({
      innovationPoints: [{ 'zh-CN': '不含溶剂' }, { 'zh-CN': '常温固化' }],
      completers: [{ name: '王工' }, { name: '李工' }],
      readiness: [{ scheme: 'cn-registration-3', level: 2 }],
      price: { amount: 300, currency: 'CNY', unit: '万元' },
      ip: [{ kind: 'invention', title: { 'zh-CN': '一种绝缘漆' }, patentNo: 'ZL202610000000.0' }],
      ownershipShares: [{ holder: '王工', percent: 70 }],
      startDate: '2024-03',
      contact: { email: 'tto@example.com' },
    });
  });

  it('takes the language of the only title for that of the record', () => {
    const { body } = check(demand, { ...whole, title: { en: 'Varnish' } });
    expect(body['draft']).toMatchObject({ lang: 'en' });
  });
});

describe('entries by key', () => {
  it('come and go without a trace', () => {
    const one = withEntry({}, 'indicators.1.unit', 'kV');
    expect(entryAt(one, 'indicators.1.unit')).toBe('kV');
    expect(withEntry({ title: { en: 'x' } }, 'title.en', '')).toEqual({});
    expect(withEntry({}, '__proto__.x', 'y')).not.toHaveProperty('x');
    expect(entryAt({}, 'constructor.name')).toBeUndefined();
  });
});

describe('characters', () => {
  it.each([
    ['耐高温', 3],
    ['Ｆｕｌｌ', 4],
    ['👨‍👩‍👧', 1],
    ['é', 1],
    ['𠮷野家', 3],
    ['', 0],
  ])('%s has %i, as people count', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});
