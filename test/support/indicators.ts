import type { Indicator, Observation, Target } from '../../src/domain/index.js';
import type { IndicatorQuery, Page } from '../../src/sdk/index.js';
import { pageOf } from './sample-search.js';

const common = {
  kind: 'indicator',
  status: 'published',
  lang: 'zh-CN',
  createdAt: '2026-01-05T01:00:00Z',
  updatedAt: '2026-07-15T06:30:00Z',
  sample: true,
} as const;

const SECTIONS = {
  goals: { code: 'goals', label: { 'zh-CN': '总体目标', en: 'Overall targets' } },
  talent: { code: 'talent', label: { 'zh-CN': '人才', en: 'Talent' } },
  parks: { code: 'parks', label: { 'zh-CN': '园区落地', en: 'Landing in parks' } },
  finance: { code: 'finance', label: { 'zh-CN': '金融支持', en: 'Finance' } },
} as const;

const plan = { name: '示例行动方案 Sample action plan', url: 'https://example.org/plan' };
const office = (name: string, en: string): Pick<Indicator, 'responsibleOffice'> => ({
  responsibleOffice: { name: { 'zh-CN': name, en } },
});
const source = (id: string): Pick<Indicator, 'source'> => ({ source: { name: '示例指标', id } });

/** A figure for a whole year. */
const year = (start: number, value: number | undefined, more: Partial<Observation> = {}): Observation => ({
  periodStart: String(start),
  periodEnd: String(start),
  ...(value === undefined ? { absence: 'not-available' } : { value }),
  ...more,
});
const yearly = (value: number, ...years: number[]): Target[] =>
  years.map((each) => ({ periodStart: String(each), periodEnd: String(each), value, source: plan }));
const until2026 = (value: number): Target[] => [{ periodStart: '2023', periodEnd: '2026', value, source: plan }];

