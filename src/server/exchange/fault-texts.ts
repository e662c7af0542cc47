import type { Text } from '../language.js';

/** The words for everything that can be wrong with a file or a row. */
export const FAULT_TEXTS = {
  'file-not-found': { 'zh-CN': '找不到文件 {file}。', en: 'There is no file {file}.' },
  'file-unreadable': { 'zh-CN': '无法读取 {file}：{reason}', en: '{file} cannot be read: {reason}' },
  'file-empty': { 'zh-CN': '文件没有任何内容。', en: 'The file holds no text.' },
  'file-is-workbook': {
    'zh-CN': '这是 Excel 工作簿，无法直接读取。请在 Excel 中选择“另存为”→“CSV UTF-8”，再导入另存的文件。',
    en: 'This is an Excel workbook, which cannot be read directly. In Excel choose "Save as" and "CSV UTF-8", then import that file.',
  },
  'workbook-broken': {
    'zh-CN': 'Excel 工作簿已损坏、加密或过大，无法读取。请在 Excel 中重新保存（不设密码），或另存为“CSV UTF-8”。',
    en: 'The Excel workbook is damaged, encrypted or too large. Save it again in Excel without a password, or as "CSV UTF-8".',
  },
  'file-is-archive': {
    'zh-CN': '这是压缩包（{kind}）。请先解压；压缩文件仅支持 gzip（.gz）。',
    en: 'This is a packed archive ({kind}). Unpack it first; of packed files only gzip (.gz) is read.',
  },
  'file-is-binary': {
    'zh-CN': '这不是文本文件（{kind}）。支持 CSV、JSON 和 JSON Lines。',
    en: 'This is not a text file ({kind}). Records are read from CSV, JSON and JSON Lines.',
  },
  'gzip-broken': {
    'zh-CN': 'gzip 文件已损坏或不完整（{reason}）。请重新复制或下载。',
    en: 'The gzip file is damaged or cut off ({reason}). Copy or download it again.',
  },
  'encoding-unknown': {
    'zh-CN':
      '第 {line} 行不是 UTF-8 编码，也无法确定是 GB18030 还是 Big5。请将文件另存为 UTF-8，或用 --encoding 指明编码。',
    en: 'Line {line} is not UTF-8, and the text is neither GB18030 nor Big5 beyond doubt. Save the file as UTF-8, or name its encoding with --encoding.',
  },
  'encoding-broken': {
    'zh-CN': '第 {line} 行含有不符合 {encoding} 编码的字节。请修复该行，或从原始来源重新另存为 UTF-8。',
    en: 'Line {line} holds bytes that are not valid {encoding}. Repair that line or save the file as UTF-8 again from its source.',
  },
  'encoding-utf-32': {
    'zh-CN': '文件为 UTF-32 编码，暂不支持。请另存为 UTF-8。',
    en: 'The file is encoded as UTF-32, which is not read. Save it as UTF-8.',
  },
  'format-unknown': {
    'zh-CN': '这不是{expected}：内容以“{start}”开头。支持带表头的 CSV、JSON 和 JSON Lines。',
    en: 'This is not {expected}: the text begins with "{start}". Records are read from CSV with a header line, JSON and JSON Lines.',
  },
  'json-broken': {
    'zh-CN': '第 {line} 行的 JSON 有误：{reason}。请修复，或改用每行一条记录的 JSON Lines。',
    en: 'The JSON is broken at line {line}: {reason}. Repair it, or use JSON Lines, one record a line.',
  },
  'json-no-list': {
    'zh-CN': 'JSON 对象中没有记录列表（应为 "items"、"records" 或 "data"）。',
    en: 'The JSON object has no list of records under "items", "records" or "data".',
  },
  'csv-broken': {
    'zh-CN': '从第 {line} 行开始的 CSV 记录有误：{reason}',
    en: 'The CSV is broken in the record that begins at line {line}: {reason}',
  },
  'csv-quote-open': {
    'zh-CN':
      '从第 {line} 行开始的记录有一个引号（"）在 {limit} 个字符内或文件结束前没有闭合。请补上引号；文本中的引号须写两遍（""）。',
    en: 'The record that begins at line {line} opens a quotation mark (") that is not closed within {limit} characters or before the file ends. Close it, or write a quotation mark inside a text twice ("").',
  },
  'columns-unknown': {
    'zh-CN':
      '没有找到名称列。现有的列：{columns}。请将名称所在列的表头改为“成果名称”或“title”（详见 yuniao import --help）。',
    en: 'No column is a title. The columns are: {columns}. Name the one with the title "title" or "成果名称" (see yuniao import --help).',
  },
  'demand-columns-unknown': {
    'zh-CN':
      '没有找到需求名称列。现有的列：{columns}。请将名称所在列的表头改为“需求名称”或“title”（详见 yuniao import --help）。',
    en: 'No column is a title. The columns are: {columns}. Name the one with the title "title" or "需求名称" (see yuniao import --help).',
  },
  'indicator-columns-unknown': {
    'zh-CN':
      '没有找到指标名称列。现有的列：{columns}。请将指标名称所在列的表头改为“指标名称”，或用“指标编码”列指明已有的指标。',
    en: 'No column names the indicators. The columns are: {columns}. Call the one with their names "Name" or "指标名称", or give the codes of known ones under "Code".',
  },
  'indicator-unnamed': {
    'zh-CN': '既没有指标名称，也没有指标编码。',
    en: 'Neither a name nor a code of an indicator.',
  },
  'figure-unreadable': {
    'zh-CN': '“{column}”不是数值：{value}。请填写数值；缺失的数值请填“暂无数据”或在“缺失原因”列中说明。',
    en: '"{column}" is not a number: {value}. Give a number; for a missing one write "na", or say why under "Why missing".',
  },
  'figure-and-absence': {
    'zh-CN': '同时填写了数值和缺失原因，请只保留一个。',
    en: 'There is both a value and a reason why it is missing. Keep one of them.',
  },
  'period-missing': {
    'zh-CN': '有数值但没有期间或截至日期，无法确定属于哪一时期。',
    en: 'There is a figure but neither a period nor a date: it is not known when it held.',
  },
  'period-unreadable': {
    'zh-CN': '“{column}”不是期间：{value}。请写成 2025、2025-06、2025-06-30、2025Q1 或 2022-2025。',
    en: '"{column}" is not a period: {value}. Write it as 2025, 2025-06, 2025-06-30, 2025Q1 or 2022-2025.',
  },
  'unit-conflict': {
    'zh-CN': '计量单位不一致：这一行为“{unit}”，该指标为“{other}”。请换算成同一单位后再导入。',
    en: 'The units differ: this row has "{unit}", the indicator "{other}". Convert the figure first.',
  },
  'code-unknown': {
    'zh-CN': '“{column}”的值“{value}”不在可选范围内：{known}。',
    en: '"{value}" is none of the values of "{column}": {known}.',
  },
  'indicator-computed': {
    'zh-CN': '该指标由平台自动计算，不能导入数值。',
    en: 'The platform computes this indicator: its figures cannot be imported.',
  },
  'too-many-rows': {
    'zh-CN': '文件超过 {limit} 行，请拆分后分批上传。',
    en: 'The file has more than {limit} rows. Split it and upload the parts.',
  },
  'row-too-long': { 'zh-CN': '超过 {limit} 个字符，未读取。', en: 'Longer than {limit} characters: not read.' },
  'row-not-json': { 'zh-CN': '不是有效的 JSON：{reason}', en: 'Not valid JSON: {reason}' },
  'row-not-object': { 'zh-CN': '不是 JSON 对象，而是{found}。', en: 'Not a JSON object but {found}.' },
  'row-extra-columns': {
    'zh-CN': '表头有 {expected} 列，这一行却有 {found} 个值。含分隔符的值请用引号括起来。',
    en: '{found} values for {expected} columns. Put values that contain the delimiter into quotation marks.',
  },
  'row-too-deep': { 'zh-CN': '嵌套层数过多，未读取。', en: 'Values are nested too deep: not read.' },
  'title-missing': { 'zh-CN': '缺少名称。', en: 'No title.' },
  'row-secret': {
    'zh-CN': '标有密级（{value}），不得发布到公开平台。',
    en: 'Marked as secret ({value}): not for a public platform.',
  },
  'record-invalid': { 'zh-CN': '{path}：{message}', en: '{path}: {message}' },
} as const satisfies Readonly<Record<string, Text>>;
