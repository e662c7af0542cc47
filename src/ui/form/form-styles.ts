import { css, type CSSResult } from 'lit';

/** Styles of what `form-view.ts` and `field-view.ts` draw: one column, pairs of short fields where there is room. */
export const formStyles: CSSResult = css`
  form,
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .sections {
    gap: calc(var(--_space) * 3);
  }
  .sections[inert] {
    opacity: 0.6;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .section > legend {
    inline-size: 100%;
    margin-block-end: calc(var(--_space) * 1.5);
    padding-block-end: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_line);
    font-weight: 600;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: start;
  }
  .label-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_space);
    min-block-size: 28px;
  }
  .field label,
  .field legend {
    font-weight: 500;
  }
  .star {
    margin-inline-start: 0.25em;
    color: var(--_danger);
  }
  .help,
  .count,
  .cell label {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
    line-height: 1.5;
  }
  .help:not(:empty) {
    margin-block-end: 2px;
  }
  .input {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: max(2.5em, 38px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    line-height: 1.5;
  }
  textarea.input {
    resize: vertical;
  }
  .input:focus-visible {
    outline-offset: -1px;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .below {
    display: flex;
    justify-content: space-between;
    gap: var(--_space);
  }
  .count {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .fault {
    color: var(--_danger);
    font-size: max(0.875em, 12px);
  }
  .fault::before {
    content: '▲ ';
    content: '▲ ' / '';
    font-size: 0.75em;
  }
  .check {
    display: flex;
    gap: var(--_space);
    align-items: baseline;
    padding-block: 3px;
    font-weight: 400 !important;
    cursor: pointer;
  }
  .check > input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    position: relative;
    inset-block-start: 0.15em;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11em, 100%), 1fr));
    gap: 0 calc(var(--_space) * 2);
  }
  .money {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .part {
    flex: 1 1 6em;
    max-inline-size: 14em;
  }
  .rows {
    display: grid;
    gap: var(--_space);
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) / 2) var(--_space);
    padding: var(--_space);
    padding-inline-end: 40px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .cell label {
    display: block;
    font-weight: 400;
  }
  .remove {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .remove:hover {
    background: var(--_tint);
    color: var(--_text);
  }
  .consents {
    min-block-size: 7em;
  }
  .consent > details {
    margin-inline-start: calc(1.125em + var(--_space));
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .consent summary {
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }
  .text {
    white-space: pre-line;
  }
  .trap {
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9375em;
  }
  @container (min-width: 560px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .field:not(.half) {
      grid-column: 1 / -1;
    }
    .row {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .cell {
      grid-column: span 2;
    }
    .cell.operator,
    .cell.unit,
    .cell.value,
    .cell.upper {
      grid-column: span 1;
    }
  }
`;
