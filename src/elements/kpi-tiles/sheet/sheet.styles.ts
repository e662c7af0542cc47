import { css, type CSSResult } from 'lit';

/** The layout `table`, and the dialog with the table of a series. */
export const sheetStyles: CSSResult = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: var(--_space);
    font-size: 1.125em;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: var(--_space);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    overflow-wrap: normal;
    word-break: keep-all;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 600;
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 600;
  }
  .whole {
    white-space: nowrap;
  }
  .table td {
    overflow-wrap: break-word;
  }
  .table .roomy {
    min-inline-size: 7em;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .table .roomy.digits {
    overflow-wrap: break-word;
  }
  .digits {
    text-align: end;
    white-space: nowrap;
  }
  .group {
    padding-block-start: calc(var(--_space) * 2.5);
    font-size: 1.0625em;
  }
  .table {
    font-size: 0.9375em;
  }
  .table .last-known {
    white-space: normal;
  }
  .table [role='rowheader'] {
    min-inline-size: 11em;
  }

  /* Where a row does not fit, its cells stand one below the other, each after the head of its column */
  @container (inline-size < 70em) {
    .table thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .table,
    .table tbody,
    .table tr,
    .table th,
    .table td,
    .table caption {
      display: block;
    }
    .table tr {
      padding-block: var(--_space);
      border-block-end: 1px solid var(--_line);
    }
    .table th,
    .table td {
      overflow-wrap: anywhere;
      padding: calc(var(--_space) / 4) 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    .table td[data-column] {
      display: grid;
      grid-template-columns: 7em minmax(0, 1fr);
      gap: var(--_space);
    }
    .table td[data-column]::before {
      content: attr(data-column);
      /* The head of the column is read already */
      content: attr(data-column) / '';
      color: var(--_muted);
    }
    .table td[data-empty] {
      display: none;
    }
  }

  dialog {
    max-inline-size: min(44em, 100vw - 2 * var(--_space));
    max-block-size: calc(100vh - 4 * var(--_space));
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(10 20 16 / 0.5);
  }
  .sheet {
    padding: calc(var(--_space) * 2.5);
  }
  .dialog-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .dialog-head h2 {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .close {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: max(2.25em, 36px);
    block-size: max(2.25em, 36px);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }
  .close:hover {
    background: var(--_tint);
  }
  .about {
    display: grid;
    grid-template-columns: minmax(5em, auto) minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 2);
  }
  .about dt {
    color: var(--_muted);
  }
  .about dd {
    white-space: pre-line;
  }
  .series .digits {
    white-space: normal;
  }
  .revision {
    color: var(--_muted);
    font-size: 0.9375em;
  }
`;
