import { HtmlValidate } from 'html-validate';
import { type Browser, chromium } from 'playwright';
import { expect } from 'vitest';
import { findBrowser } from '../../../scripts/browser.mjs';
import type { Achievement } from '../../../src/domain/achievement.js';
import { achievement } from '../http/support.js';

export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({ executablePath: path, env: { ...(process.env as Record<string, string>), ...env } });
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5', { 'yn-achievement-search': { flow: true, permittedContent: ['@flow'] } }],
  rules: {
    // How the markup is written is the formatter's business
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    // Stylesheet and script come from the platform itself
    'require-sri': 'off',
    // The titles of achievements are long
    'long-title': 'off',
  },
});

/** Holds that a page is valid HTML. */
export async function expectValid(page: string): Promise<void> {
  const report = await validator.validateString(page);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
  expect(faults).toEqual([]);
}

const both = (chinese: string, english: string): Record<string, string> => ({ 'zh-CN': chinese, en: english });
const university = { name: both('示例大学', 'Sample University'), url: 'https://example.org/' };

/** An achievement that has every field. */
export const full: Achievement = achievement('full', {
  title: both('钙钛矿电池封装', 'Perovskite encapsulation'),
  benefit: both('寿命翻倍', 'Twice the life'),
  summary: both('第一段\n第二段', 'One\nTwo'),
  problemSolved: both('湿热老化', 'Damp heat'),
  innovationPoints: [both('低温成膜', 'Low temperature'), both('一步完成', 'One step')],
  applications: { 'zh-CN': '光伏幕墙' },
  indicators: both('效率 ≥ 20%', 'Efficiency of 20 %'),
  comparison: both('优于玻璃封装', 'Better than glass'),
  economics: both('年增收三百万', 'Three million a year'),
  keywords: { 'zh-CN': ['钙钛矿', '封装'], en: ['perovskite'] },
  transferModes: ['licence', 'try-first'],
  price: { amount: 80, currency: 'CNY', unit: '万元' },
  pricingMethod: 'agreement',
  paymentMode: 'lump-sum',
  licenceKind: 'ordinary',
  territory: both('中国大陆', 'Mainland China'),
  openLicence: { fee: { amount: 5, currency: 'CNY', unit: '万元' }, standard: both('按年', 'Per year') },
  tryFirst: { freeMonths: 6, conversionPrice: { amount: 60, currency: 'CNY', unit: '万元' } },
  transferNote: both('欢迎来访', 'Visitors welcome'),
  readiness: [
    {
      scheme: 'iso-16290-2013',
      level: 6,
      evidence: both('中试报告', 'Pilot report'),
      assessor: '示例评估中心',
      date: '2025-03',
    },
  ],
  applicationState: 'trial',
  level: 'domestic-leading',
  evaluation: {
    organiser: '示例学会',
    reportNo: '评字 001',
    date: '2025',
    conclusion: both('国内领先', 'Leading in the country'),
  },
  achievementClass: 'applied-technology',
  form: 'new-product',
  attribute: 'original',
  startDate: '2020-01',
  endDate: '2024-12',
  ip: [
    {
      kind: 'invention',
      title: both('一种封装方法', 'A way to encapsulate'),
      office: 'CN',
      patentNo: 'ZL202410000001.2',
      filingDate: '2024-01-02',
      grantDate: '2025-06-07',
      expiryDate: '2044-01-01',
      legalStatus: 'granted',
      holders: [university],
    },
  ],
  ownershipShares: [{ holder: '课题组', percent: 70 }],
  institutions: [university],
  owner: university,
  completers: [{ name: '甲', affiliation: both('示例大学', 'Sample University') }, { name: '乙' }],
  recommender: { name: both('示例学会', 'Sample Society') },
  fields: [{ scheme: 'hightech-8', code: 'new-energy' }],
  industries: [{ scheme: 'text', code: '光伏设备制造' }],
  socioEconomicGoals: [{ scheme: 'text', code: '能源生产' }],
  region: '330110',
  publications: [{ title: 'On films', doi: '10.1000/182', date: '2023' }],
  media: [{ url: 'https://example.org/a.pdf', title: both('手册', 'Handbook') }],
  publicNotice: {
    start: '2025-01-01',
    end: '2025-01-20',
    relatedParty: false,
    objectionContact: { phone: '0571-0000 0000' },
  },
  contact: {
    name: '技术转移办公室',
    email: 'transfer@example.org',
    phone: '+86 571 0000 0000',
    url: 'https://example.org/contact',
  },
  registrationNo: '3302026Y0001',
  secrecyLevel: '公开',
  source: { name: '示例来源', id: 'S-1', url: 'https://example.org/S-1' },
  publishedOn: '2025-05-20',
  validUntil: '2030',
});
