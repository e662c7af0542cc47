/** A column of a template that offices fill in. Headers are Chinese, as those of the tables that they know. */
export interface TemplateColumn {
  /** Understood by the import: an alias of its column, with the unit in parentheses where it needs one. */
  readonly header: string;
  /** What belongs there. */
  readonly note: string;
  readonly example: string;
  readonly isRequired?: boolean;
  /** Code list whose labels are offered. */
  readonly list?: string;
  /** For choices that are no code list. */
  readonly choices?: readonly string[];
  /** Width in characters. */
  readonly width?: number;
}

/** The kinds that there are templates for. */
export type TemplateKind = 'demand' | 'achievement';

/** How the title of the sample row begins: a row with it is an example and never taken. */
export const SAMPLE_MARK = '【示例】';

const SEVERAL = '可填多项，用“；”分隔';
const NOT_PUBLIC = '仅供办理时联系，不公开';

const FIELD: TemplateColumn = {
  header: '技术领域',
  note: `从代码表选择，或填写自己的表述；${SEVERAL}`,
  example: '新材料',
  list: 'hightech-8',
};
const KEYWORDS: TemplateColumn = { header: '关键词', note: SEVERAL, example: '陶瓷涂层；耐高温', width: 20 };
const REGION: TemplateColumn = {
  header: '地区',
  note: '省、市、区县名称或六位行政区划代码',
  example: '浙江省杭州市余杭区',
  width: 20,
};
const CONTACT: readonly TemplateColumn[] = [
  { header: '联系人', note: NOT_PUBLIC, example: '张三' },
  { header: '联系电话', note: NOT_PUBLIC, example: '0571-00000000', width: 18 },
  { header: '电子邮箱', note: NOT_PUBLIC, example: 'office@example.org', width: 22 },
];

/** The columns of each template, in order. */
export const TEMPLATE_COLUMNS: Readonly<Record<TemplateKind, readonly TemplateColumn[]>> = {
  demand: [
    {
      header: '需求名称',
      note: '一句话说明要解决什么',
      example: '燃气轮机叶片耐高温涂层',
      isRequired: true,
      width: 32,
    },
    { header: '需求单位', note: '提出需求的单位全称', example: '示例材料有限公司', isRequired: true, width: 26 },
    { header: '统一社会信用代码', note: '18 位', example: '', width: 22 },
    { header: '单位性质', note: '从代码表选择', example: '民营企业', list: 'organisation-nature' },
    { header: '是否匿名', note: '填“是”时不公开单位名称；不填视为“否”', example: '否', choices: ['是', '否'] },
    { header: '需求类型', note: '从代码表选择', example: '技术攻关', list: 'demand-type' },
    FIELD,
    KEYWORDS,
    { header: '需求详情', note: '背景、应用场景和期望，可分段', example: '用于 F 级燃气轮机透平叶片。', width: 40 },
    { header: '拟解决的技术难题', note: '', example: '涂层在热循环中剥落。', width: 32 },
    { header: '技术指标', note: '尽量写明数值和单位', example: '耐温 ≥ 1200 ℃；厚度 ≤ 0.3 mm', width: 32 },
    { header: '现有基础条件', note: '已有的设备、团队和前期工作', example: '已有等离子喷涂中试线一条。', width: 32 },
    { header: '预算金额（万元）', note: '如 50、50-100、100以内 或 面议', example: '50-100', width: 18 },
    {
      header: '合作方式',
      note: `从代码表选择；${SEVERAL}`,
      example: '合作开发；技术许可',
      list: 'cooperation-mode',
      width: 22,
    },
    { header: '知识产权归属', note: '', example: '双方共有' },
    { header: '解决期限', note: '日期，如 2027-06-30', example: '2027-06-30' },
    { header: '有效期', note: '需求到哪一天为止有效', example: '2027-12-31' },
    REGION,
    ...CONTACT,
  ],
  achievement: [
    { header: '成果名称', note: '', example: '耐高温陶瓷涂层制备技术', isRequired: true, width: 32 },
    { header: '完成单位', note: `按贡献排序；${SEVERAL}`, example: '示例大学', isRequired: true, width: 26 },
    { header: '完成人', note: SEVERAL, example: '李四；王五', width: 18 },
    FIELD,
    KEYWORDS,
    { header: '一句话简介', note: '对使用者有什么好处', example: '叶片寿命延长一倍。', width: 26 },
    { header: '成果简介', note: '可分段', example: '采用悬浮液等离子喷涂制备。', width: 40 },
    { header: '解决的技术问题', note: '', example: '涂层在热循环中剥落。', width: 32 },
    { header: '主要创新点', note: '每行一点', example: '柱状晶结构设计', width: 32 },
    { header: '主要技术经济指标', note: '尽量写明数值和单位', example: '耐温 1250 ℃，热循环 3000 次', width: 32 },
    { header: '应用领域', note: '', example: '航空发动机、燃气轮机', width: 26 },
    { header: '所处阶段', note: '从代码表选择', example: '中期阶段', list: 'cn-registration-3' },
    { header: '成果水平', note: '从代码表选择；以评价结论为准', example: '国内领先', list: 'achievement-level' },
    { header: '知识产权类型', note: '从代码表选择', example: '发明专利', list: 'ip-kind' },
    { header: '专利号', note: SEVERAL, example: '', width: 20 },
    { header: '法律状态', note: '从代码表选择', example: '授权', list: 'ip-legal-status' },
    { header: '转化方式', note: `从代码表选择；${SEVERAL}`, example: '许可；转让', list: 'transfer-mode', width: 22 },
    { header: '定价方式', note: '从代码表选择', example: '协议定价', list: 'pricing-method' },
    { header: '价格（万元）', note: '如 80 或 面议', example: '面议' },
    { header: '发布日期', note: '日期，如 2026-06-30', example: '2026-06-30' },
    REGION,
    ...CONTACT,
  ],
};
