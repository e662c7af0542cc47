import type { DeskSubmission } from '../../src/domain/index.js';

/** One now for all samples, so that two clients have the same. */
const NOW = Date.now();

/** The instant so many days ago. */
export function daysAgo(days: number, now = NOW): string {
  return new Date(now - days * 86_400_000).toISOString();
}

const HASH = 'a'.repeat(64);

/** A demand as the desk has it, changed where a test says so. */
export function sampleSubmission(changes: Partial<DeskSubmission> = {}): DeskSubmission {
  const reference = changes.reference ?? 'D26-7K4Q-X9MT';
  const receivedAt = changes.receivedAt ?? daysAgo(3);
  return {
    reference,
    kind: 'demand',
    status: 'submitted',
    title: { 'zh-CN': '高压电缆附件界面放电的在线监测', en: 'On-line monitoring of discharge at cable accessories' },
    organisation: { 'zh-CN': '示例电缆有限公司' },
    receivedAt,
    updatedAt: changes.updatedAt ?? receivedAt,
    draft: {
      kind: 'demand',
      title: { 'zh-CN': '高压电缆附件界面放电的在线监测', en: 'On-line monitoring of discharge at cable accessories' },
      summary: { 'zh-CN': '需要在不停电的情况下发现 110 kV 电缆附件的界面放电。' },
      lang: 'zh-CN',
      problem: { 'zh-CN': '现有巡检只能在停电后进行，放电发展到击穿前往往没有征兆。' },
      indicators: [
        { name: { 'zh-CN': '检出灵敏度' }, operator: '<=', value: 10, unit: 'pC' },
        { name: { 'zh-CN': '定位误差' }, operator: '<=', value: 0.5, unit: 'm' },
      ],
      demandType: 'breakthrough',
      fields: [{ scheme: 'hightech-8', code: 'advanced-manufacturing' }],
      budget: { max: { amount: 80, currency: 'CNY', unit: '万元' } },
      deadline: '2027-06',
    },
    revisions: [],
    version: 1,
    submitter: {
      organisation: { name: { 'zh-CN': '示例电缆有限公司' }, creditCode: '91330110MA27XL0X0X' },
      person: '示例联系人',
      role: '技术部经理',
      phone: '0571-8000 0000',
      email: 'tech@example.org',
    },
    consents: [
      { purpose: 'contact', recipient: '示例平台', textVersion: '2026-11', at: receivedAt },
      { purpose: 'forwarding', recipient: '示例大学技术转移中心', textVersion: '2026-11', at: receivedAt },
    ],
    attachments: [{ id: 'a1', name: '现场照片.pdf', mediaType: 'application/pdf', size: 1_400_000 }],
    objections: [],
    duplicates: [],
    steps: [],
    history: [
      { seq: 1, reference, at: receivedAt, actor: 'submitter', action: 'receive', to: 'submitted', hash: HASH },
    ],
    ...changes,
  };
}

/** An achievement that has been changed once, is on public notice, and has an objection and a likely duplicate. */
export function richSubmission(changes: Partial<DeskSubmission> = {}): DeskSubmission {
  const reference = changes.reference ?? 'A26-5NQ8-2WXC';
  const at = daysAgo(20);
  const draft = {
    kind: 'achievement',
    title: { 'zh-CN': '低温快充磷酸铁锂电池电解液', en: 'Electrolyte for fast charging of LFP cells in the cold' },
    lang: 'zh-CN',
    summary: { 'zh-CN': '零下二十摄氏度下，十五分钟充至百分之八十，循环寿命超过两千次。' },
    owner: { name: { 'zh-CN': '示例大学' } },
    applications: { 'zh-CN': '新能源汽车、储能' },
    transferModes: ['licence', 'equity'],
    price: { amount: 300, currency: 'CNY', unit: '万元' },
    ip: [{ kind: 'invention', patentNo: 'ZL202310000000.1', legalStatus: 'granted' }],
  };
  return sampleSubmission({
    reference,
    kind: 'achievement',
    status: 'publicNotice',
    title: draft.title,
    organisation: { 'zh-CN': '示例大学' },
    assignee: '办公室',
    receivedAt: at,
    updatedAt: daysAgo(2),
    draft,
    version: 4,
    revisions: [
      {
        at,
        actor: 'submitter',
        draft: {
          ...draft,
          summary: { 'zh-CN': '零下十摄氏度下，二十分钟充至百分之八十，循环寿命超过一千次。' },
          price: { amount: 200, currency: 'CNY', unit: '万元' },
        },
      },
    ],
    attachments: [],
    notice: { start: at.slice(0, 10), end: daysAgo(-3).slice(0, 10) },
    objections: [
      {
        id: 'o1',
        at: daysAgo(2),
        text: '该专利的第一发明人已调离，权属需要核实。',
        from: { person: '示例异议人', phone: '0571-8000 0001' },
      },
    ],
    duplicates: [
      {
        kind: 'achievement',
        id: 'A26-0000-0001',
        title: { 'zh-CN': '磷酸铁锂低温电解液' },
        status: 'submitted',
        likeness: 0.72,
      },
    ],
    history: [
      { seq: 1, reference, at, actor: 'submitter', action: 'receive', to: 'submitted', hash: HASH },
      {
        seq: 2,
        reference,
        at: daysAgo(19),
        actor: '办公室',
        action: 'transition',
        from: 'submitted',
        to: 'returned',
        note: { 'zh-CN': '请补充相关知识产权的类型、专利号或申请号、法律状态和权利人。' },
        hash: HASH,
      },
      {
        seq: 3,
        reference,
        at: daysAgo(18),
        actor: 'submitter',
        action: 'resubmit',
        from: 'returned',
        to: 'submitted',
        hash: HASH,
      },
      {
        seq: 4,
        reference,
        at: daysAgo(12),
        actor: '办公室',
        action: 'transition',
        from: 'firstReview',
        to: 'publicNotice',
        hash: HASH,
      },
    ],
    ...changes,
  });
}

const TITLES = [
  '污水中微量抗生素的低成本去除',
  '注塑件表面缺陷的视觉检测',
  '老年人夜间跌倒的无接触监测',
  '铝合金薄壁件焊接变形控制',
  '大跨度钢结构健康监测数据压缩',
] as const;

const STATUSES = ['submitted', 'submitted', 'firstReview', 'review', 'returned', 'published', 'closed'] as const;

/** As many submissions as a test wants, of all kinds and statuses; the two rich ones come first. */
export function manySubmissions(count: number): DeskSubmission[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return sampleSubmission();
    if (index === 1) return richSubmission();
    const kind = (['demand', 'achievement', 'enquiry'] as const)[index % 3] ?? 'demand';
    const reference = `${kind.charAt(0).toUpperCase()}26-${String(index).padStart(4, '0')}-0001`;
    const title = { 'zh-CN': `${TITLES[index % TITLES.length] ?? ''}（${index}）` };
    return sampleSubmission({
      reference,
      kind,
      status: STATUSES[index % STATUSES.length] ?? 'submitted',
      title,
      draft:
        kind === 'enquiry'
          ? { kind, topic: 'licence', message: `想了解${title['zh-CN']}的许可条件。`, lang: 'zh-CN' }
          : { kind, title, lang: 'zh-CN' },
      ...(index % 4 === 0 && { assignee: '办公室' }),
      ...(index % 17 === 0 && { suspicious: true }),
      receivedAt: daysAgo(index % 60, NOW - index * 1000),
      attachments: [],
    });
  });
}
