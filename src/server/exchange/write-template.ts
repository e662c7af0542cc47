import { codeLists } from '../../domain/code-lists/index.js';
import { SAMPLE_MARK, TEMPLATE_COLUMNS, type TemplateColumn, type TemplateKind } from './template-columns.js';
import { writeCsv } from './write-csv.js';
import { columnName, type Sheet, writeWorkbook } from './write-workbook.js';

const SHEET_NAMES: Readonly<Record<TemplateKind, string>> = { demand: '技术需求', achievement: '科技成果' };
const LISTS_SHEET = '代码表';
const NOTES_SHEET = '填写说明';
const DEFAULT_WIDTH = 14;

/** The template of a kind as CSV: the headers and a sample row, as spreadsheets on Chinese machines open it. */
export function templateCsv(kind: TemplateKind): string {
  const columns = TEMPLATE_COLUMNS[kind];
  return writeCsv(headers(columns), [sample(columns)]);
}

/** The template of a kind as a workbook: the table to fill in, the code lists that its cells offer, and what belongs where. */
export function templateWorkbook(kind: TemplateKind): Uint8Array {
  const columns = TEMPLATE_COLUMNS[kind];
  const lists = columns.flatMap((column, at) => {
    const entries = choicesOf(column);
    return entries.length === 0 ? [] : [{ column: at, header: column.header, entries }];
  });
  const table: Sheet = {
    name: SHEET_NAMES[kind],
    rows: [headers(columns), sample(columns)],
    widths: columns.map(({ width = DEFAULT_WIDTH }) => width),
    choices: lists.map(({ column, entries }, at) => {
      const name = columnName(at);
      return { column, range: `'${LISTS_SHEET}'!$${name}$2:$${name}$${entries.length + 1}` };
    }),
  };
  const longest = Math.max(...lists.map(({ entries }) => entries.length));
  const codes: Sheet = {
    name: LISTS_SHEET,
    // Headers that the import does not take for those of a table
    rows: [
      lists.map(({ header }) => `“${header}”可选值`),
      ...Array.from({ length: longest }, (_, row) => lists.map(({ entries }) => entries[row] ?? '')),
    ],
    widths: lists.map(() => 24),
  };
  return writeWorkbook([table, codes, notesSheet(columns)]);
}

function notesSheet(columns: readonly TemplateColumn[]): Sheet {
  const rows = columns.map(({ header, note, example, isRequired }) => [
    header,
    isRequired === true ? '必填' : '选填',
    note,
    example,
  ]);
  return {
    name: NOTES_SHEET,
    rows: [
      ['填写项', '是否必填', '说明', '填写示例'],
      ...rows,
      ['', '', `每行填写一条。名称以“${SAMPLE_MARK}”开头的行是示例，上传时自动略过。`, ''],
    ],
    widths: [20, 10, 48, 36],
  };
}

function headers(columns: readonly TemplateColumn[]): string[] {
  return columns.map(({ header }) => header);
}

/** The first column is the title, whose mark tells a sample from what was filled in. */
function sample(columns: readonly TemplateColumn[]): string[] {
  return columns.map(({ example }, at) => (at === 0 ? SAMPLE_MARK + example : example));
}

function choicesOf({ list, choices = [] }: TemplateColumn): readonly string[] {
  if (list === undefined) return choices;
  return (codeLists.get(list)?.entries ?? []).map(({ label }) => label['zh-CN'] ?? '').filter((label) => label !== '');
}
