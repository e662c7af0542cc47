import { AchievementDraft } from '../../domain/achievement.js';
import { DemandDraft } from '../../domain/demand.js';
import type { Contact, Organisation } from '../../domain/primitives.js';
import type { PersonOnFile } from '../../domain/submission.js';
import { fill, type Language } from '../language.js';
import type { ByteSource } from './byte-source.js';
import { type AchievementRow, findColumn } from './columns.js';
import { type DemandRow, findDemandColumn } from './demand-columns.js';
import { mapInNeed } from './demand-mapping.js';
import { type Fault, faultText, type FaultCode, SourceFileError } from './fault.js';
import { mapContact, mapLanguage, mapOrganisations } from './map-common.js';
import type { RowRecord } from './mapped-row.js';
import { ODDITY_TEXTS } from './oddity-texts.js';
import type { Oddity } from './oddities.js';
import { readRecord } from './read-record.js';
import { rowsOf } from './read-rows.js';
import { ROW_KINDS, type RowKind } from './row-kinds.js';
import { isSampleRow } from './sample-row.js';
import { TableRow } from './table-row.js';
import type { TemplateKind } from './template-columns.js';

type Values = Readonly<Record<string, unknown>>;

/** Most rows of one upload. */
export const MAX_UPLOAD_ROWS = 1000;
/** Most faults and oddities that a report names; enough to mend a table by. */
const MAX_REMARKS = 1000;

/** Something about a row of an upload. */
export interface Remark {
  /** Number of the row in the file, the header counted. */
  readonly row: number;
  /** Header of the column; absent for what is about the whole row. */
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  readonly message: string;
}

/** A row that can be taken. */
export interface UploadItem {
  readonly row: number;
  readonly record: RowRecord;
  /** The public part, as a form would send it. */
  readonly draft: DemandDraft | AchievementDraft;
  /** Whom to ask about it. Private. */
  readonly submitter: PersonOnFile;
}

/** A table as it was read. */
export interface Upload {
  /** Rows that hold something, samples left out. */
  readonly rows: number;
  readonly items: readonly UploadItem[];
  /** Why rows cannot be taken. */
  readonly faults: readonly Remark[];
  /** What is odd about rows that can be taken all the same. */
  readonly oddities: readonly Remark[];
  /** Columns that are not understood. */
  readonly ignoredColumns: readonly string[];
}

/** What an upload is read with. */
export interface UploadOptions {
  readonly language: Language;
  /** Name of the platform: the source of rows that name none. */
  readonly source: string;
  /** Who brings it: on file for rows that name nobody. */
  readonly by: string;
  /** ISO 8601. */
  readonly now: string;
}

const ROW_KINDS_BY_KIND: Readonly<Record<TemplateKind, RowKind>> = {
  demand: ROW_KINDS.demands,
  achievement: ROW_KINDS.achievements,
};

/** What an office need not be told about its own table. */
const EXPECTED: ReadonlySet<string> = new Set(['no-id', 'no-date', 'mobile-number']);

/**
 * Reads a table of an office, of whatever format it is, to its end. What is said of contacts stays apart from what the
 * public will see.
 * @throws {SourceFileError} when it cannot be read as a table of this kind, or is too long
 */
