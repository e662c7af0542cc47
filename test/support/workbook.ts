import { zipOf } from './zip.js';

/** A sheet of a workbook, as its XML. */
export interface Sheet {
  readonly xml: string;
  readonly state?: string;
}

/** A workbook with these sheets, as Excel writes it. */
export function workbook(sheets: readonly Sheet[], parts: Record<string, string> = {}): Uint8Array {
  const tabs = sheets.map(
    ({ state }, nr) => `<sheet name="表${nr}" sheetId="${nr + 1}"${state ? ` state="${state}"` : ''} r:id="rId${nr}"/>`,
  );
  const links = sheets.map(
    (_, nr) => `<Relationship Id="rId${nr}" Type="worksheet" Target="worksheets/sheet${nr}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ xml }, nr) => [`xl/worksheets/sheet${nr}.xml`, xml])),
    ...parts,
  });
}

/** A sheet of texts and numbers, row by row from A1. */
export function sheet(rows: readonly (readonly (string | number | undefined)[])[], after = ''): Sheet {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const cell = (value: string | number | undefined, row: number, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === undefined) return `<c r="${place}"/>`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  };
  const xml = rows.map(
    (row, nr) => `<row r="${nr + 1}">${row.map((value, column) => cell(value, nr, column)).join('')}</row>`,
  );
  return { xml: `<worksheet><sheetData>${xml.join('')}</sheetData>${after}</worksheet>` };
}
