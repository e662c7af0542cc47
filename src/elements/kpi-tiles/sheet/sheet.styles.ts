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
    font-weight: bold;
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
    color: var(--_muted);
    font-size: 0.875em;
    vertical-align: bottom;
  }
  thead th,
  .series th,
  .whole,
  .digits {
    word-break: keep-all;
  }
  thead th,
  .series th,
  .table td {
    overflow-wrap: break-word;
  }
  .table .roomy {
    min-inline-size: 7em;
    overflow-wrap: anywhere;
  }
  .table .roomy.digits {
    overflow-wrap: break-word;
  }
  .digits {
    text-align: end;
  }
  .group {
    padding-block-start: calc(var(--_space) * 2.5);
  }
  .table [role='rowheader'] {
    min-inline-size: 9em;
  }

  @media screen {
    /* Where a row does not fit, its cells stand one below the other, each after the head of its column */
    @container (inline-size < 70em) {
      .table thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .table :is(table, tbody, tr, th, td, caption) {
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
      }
      .table [data-column] {
        display: grid;
        grid-template-columns: min(7em, 40%) minmax(0, 1fr);
        gap: var(--_space);
      }
      .table [data-column]::before {
        content: attr(data-column);
        /* The head of the column is read already */
        content: attr(data-column) / '';
        color: var(--_muted);
      }
      .table [data-empty] {
        display: none;
      }
    }
  }

  dialog {
    max-inline-size: min(44em, 100vw - 1em);
    max-block-size: calc(100vh - 2em);
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
    grid-template-columns: fit-content(35%) minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 2);
  }
  .about dt,
  .revision {
    color: var(--_muted);
  }
  .about dd {
    white-space: pre-line;
  }

  /* On paper a table is one whatever its width, in small print as such tables are */
  @media print {
    .table {
      --_space: 4px;
      font-size: max(9px, 1.15cqi);
    }
    .group {
      break-after: avoid;
    }
    .close {
      display: none;
    }
  }
`;
