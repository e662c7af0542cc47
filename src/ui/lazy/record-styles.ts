import { css, type CSSResult } from 'lit';

/** Styles of what `record-view.ts` and `record-values.ts` draw. */
export const recordStyles: CSSResult = css`
  .record-group + .record-group {
    margin-block-start: calc(var(--_space) * 3);
  }
  .record-group h3 {
    margin-block-end: var(--_space);
    padding-block-end: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_line);
    font-size: 1.0625em;
  }
  .record-group > dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .record-field {
    min-inline-size: 0;
  }
  .record-field.long {
    grid-column: 1 / -1;
  }
  .record-field dt {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .text {
    white-space: pre-line;
  }
  .line {
    display: block;
  }
  .items {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .items li + li {
    margin-block-start: calc(var(--_space) / 2);
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) var(--_space);
  }
  .words .tag {
    font-size: 0.9375em;
  }
  .scroll {
    max-inline-size: 100%;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .record-table {
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .record-table th,
  .record-table td {
    min-inline-size: 5em;
    max-inline-size: 20em;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2) calc(var(--_space) * 0.75) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  /* On paper nothing scrolls: in the narrow cell of a comparison a table is set one cell below the other */
  @media print {
    td .record-table thead {
      display: none;
    }
    td .record-table :is(tr, td) {
      display: block;
      max-inline-size: none;
    }
  }
  .record-table th {
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 400;
    white-space: nowrap;
  }
`;
