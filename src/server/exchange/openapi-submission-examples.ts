import type { AchievementSubmission, DemandSubmission, EnquirySubmission } from '../../domain/submission.js';
import { recordId } from '../../domain/record-id.js';
import { currentVersion } from '../submissions/consent-texts.js';

const contact = { purpose: 'contact', recipient: '示例平台', textVersion: currentVersion('contact') };
const forwarding = {
  purpose: 'forwarding',
  recipient: '与本次提交对接的单位（每次提供前另行告知名称和联系方式）',
  textVersion: currentVersion('forwarding'),
};

/** A demand as an enterprise would send it; written for the document, no real company. */
export const exampleDemandSubmission: DemandSubmission = {
  draft: {
    kind: 'demand',
    title: { 'zh-CN': '高速电主轴轴承早期失效的在线预测' },
    summary: {
      'zh-CN': '寻求能在停机前 72 小时预警高速电主轴轴承失效的监测方法，用于年产 2,000 台的精密磨床。',
    },
    lang: 'zh-CN',
    owner: {
      name: { 'zh-CN': '余杭示例精密机床有限公司' },
      creditCode: '91330110MA2B00001P',
      region: '330110',
    },
    problem: {
      'zh-CN':
        '主轴转速 24,000 r/min，轴承平均寿命 3,000 小时，约一成在 1,200 小时内突然抱死，一次停机损失约 8 万元。现有振动阈值报警只能提前 2 小时左右，来不及安排换件。',
    },
    indicators: [
      { name: { 'zh-CN': '预警提前时间' }, operator: '>=', value: 72, unit: 'h' },
      { name: { 'zh-CN': '误报率' }, operator: '<=', value: 5, unit: '%' },
      { name: { 'zh-CN': '适用转速' }, operator: 'range', value: 8000, upper: 30000, unit: 'r/min' },
    ],
    requirements: { 'zh-CN': '传感器可加装在现有主轴上，不改动主轴结构；算法能在车间边缘设备上运行。' },
    context: { 'zh-CN': '可提供三年运行数据（振动、温度、电流）和 40 套失效轴承，并提供两台磨床用于试验。' },
    attemptedSolutions: { 'zh-CN': '试用过两家振动监测产品，对高转速下的滚动体早期剥落不敏感。' },
    constraints: { 'zh-CN': '车间有切削液飞溅，防护等级不低于 IP67。' },
    demandType: 'breakthrough',
    fields: [{ scheme: 'hightech-8', code: 'advanced-manufacturing' }],
    keywords: { 'zh-CN': ['电主轴', '轴承', '故障预测'] },
    region: '330110',
    organisationNature: 'private',
    budget: {
      min: { amount: 80, currency: 'CNY', unit: '万元' },
      max: { amount: 150, currency: 'CNY', unit: '万元' },
      negotiable: true,
    },
    deadline: '2027-12-31',
    validUntil: '2027-06-30',
    cooperationModes: ['commissioned-development', 'cooperative-development'],
    ipExpectation: { 'zh-CN': '在机床领域的成果归我方所有，其他领域可由双方共有。' },
    detailsUnderNda: true,
  },
  submitter: {
    organisation: { name: { 'zh-CN': '余杭示例精密机床有限公司' }, creditCode: '91330110MA2B00001P' },
    person: '陈某某',
    role: '研发部经理',
    phone: '0571-88000000',
    email: 'rd@machine-tool.example',
  },
  consents: [contact, forwarding],
};

/** An achievement as a university would send it; written for the document, no real result. */
export const exampleAchievementSubmission: AchievementSubmission = {
  draft: {
    kind: 'achievement',
    title: { 'zh-CN': '耐 200 ℃ 的光纤光栅轴承温度传感器' },
    benefit: { 'zh-CN': '直接贴在轴承外圈测温，比埋入式热电偶早 10 分钟发现异常升温。' },
    summary: {
      'zh-CN':
        '采用聚酰亚胺涂层光纤光栅，测温范围 -40～200 ℃，误差不超过 0.5 ℃，不受电磁干扰；与埋入式热电偶相比安装无需打孔。',
    },
    lang: 'zh-CN',
    owner: { name: { 'zh-CN': '示例大学' }, creditCode: '12330000470009250N', region: '330110' },
    validUntil: '2028-12-31',
    achievementClass: 'applied-technology',
    completers: [{ name: '李某某' }, { name: '周某某' }],
    institutions: [{ name: { 'zh-CN': '示例大学' } }],
    contact: { name: '示例大学技术转移中心', email: 'tto@university.example', phone: '0571-88000001' },
    problemSolved: { 'zh-CN': '高速轴承空间狭小、电磁干扰强，常规温度传感器难以贴近测点。' },
    innovationPoints: [{ 'zh-CN': '涂层与粘接工艺使光栅在 200 ℃ 下连续工作 5,000 小时漂移小于 0.3 ℃' }],
    keywords: { 'zh-CN': ['光纤光栅', '温度传感器', '轴承'] },
    fields: [{ scheme: 'hightech-8', code: 'electronic-information' }],
    form: 'new-product',
    readiness: [{ scheme: 'iso-16290-2013', level: 6, evidence: { 'zh-CN': '在两家企业的电主轴上完成样机试验' } }],
    level: 'domestic-leading',
    ip: [
      {
        kind: 'invention',
        title: { 'zh-CN': '一种耐高温光纤光栅温度传感器及其制备方法' },
        office: 'CN',
        applicationNo: '202410000001.X',
        filingDate: '2024-03-15',
        legalStatus: 'granted',
        holders: [{ name: { 'zh-CN': '示例大学' } }],
      },
    ],
    transferModes: ['licence', 'assignment'],
    licenceKind: 'ordinary',
    pricingMethod: 'agreement',
    price: { amount: 60, currency: 'CNY', unit: '万元' },
    negotiable: true,
  },
  submitter: {
    organisation: { name: { 'zh-CN': '示例大学' }, creditCode: '12330000470009250N' },
    person: '周某某',
    role: '技术转移专员',
    phone: '0571-88000001',
    email: 'tto@university.example',
  },
  consents: [contact],
};

/** An enquiry as a visitor would send it; written for the document. */
export const exampleEnquirySubmission: EnquirySubmission = {
  draft: {
    kind: 'enquiry',
    about: {
      kind: 'achievement',
      id: recordId('achievement', '示例来源', 'sample-001'),
      title: '钙钛矿太阳能电池封装技术（示例）',
    },
    topic: 'licence',
    message:
      '我公司生产钙钛矿组件，希望了解该封装技术的许可方式、费用和中试数据，并希望下月安排一次线上交流。主要关心湿热 85 ℃/85% 条件下 1,000 小时后的效率保持率。',
    lang: 'zh-CN',
    budget: { text: '50 万元以内' },
    neededBy: '2027-03-31',
  },
  submitter: {
    organisation: { name: { 'zh-CN': '示例光电有限公司' } },
    person: '赵某某',
    phone: '13800000000',
  },
  consents: [contact],
};
