import { columnFinder } from './column-finder.js';
import { COMMON_ALIASES } from './common-columns.js';
import type { Fault } from './fault.js';
import type { TableRow } from './table-row.js';

/**
 * The headers under which each value of an achievement is met in files, in Chinese and English. The first of several
 * that occur in one row wins. Case, width, traditional characters, spaces, hyphens and underscores do not matter, nor does
 * what a header says in parentheses.
 */
export const COLUMN_ALIASES = {
  ...COMMON_ALIASES,
  id: ['id', '编号', '成果编号', '成果id', '项目编号', '标识符', 'record id', 'identifier'],
  title: [
    'title',
    '成果名称',
    '名称',
    '标题',
    '题名',
    '题目',
    '中文名称',
    '中文标题',
    '中文题名',
    '成果标题',
    '技术名称',
    '项目名称',
    '资源名称',
    'achievement name',
    'achievement',
    'technology name',
    'name',
    'title zh',
  ],
  titleEn: ['title en', 'english title', '英文名称', '英文标题', '英文题名', '成果英文名称'],
  summary: [
    'summary',
    'abstract',
    '成果简介',
    '简介',
    '摘要',
    '中文摘要',
    '成果摘要',
    '内容摘要',
    '内容简介',
    '成果介绍',
    '成果描述',
    '技术简介',
    '项目简介',
    'description',
    '描述',
    'summary zh',
    'abstract zh',
  ],
  summaryEn: ['summary en', 'abstract en', 'english abstract', '英文摘要', '英文简介'],
  benefit: ['benefit', 'one line benefit', '一句话简介', '一句话介绍', '成果亮点', '亮点'],
  institutions: [
    'institutions',
    'institution',
    '完成单位',
    '第一完成单位',
    '成果完成单位',
    '单位名称',
    '单位',
    '所属单位',
    '依托单位',
    '研发单位',
    '持有单位',
    '机构',
    '所属机构',
    'organization',
    'organisation',
    'affiliation',
  ],
  owner: ['owner', '成果权利人', '权利人', '所有权人', '专利权人', 'assignee'],
  completers: ['completers', 'completer', '完成人', '主要完成人', '成果完成人', '发明人', 'inventors', 'inventor'],
  achievementClass: ['achievement class', '成果类别', '成果分类'],
  secrecyLevel: ['secrecy level', '密级', '成果密级'],
  form: ['form', '体现形式', '成果体现形式', '成果形式', '成果类型'],
  attribute: ['attribute', '成果属性', '属性'],
  level: ['level', '成果水平', '技术水平', '评价水平', '水平'],
  stage: ['stage', '所处阶段', '成果所处阶段', '成果阶段', '研发阶段', '阶段', '成熟度', '技术成熟度', 'readiness'],
  trl: ['trl', 'technology readiness level', '技术就绪度', '技术就绪水平'],
  applicationState: ['application state', '应用状态', '成果应用状态'],
  problemSolved: ['problem solved', '解决的技术问题', '解决的问题', '解决的技术难题'],
  innovationPoints: ['innovation points', '创新点', '主要创新点', '技术创新点', '技术特点'],
  indicators: ['indicators', '主要技术经济指标', '主要技术指标', '技术指标', '性能指标'],
  comparison: ['comparison', '与同类技术比较', '国内外比较', '技术优势'],
  economics: ['economics', '经济效益', '经济效益分析', '效益分析'],
  applications: ['applications', 'application', '应用领域', '应用范围', '应用场景', '应用前景', '市场前景'],
  transferModes: [
    'transfer modes',
    'transfer mode',
    '转化方式',
    '拟采取的转化方式',
    '拟转化方式',
    '转让方式',
    '交易方式',
    '合作方式',
  ],
  transferNote: ['transfer note', '转化说明', '合作说明', 'release type', 'licensing terms'],
  licenceKind: ['licence kind', 'license kind', 'license type', '许可方式', '许可类型'],
  pricingMethod: ['pricing method', '定价方式'],
  paymentMode: ['payment mode', '支付方式', '付款方式'],
  price: ['price', '价格', '成果价格', '报价', '挂牌价', '挂牌价格', '转让价格', '意向价格', '交易价格', '参考价格'],
  registrationNo: ['registration no', 'registration number', '登记号', '成果登记号', '批准登记号'],
  patentNo: ['patent no', 'patent number', '专利号', '授权专利号', '授权公告号', '专利授权号'],
  applicationNo: ['application no', 'application number', 'application sn', '专利申请号', '申请号'],
  softwareNo: ['software registration no', '软件著作权登记号', '软著登记号'],
  ipKind: ['ip kind', 'ip type', 'patent type', '知识产权类型', '专利类型'],
  legalStatus: ['legal status', 'patent status', '法律状态', '专利状态'],
  expiryDate: ['expires', 'expiry date', '专利到期日', '专利有效期至', '到期日'],
  filingDate: ['filing date', '申请日', '专利申请日'],
  grantDate: ['grant date', '授权日', '授权公告日'],
  publishedOn: ['date', 'published', 'published on', 'publication date', '发布日期', '发布时间', '公布日期', '日期'],
  startDate: ['start date', '研究起始日期', '起始日期', '研究开始日期'],
  endDate: ['end date', '研究终止日期', '完成日期', '完成时间', '终止日期'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a column holds, whatever its header says. */
export type Column = keyof typeof COLUMN_ALIASES;

/** A row of a table of achievements. */
export type AchievementRow = TableRow<Column>;

/** What a header means; nothing when it is not one we know. */
export const findColumn = columnFinder(Object.entries(COLUMN_ALIASES) as [Column, readonly string[]][]);

/** Refuses a table in which no column is a title: none of its rows could become a record. */
export function checkColumns(columns: readonly string[]): Fault | undefined {
  const hasTitle = columns.some((header) => /^title(En)?$/.test(findColumn(header)?.column ?? ''));
  if (hasTitle) return undefined;
  return { code: 'columns-unknown', details: { columns: columns.join(', ').slice(0, 500) } };
}
