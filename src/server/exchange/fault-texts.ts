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