/** Indicators in every state that a tile can show. All figures are made up. */
export const sampleIndicators: readonly Indicator[] = [
  {
    // Computed, over-fulfilled last year, on track in the year that is running
    ...common,
    ...source('achievements-published'),
    id: 'ind_achievements',
    code: 'achievements-published',
    title: { 'zh-CN': '发布科技成果', en: 'Achievements published' },
    section: SECTIONS.goals,
    order: 10,
    unit: { 'zh-CN': '项', en: 'achievements' },
    basis: 'annualNew',
    definition: {
      'zh-CN': '高校院所当年通过本平台公开发布的可转化科技成果数。',
      en: 'Achievements for licensing that universities and institutes published on this platform in the year.',
    },
    formula: { 'zh-CN': '发布日期在当年的已发布成果计数', en: 'Count of published achievements dated in the year' },
    method: 'computed',
    computed: { query: 'achievements-published' },
    drillDown: 'achievements?r.published=2026-01-01..2026-12-31',
    targets: yearly(300, 2023, 2024, 2025, 2026),
    observations: [
      year(2023, 212),
      year(2024, 287),
      year(2025, 341),
      year(2026, 198, { asOf: '2026-06-30', provisional: true, confidence: 'high' }),
    ],
    sample: false,
  },
  {
    // Behind in the year that is running; an officer has corrected a figure
    ...common,
    ...source('projects-landed'),
    ...office('示例区科技局', 'Sample District Science and Technology Bureau'),
    id: 'ind_projects',
    code: 'projects-landed',
    title: { 'zh-CN': '落地转化项目', en: 'Projects landed' },
    section: SECTIONS.goals,
    order: 20,
    unit: { 'zh-CN': '项', en: 'projects' },
    basis: 'annualNew',
    method: 'self-reported',
    targets: yearly(100, 2023, 2024, 2025, 2026),
    observations: [
      year(2024, 88),
      year(2025, 96, {
        revisions: [
          {
            value: 104,
            replacedAt: '2026-03-11T02:00:00Z',
            reason: { 'zh-CN': '剔除重复填报的 8 项', en: 'Eight projects had been reported twice' },
          },
        ],
      }),
      year(2026, 31, { asOf: '2026-06', provisional: true, confidence: 'medium' }),
    ],
  },
  {
    // A density with decimals; the trend has a real gap
    ...common,
    ...source('patents-per-10000'),
    id: 'ind_patents',
    code: 'high-value-patents-per-10000',
    title: { 'zh-CN': '每万人高价值发明专利拥有量', en: 'High-value invention patents per 10,000 people' },
    section: SECTIONS.goals,
    order: 30,
    unit: { 'zh-CN': '件/万人', en: 'patents per 10,000 people' },
    decimals: 1,
    basis: 'ratio',
    formula: {
      'zh-CN': '年末有效高价值发明专利数 ÷ 年末常住人口（万人）',
      en: 'Patents in force ÷ residents in 10,000',
    },
    method: 'registered',
    targets: until2026(36),
    observations: [year(2022, 24.6), year(2023, 27.1), year(2024, undefined), year(2025, 33.85)],
  },
  {
    // Cumulative, a large money unit, exactly reached
    ...common,
    ...source('transfer-fund'),
    id: 'ind_fund',
    code: 'transfer-fund',
    title: { 'zh-CN': '成果转化基金规模', en: 'Size of the transfer fund' },
    section: SECTIONS.finance,
    order: 40,
    unit: { 'zh-CN': '亿元', en: '100 million yuan' },
    basis: 'cumulative',
    targets: until2026(20),
    observations: [year(2023, 5), year(2024, 12.5), year(2025, 20)],
  },
  {
    // A real zero, which is not the same as unknown
    ...common,
    ...source('top-talents'),
    id: 'ind_talents',
    code: 'top-talents',
    title: { 'zh-CN': '集聚顶尖人才', en: 'Top talents' },
    section: SECTIONS.talent,
    order: 50,
    unit: { 'zh-CN': '人', en: 'people' },
    basis: 'cumulative',
    targets: until2026(100),
    observations: [year(2023, 0), year(2024, 0), year(2025, 0)],
  },
  {
    // The latest figure is not published yet
    ...common,
    ...source('transfer-staff'),
    id: 'ind_staff',
    code: 'transfer-staff',
    title: { 'zh-CN': '培养成果转化员', en: 'Transfer staff trained' },
    section: SECTIONS.talent,
    order: 60,
    unit: { 'zh-CN': '人', en: 'people' },
    basis: 'annualNew',
    targets: yearly(500, 2023, 2024, 2025),
    observations: [year(2023, 455), year(2024, 506), year(2025, undefined, { absence: 'not-yet-published' })],
  },
  {
    // No figure at all
    ...common,
    ...source('brokers'),
    id: 'ind_brokers',
    code: 'brokers',
    title: { 'zh-CN': '培育技术经纪人', en: 'Technology brokers trained' },
    section: SECTIONS.talent,
    order: 70,
    unit: { 'zh-CN': '人', en: 'people' },
    basis: 'annualNew',
    targets: yearly(50, 2023, 2024, 2025, 2026),
    observations: [],
  },
  {
    // A stock of floor area; its target is not yet due and there is no line to it
    ...common,
    ...source('carrier-floor-area'),
    id: 'ind_area',
    code: 'carrier-floor-area',
    title: { 'zh-CN': '孵化载体面积', en: 'Floor area of carriers' },
    section: SECTIONS.parks,
    order: 80,
    unit: { 'zh-CN': '万㎡', en: '10,000 m²' },
    basis: 'stock',
    targets: [{ periodStart: '2026', periodEnd: '2030', value: 500, source: plan }],
    observations: [year(2026, 312.4, { asOf: '2026-03-31' })],
  },
  {
    // Less is better
    ...common,
    ...source('days-to-register'),
    id: 'ind_days',
    code: 'days-to-register',
    title: { 'zh-CN': '技术合同登记平均用时', en: 'Days to register a contract' },
    section: SECTIONS.finance,
    order: 90,
    unit: { 'zh-CN': '天', en: 'days' },
    decimals: 1,
    basis: 'ratio',
    direction: 'down',
    targets: until2026(3),
    observations: [year(2023, 9.5), year(2024, 6.2), year(2025, 5.4)],
  },
  {
    // Below zero, and of no target
    ...common,
    ...source('net-inflow'),
    id: 'ind_inflow',
    code: 'net-inflow',
    title: { 'zh-CN': '技术交易净流入', en: 'Net inflow of technology trade' },
    order: 100,
    unit: { 'zh-CN': '亿元', en: '100 million yuan' },
    decimals: 2,
    basis: 'annualNew',
    observations: [year(2024, 1.2), year(2025, -3.25)],
  },
  {
    // Thirteen digits
    ...common,
    ...source('contracts-amount'),
    id: 'ind_contracts',
    code: 'contracts-amount',
    title: { 'zh-CN': '技术合同成交额', en: 'Technology contracts' },
    order: 110,
    unit: { 'zh-CN': '元', en: 'yuan' },
    basis: 'annualNew',
    targets: yearly(2e10, 2025),
    observations: [year(2024, 9.87e11), year(2025, 1e12)],
  },
];

/** The sample indicators of the codes and the section asked for, in the plan's order. */
export function findIndicators({ codes = [], section }: IndicatorQuery = {}): Page<Indicator> {
  return pageOf(
    sampleIndicators.filter(
      (each) =>
        (codes.length === 0 || codes.includes(each.code)) && (section === undefined || each.section?.code === section),
    ),
  );
}