export async function readUpload(kind: TemplateKind, file: ByteSource, options: UploadOptions): Promise<Upload> {
  const rowKind = ROW_KINDS_BY_KIND[kind];
  const { language } = options;
  const items: UploadItem[] = [];
  const faults: Remark[] = [];
  const oddities: Remark[] = [];
  const ignored = new Set<string>();
  let rows = 0;
  for await (const row of (await rowsOf(file, { checkColumns: rowKind.checkColumns })).rows()) {
    if ('fault' in row) faults.push({ row: row.line, ...faultOf(row.fault, language) });
    else if (isBlank(row.values) || isSampleRow(rowKind, row.values)) continue;
    else {
      const values = withoutLooseId(rowKind, row.values);
      const mapped = readRecord(rowKind, values, { fallbackSource: options.source, now: options.now }, language);
      if ('fault' in mapped)
        faults.push({
          row: row.line,
          ...faultOf(mapped.fault, language),
          ...titleColumn(mapped.fault, rowKind, row.values),
        });
      else {
        items.push({ row: row.line, ...partsOf(kind, mapped.record, row.values, options.by) });
        for (const oddity of mapped.oddities) {
          if (!EXPECTED.has(oddity.kind)) oddities.push({ row: row.line, ...remarkOf(oddity, language) });
        }
        for (const header of mapped.ignored) ignored.add(header);
      }
    }
    rows += 1;
    if (rows > MAX_UPLOAD_ROWS)
      throw new SourceFileError({ code: 'too-many-rows', details: { limit: MAX_UPLOAD_ROWS } });
  }
  return {
    rows,
    items,
    faults: faults.slice(0, MAX_REMARKS),
    oddities: oddities.slice(0, MAX_REMARKS),
    ignoredColumns: [...ignored].slice(0, 100),
  };
}

/**
 * A number counts only beside the source that gave it: tables of different offices all begin with 1, and one must not
 * overwrite the other.
 */
function withoutLooseId(kind: RowKind, values: Values): Values {
  const is = (header: string, column: string): boolean => kind.findColumn(header)?.column === column;
  const entries = Object.entries(values);
  const hasSource = entries.some(([header, value]) => is(header, 'source') && !isBlank({ value }));
  return hasSource ? values : Object.fromEntries(entries.filter(([header]) => !is(header, 'id')));
}

function isBlank(values: Values): boolean {
  return Object.values(values).every(
    (value) => value === undefined || value === null || String(value as string).trim() === '',
  );
}

function faultOf(fault: Fault, language: Language): Pick<Remark, 'code' | 'message'> {
  return { code: fault.code, message: faultText(fault, language) };
}

const TITLELESS: ReadonlySet<FaultCode> = new Set(['title-missing']);

/** Where the title is missing: the header of its column. */
function titleColumn({ code }: Fault, kind: RowKind, values: Values): { column?: string } {
  if (!TITLELESS.has(code)) return {};
  const column = Object.keys(values).find((header) => kind.findColumn(header)?.column === 'title');
  return column === undefined ? {} : { column };
}

function remarkOf({ kind, column, value }: Oddity, language: Language): Omit<Remark, 'row'> {
  return {
    code: kind,
    message: fill(ODDITY_TEXTS[kind], language, { column: column ?? '' }),
    ...(column !== undefined && { column }),
    ...(value !== undefined && { value: value.slice(0, 200) }),
  };
}

function partsOf(kind: TemplateKind, record: RowRecord, values: Values, by: string): Omit<UploadItem, 'row'> {
  // A schema of zod leaves out what it does not know: what the platform assigns
  const { contact: _contact, ...open } = record as RowRecord & { contact?: unknown };
  const draft = kind === 'demand' ? DemandDraft.parse(open) : AchievementDraft.parse(open);
  return { record: open as RowRecord, draft, submitter: submitterOf(kind, values, by) };
}

function submitterOf(kind: TemplateKind, values: Values, by: string): PersonOnFile {
  const { organisation, contact: { name, phone, email } = {} } =
    kind === 'demand' ? inNeed(values) : completing(values);
  const [organisationName] = Object.values(organisation?.name ?? {});
  return {
    ...(organisation && { organisation }),
    person: name ?? organisationName?.slice(0, 200) ?? by,
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
}

interface Found {
  readonly organisation?: Organisation | undefined;
  readonly contact?: Contact | undefined;
}

function inNeed(values: Values): Found {
  const row: DemandRow = new TableRow(values, findDemandColumn);
  return { organisation: mapInNeed(row, mapLanguage(row)), contact: mapContact(row) };
}

function completing(values: Values): Found {
  const row: AchievementRow = new TableRow(values, findColumn);
  const lang = mapLanguage(row);
  const [organisation] = [...mapOrganisations(row, 'owner', lang), ...mapOrganisations(row, 'institutions', lang)];
  return { organisation, contact: mapContact(row) };
}
