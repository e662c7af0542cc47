import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Achievement } from '../../../src/domain/achievement.js';
import { recordId } from '../../../src/domain/record-id.js';
import { readRecord } from '../../../src/server/exchange/read-record.js';
import { ROW_KINDS } from '../../../src/server/exchange/row-kinds.js';

const options = { fallbackSource: 'file', now: '2026-01-02T03:04:05.000Z' };

function map(values: Record<string, unknown>, sourceName?: string) {
  const mapped = readRecord(ROW_KINDS.achievements, values, sourceName ? { ...options, sourceName } : options, 'en');
  if ('fault' in mapped) throw new Error(`refused: ${JSON.stringify(mapped.fault)}`);
  return mapped;
}

const record = (values: Record<string, unknown>): Achievement => map({ title: '成果', ...values }).record;
const oddities = (values: Record<string, unknown>): string[] =>
  map({ title: '成果', ...values })
    .oddities.map(({ kind }) => kind)
    .filter((kind) => !kind.startsWith('no-'));

function faultOf(values: Record<string, unknown>): string {
  const mapped = readRecord(ROW_KINDS.achievements, values, options, 'en');
  return 'fault' in mapped ? mapped.fault.code : 'accepted';
}

describe('a row in the shape of a harvested catalogue', () => {
  const row = {
    id: 'cx-1',
    title: '钙钛矿组件的柔性封装',
    abstract: '面向建筑一体化。',
    keywords: ['钙钛矿', '封装', '钙钛矿', ''],
    field: '一般工业技术',
    source: 'ChinaXiv',
    lang: 'zh',
    url: 'https://example.org/abs/1',
    date: '2016-01',
    institution: '杭州光电研究所',
    title_en: 'Flexible sealing',
    keywords_en: ['perovskite'],
    clc: 'TP393',
    flags: ['x'],
  };

  it('becomes a sound achievement', () => {
    expect(map(row).record).toEqual({
      id: recordId('achievement', 'ChinaXiv', 'cx-1'),
      kind: 'achievement',
      status: 'published',
      lang: 'zh-CN',
      createdAt: options.now,
      updatedAt: options.now,
      source: { name: 'ChinaXiv', id: 'cx-1', url: 'https://example.org/abs/1' },
      title: { 'zh-CN': '钙钛矿组件的柔性封装', en: 'Flexible sealing' },
      summary: { 'zh-CN': '面向建筑一体化。' },
      keywords: { 'zh-CN': ['钙钛矿', '封装'], en: ['perovskite'] },
      institutions: [{ name: { 'zh-CN': '杭州光电研究所' } }],
      fields: [
        { scheme: 'clc', code: 'TP' },
        { scheme: 'clc', code: 'TB' },
      ],
      publishedOn: '2016-01',
    });
  });

  it('tells what is odd and which columns were not understood', () => {
    expect(map(row).oddities).toEqual([{ kind: 'date-imprecise', column: 'date', value: '2016-01' }]);
    expect(map(row).ignored).toEqual(['flags']);
  });

  it('leaves out what the source does not know', () => {
    const bare = { id: 'x', title: 'A title', abstract: null, keywords: [], field: null, url: '', institution: '  ' };
    expect(Object.keys(map(bare).record).toSorted()).toEqual([
      'createdAt',
      'id',
      'kind',
      'lang',
      'source',
      'status',
      'title',
      'updatedAt',
    ]);
    expect(map(bare).oddities.map(({ kind }) => kind)).toEqual([
      'no-summary',
      'no-keywords',
      'no-field',
      'no-institution',
      'no-date',
    ]);
  });

  it('takes the name of the source from the operator, the row, the file, in that order', () => {
    expect(map({ id: '1', title: 'x', source: 'row' }, 'operator').record.source.name).toBe('operator');
    expect(map({ id: '1', title: 'x', source: 'row' }).record.source.name).toBe('row');
    expect(map({ id: '1', title: 'x' }).record.source.name).toBe('file');
  });
});

