import { html, nothing, type TemplateResult } from 'lit';

/** One labelled value of a record, ready to be drawn. */
export interface RecordField {
  readonly id: string;
  readonly label: string;
  readonly content: unknown;
  /** The value as it is stored: equal for equal values, so that records can be compared. */
  readonly raw: unknown;
  /** Takes the whole width: a text of some length or a table. */
  readonly isLong?: boolean;
}

/** Fields that belong together, in reading order. */
export interface RecordGroup {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly RecordField[];
}

/** Fields as they are gathered: those without a value are `undefined`. */
export function group(id: string, label: string, fields: readonly (RecordField | undefined)[]): RecordGroup {
  return { id, label, fields: fields.filter((field) => field !== undefined) };
}

/** Every group of a record that holds anything, each as a heading and a list of terms with their values. */
export function recordGroups(groups: readonly RecordGroup[]): TemplateResult[] {
  return groups
    .filter(({ fields }) => fields.length > 0)
    .map(
      ({ id, label, fields }) =>
        html`<section class="record-group" part="record-group" aria-labelledby="group-${id}">
          <h3 id="group-${id}" part="record-group-label">${label}</h3>
          <dl>${fields.map(recordField)}</dl>
        </section>`,
    );
}

function recordField({ label, content, isLong }: RecordField): TemplateResult {
  return html`<div class="record-field ${isLong ? 'long' : ''}" part="record-field">
    <dt part="record-field-label">${label}</dt>
    <dd>${content}</dd>
  </div>`;
}

/** One column of a table of things that a record holds several of. */
export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => unknown;
}

/** Rows as a table; columns in which no row has anything are left out. It scrolls by itself where it is too wide. */
export function recordTable<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TemplateResult {
  const used = columns.filter(({ cell }) => rows.some((row) => cell(row) !== nothing));
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${caption}>
    <table class="record-table">
      <thead>
        <tr>
          ${used.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${used.map(({ cell }) => html`<td>${cell(row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