describe('a row in the shape of a registration table', () => {
  it('maps Chinese headers and values', () => {
    expect(
      record({
        成果编号: 20240001,
        成果简介: '简介',
        关键词: '光伏；钙钛矿、封装，N,N-二甲基甲酰胺|1,2-丙二醇, 电池',
        完成单位: '杭州光电研究所；浙江某大学',
        完成人: '甲、乙',
        所属领域: '电子信息、新材料',
        转化方式: '技术转让、许可/作价入股',
        成果水平: '国内领先水平',
        所处阶段: '中期阶段',
        体现形式: '新工艺',
        成果属性: '原始创新',
        成果类别: '应用技术',
        登记号: '33012024Y0001',
        '价格（万元）': '20',
        联系人邮箱: 'office@example.org',
        地区: '浙江省杭州市余杭区',
        发布日期: '2024年6月3日',
        有效期至: '2025.12.31',
        应用前景: '建筑\n交通',
        许可方式: '普通许可',
      }),
    ).toMatchObject({
      source: { id: '20240001' },
      summary: { 'zh-CN': '简介' },
      keywords: { 'zh-CN': ['光伏', '钙钛矿', '封装', 'N,N-二甲基甲酰胺', '1,2-丙二醇', '电池'] },
      institutions: [{ name: { 'zh-CN': '杭州光电研究所' } }, { name: { 'zh-CN': '浙江某大学' } }],
      completers: [{ name: '甲' }, { name: '乙' }],
      fields: [
        { scheme: 'hightech-8', code: 'electronic-information' },
        { scheme: 'hightech-8', code: 'new-materials' },
      ],
      transferModes: ['assignment', 'licence', 'equity'],
      level: 'domestic-leading',
      readiness: [{ scheme: 'cn-registration-3', level: 2 }],
      form: 'new-process',
      attribute: 'original',
      achievementClass: 'applied-technology',
      registrationNo: '33012024Y0001',
      price: { amount: 20, currency: 'CNY', unit: '万元' },
      contact: { email: 'office@example.org' },
      region: '330110',
      publishedOn: '2024-06-03',
      validUntil: '2025-12-31',
      applications: { 'zh-CN': '建筑\n交通' },
      licenceKind: 'ordinary',
    });
  });

  it.each(['成果名称', '成果名称*', ' 成果 名称（必填）', '項目名稱', 'Title', 'ＴＩＴＬＥ', 'achievement_name'])(
    'finds the title under "%s"',
    (header) => {
      expect(map({ [header]: '柔性电池' }).record.title).toEqual({ 'zh-CN': '柔性电池' });
    },
  );

  it('of two columns with one meaning, the more exact counts', () => {
    expect(map({ name: '联络处', 成果名称: '柔性电池' }).record.title).toEqual({ 'zh-CN': '柔性电池' });
    expect(map({ 成果名称: ' ', name: '柔性电池' }).record.title).toEqual({ 'zh-CN': '柔性电池' });
  });
});

describe('values', () => {
  it.each([
    [{ lang: 'zh' }, { lang: 'zh-CN' }],
    [{ lang: 'EN' }, { lang: 'en' }],
    [{ lang: 'zh-Hant' }, { lang: 'zh-Hant' }],
    [{ title: '题' }, { lang: 'zh-CN' }],
    [{ title: 'Only Latin' }, { lang: 'en' }],
    [
      { title: '', 英文名称: 'English only' },
      { lang: 'en', title: { en: 'English only' } },
    ],
    [{ date: '2024/6/3' }, { publishedOn: '2024-06-03' }],
    [{ date: '20240603' }, { publishedOn: '2024-06-03' }],
    [{ date: '2024-06-03T10:00:00Z' }, { publishedOn: '2024-06-03' }],
    [{ date: '2024年6月' }, { publishedOn: '2024-06' }],
    [{ date: 2024 }, { publishedOn: '2024' }],
    [{ stage: 'TRL 6' }, { readiness: [{ scheme: 'iso-16290-2013', level: 6 }] }],
    [{ trl: 7 }, { readiness: [{ scheme: 'iso-16290-2013', level: 7 }] }],
    [{ 阶段: '中试' }, { readiness: [{ scheme: 'cn-registration-3', level: 2 }] }],
    [{ 价格: '面议' }, { negotiable: true }],
    [{ 价格: '1,200.5万元（可面议）' }, { price: { amount: 1200.5, currency: 'CNY', unit: '万元' } }],
    [{ price: 'USD 5,000' }, { price: { amount: 5000, currency: 'USD', unit: '1' } }],
    [{ 价格: '¥300' }, { price: { amount: 300, currency: 'CNY', unit: '元' } }],
    [{ 地区: '330110' }, { region: '330110' }],
    [{ 状态: '已下架' }, { status: 'closed' }],
    [{ 状态: '草稿' }, { status: 'draft' }],
    [{ clc: 'G353.1' }, { fields: [{ scheme: 'clc', code: 'G' }] }],
    [{ field: '自动化技术、计算机技术' }, { fields: [{ scheme: 'clc', code: 'TP' }] }],
    [{ 专利号: 'ZL 201520123456.7' }, { ip: [{ kind: 'utility-model', office: 'CN', patentNo: 'ZL 201520123456.7' }] }],
    [{ 专利号: 'CN112345678B' }, { ip: [{ kind: 'invention', office: 'CN' }] }],
    [{ 专利号: '201510123456.7；201630123456.7' }, { ip: [{ kind: 'invention' }, { kind: 'design' }] }],
    [{ 软著登记号: '2020SR0000001' }, { ip: [{ kind: 'software', applicationNo: '2020SR0000001' }] }],
    [
      { patent_number: 'RE43,880', application_sn: '09/017,519', status: 'Issued', expires: '2017-02-04' },
      {
        status: 'published',
        ip: [{ patentNo: 'RE43,880', applicationNo: '09/017,519', legalStatus: 'granted', expiryDate: '2017-02-04' }],
      },
    ],
    [{ patent_number: '', application_sn: '1', status: 'Application' }, { ip: [{ legalStatus: 'pending' }] }],
    [{ release_type: 'Open Source' }, { transferNote: { 'zh-CN': 'Open Source' } }],
    [{ title: '两行\n题名' }, { title: { 'zh-CN': '两行 题名' } }],
  ])('%j becomes %j', (values, expected) => {
    expect(record(values)).toMatchObject(expected);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ field: '空间技术' }, 'unknown-value'],
    [{ 成果水平: '世界一流' }, 'unknown-value'],
    [{ date: '2024-02-30' }, 'unusable-value'],
    [{ date: '近期' }, 'unusable-value'],
    [{ url: 'javascript:alert(1)' }, 'unusable-value'],
    [{ 邮箱: 'no address' }, 'unusable-value'],
    [{ keywords: ['x'.repeat(600)] }, 'unusable-value'],
    [{ keywords: [{ deep: true }] }, 'unusable-value'],
    [{ 价格: '20-50万元' }, 'price-as-text'],
    [{ 价格: '20' }, 'price-as-text'],
    [{ 成熟度: '6' }, 'readiness-scale-assumed'],
    [{ 地区: '浙江省宁波市' }, 'region-coarse'],
    [{ 电话: '138 0013 8000' }, 'mobile-number'],
    [{ 状态: '有点意思' }, 'status-unknown'],
    [{ title: '平台构建研究1' }, 'title-ends-in-digit'],
    [{ abstract: 'H<sub>2</sub>O' }, 'markup-in-text'],
    [{ abstract: 'lost \uFFFD' }, 'replacement-characters'],
    [{ abstract: 'a\0b' }, 'control-characters'],
    [{ abstract: 'a\uD800b' }, 'control-characters'],
  ])('%j is noted as %s', (values, kind) => {
    expect(oddities(values)).toContain(kind);
  });

  it('keeps what it does not know, and a price that it cannot read', () => {
    expect(record({ field: '空间技术', 成果水平: '世界一流', 价格: '20-50万元', 地区: '浙江省宁波市' })).toMatchObject({
      fields: [{ scheme: 'text', code: '空间技术' }],
      level: '世界一流',
      transferNote: { 'zh-CN': '价格：20-50万元' },
      region: '330000',
    });
  });

  it('removes what no database can hold and keeps rare characters', () => {
    const { title, summary } = record({ title: '\u{20BB7}野\0家', abstract: 'a\uD800b\r\nc\u0007' });
    expect(title).toEqual({ 'zh-CN': '\u{20BB7}野家' });
    expect(summary).toEqual({ 'zh-CN': 'ab\nc' });
  });

  it('gives no example of a personal value', () => {
    const { oddities: noted } = map({ title: '成果', 电话: '13800138000', 邮箱: 'someone at example' });
    expect(JSON.stringify(noted)).not.toMatch(/13800138000|someone/);
  });
});

describe('identity', () => {
  it('a row without id gets one from its content, whatever the order of its columns', () => {
    const one = map({ title: '成果', 单位: '甲' });
    const two = map({ 单位: '甲', title: '成果' });
    expect(one.record.id).toBe(two.record.id);
    expect(one.oddities).toContainEqual({ kind: 'no-id' });
    expect(map({ title: '成果', 单位: '乙' }).record.id).not.toBe(one.record.id);
  });
});

describe('records in the platform’s own shape', () => {
  it('pass as they are, with what the platform assigns added', () => {
    const { record: made, oddities: noted } = map({
      id: '7',
      title: { 'zh-CN': '成果', en: 'Result' },
      summary: { en: '' },
      keywords: { en: ['a', ''] },
      readiness: [{ scheme: 'cn-13', level: 5 }],
      highlights: {},
      source: { name: 'Park', id: '7' },
    });
    expect(made).toEqual({
      id: recordId('achievement', 'Park', '7'),
      kind: 'achievement',
      status: 'published',
      lang: 'zh-CN',
      title: { 'zh-CN': '成果', en: 'Result' },
      keywords: { en: ['a'] },
      readiness: [{ scheme: 'cn-13', level: 5 }],
      source: { name: 'Park', id: '7' },
      createdAt: options.now,
      updatedAt: options.now,
    });
    expect(noted.map(({ kind }) => kind)).toContain('no-summary');
  });

  it('keep the id that a platform gave them', () => {
    const first = map({ id: '7', title: '成果' }).record;
    expect(map({ ...first, id: 'local_1' }).record).toEqual({ ...first, id: 'local_1' });
  });

  it('are refused with path and message where the schema is broken', () => {
    const mapped = readRecord(
      ROW_KINDS.achievements,
      { title: { 'zh-CN': '成果' }, readiness: [{ scheme: 'cn-13', level: 'x' }] },
      options,
      'en',
    );
    expect(mapped).toMatchObject({
      fault: {
        code: 'record-invalid',
        details: { path: 'readiness.0.level', message: expect.stringContaining('type') },
      },
    });
  });
});

describe('rows that become no record', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no title', { id: '1', 简介: 'x' }, 'title-missing'],
    ['a blank title', { title: ' \n' }, 'title-missing'],
    ['a title of control characters', { title: '\0' }, 'title-missing'],
    ['marked secret', { title: '成果', 密级: '机密' }, 'row-secret'],
    ['not secret after all', { title: '成果', 密级: '非涉密' }, 'accepted'],
    ['a text beyond all measure', { title: '成果', 简介: 'x'.repeat(60_001) }, 'record-invalid'],
    ['nested beyond all measure', { title: JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }, 'row-too-deep'],
  ])('%s', (_, values, code) => {
    expect(faultOf(values)).toBe(code);
  });
});

it('whatever a row holds, the result is a sound record or a reason', () => {
  const header = fc.constantFrom(
    'title',
    'id',
    '关键词',
    'field',
    'date',
    '价格',
    'clc',
    '地区',
    'stage',
    '专利号',
    'status',
    'lang',
    'x',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2024', '面议', 'zh'),
  );
  fc.assert(
    fc.property(fc.dictionary(header, value, { noNullPrototype: true }), (values) => {
      const mapped = readRecord(ROW_KINDS.achievements, values, options, 'zh-CN');
      if ('record' in mapped) expect(Achievement.safeParse(mapped.record).success).toBe(true);
      else expect(mapped.fault.code).toMatch(/^(title-missing|record-invalid|row-secret)$/);
    }),
    { numRuns: 500 },
  );
});
